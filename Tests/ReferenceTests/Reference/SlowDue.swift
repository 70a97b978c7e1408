import EventModel

/// A subsidy or clawback, told from its events one by one.
struct SlowDue {
  /// The kind and the id.
  let tag: Tag
  let party: Identifier
  let validTime: Instant
  private(set) var left: Int

  /// The account that says what is due of it and of others like it.
  var account: String {
    SlowPosting.name(tag.kind == .subsidy ? "subsidyDue" : "clawbackDue", party.text)
  }

  /// All there are, from facts in any order.
  static func all(_ facts: [RecordedEvent]) -> [SlowDue] {
    var list: [SlowDue] = []
    func add(_ tag: Tag, _ party: Identifier, _ amount: Fen, _ event: RecordedEvent) {
      list.append(
        SlowDue(tag: tag, party: party, validTime: event.event.validTime, left: Int(amount.amount)))
    }
    func pay(_ tag: Tag, _ amount: Fen) {
      for index in list.indices where list[index].tag == tag { list[index].left -= Int(amount.amount) }
    }
    for event in facts {
      switch event.event.payload {
      case .subsidyAwarded(let data): add(Tag(.subsidy, data.subsidy), data.unit, data.amount, event)
      case .clawbackOrdered(let data): add(Tag(.clawback, data.clawback), data.party, data.amount, event)
      default: break
      }
    }
    for event in facts {
      switch event.event.payload {
      case .subsidyPaid(let data): pay(Tag(.subsidy, data.subsidy), data.amount)
      case .clawbackReceived(let data): pay(Tag(.clawback, data.clawback), data.amount)
      default: break
      }
    }
    return list
  }
}
