import EventModel

/// Rewards for sharing well, and what has to be given back.
extension PostingList {
  mutating func addOversight(_ payload: EventPayload) {
    switch payload {
    case .subsidyAwarded(let data):
      day = data.postedOn ?? day
      move(data.amount.amount, to: Account(.subsidyDue, data.unit.text), from: Account(.subsidyFund))
    case .subsidyPaid(let data):
      day = data.postedOn ?? day
      move(data.amount.amount, to: Account(.cash, data.unit.text), from: Account(.subsidyDue, data.unit.text))
    case .clawbackOrdered(let data):
      day = data.postedOn ?? day
      move(data.amount.amount, to: Account(.clawbackDue, data.party.text), from: Account(.clawback))
    case .clawbackReceived(let data):
      day = data.postedOn ?? day
      move(data.amount.amount, to: Account(.fundCash), from: Account(.clawbackDue, data.party.text))
    default: break
    }
  }
}
