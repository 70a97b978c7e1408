import EventModel

/// Subsidies and clawbacks.
extension HistoryMaker {
  static let dueMakers: [Maker] = [(1, { try $0.due() }), (2, { try $0.duePayment() })]

  private mutating func due() throws -> [Proposal] {
    let at = try moment()
    let amount = try fen(chance(3) ? 0 : int(1...90_000))
    if chance(50) {
      let unit = try id(HistoryMaker.units)
      let data = SubsidyAwarded(
        subsidy: try new("S"), unit: unit, amount: amount, postedOn: try posting(unit.text, SlowTime.day(at)))
      return [try fact(data, at: at)]
    }
    let data = ClawbackOrdered(
      clawback: try new("K"), party: try id(HistoryMaker.units + HistoryMaker.users), amount: amount,
      postedOn: try posting(nil, SlowTime.day(at)))
    return [try fact(data, at: at)]
  }

  private mutating func duePayment() throws -> [Proposal] {
    guard let due = chance(95) ? pick(scene.dues.filter { $0.left > 0 }) : pick(scene.dues) else { return [] }
    let at = try moment(due.validTime)
    let amount = try fen(part(due.left))
    if due.tag.kind == .subsidy {
      let data = SubsidyPaid(
        subsidy: due.tag.id, unit: due.party, amount: amount,
        postedOn: try posting(due.party.text, SlowTime.day(at)))
      return [try fact(data, at: at)]
    }
    let data = ClawbackReceived(
      clawback: due.tag.id, party: due.party, amount: amount, postedOn: try posting(nil, SlowTime.day(at)))
    return [try fact(data, at: at)]
  }
}
