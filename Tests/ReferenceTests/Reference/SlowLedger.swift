import EventModel

/// A whole history in plain lists: every question is a loop over all of it.
struct SlowLedger {
  /// Every event, in order of position.
  let events: [RecordedEvent]
  /// What each event counts, in the same order.
  let postings: [SlowPosting]

  init(_ events: [RecordedEvent]) {
    self.events = events
    postings = events.flatMap(SlowPosting.all)
  }

  /// The history as known at a position.
  func known(_ position: Int) -> SlowLedger {
    SlowLedger(
      events: events.filter { $0.position.number <= position }, postings: postings.filter { $0.position <= position })
  }

  private init(events: [RecordedEvent], postings: [SlowPosting]) {
    self.events = events
    self.postings = postings
  }

  var head: Int { events.count }

  /// The events that are true by a moment and were not taken back, in order of valid time, then position.
  func facts(by valid: Instant = .last) -> [RecordedEvent] {
    var takenBack: Set<String> = []
    for event in events where event.event.type == .eventRetracted {
      if case .eventRetracted(let data) = event.event.payload {
        takenBack.insert(data.targetSource.text + " " + data.targetId.text)
      }
    }
    let places = events.indices.filter { place in
      let event = events[place].event
      return event.validTime <= valid && !takenBack.contains(event.source.text + " " + event.id.text)
    }
    let times = events.map(\.event.validTime)
    return places.sorted { left, right in times[left] != times[right] ? times[left] < times[right] : left < right }
      .map { events[$0] }
  }

  /// What every account comes to by a day; accounts that come to nothing are there with zero.
  func balances(through day: Int) -> [String: Int] {
    var sums: [String: Int] = [:]
    for posting in postings where posting.day <= day { sums[posting.account, default: 0] += posting.amount }
    return sums
  }

  /// What moved on every account from a first to a last day, and what it came to before and after.
  func movements(from: Int, to: Int) -> [String: SlowMovement] {
    var movements: [String: SlowMovement] = [:]
    for posting in postings where posting.day <= to {
      var movement = movements[posting.account] ?? SlowMovement()
      if posting.day < from {
        movement.opening += posting.amount
      } else if posting.amount > 0 {
        movement.debit += posting.amount
      } else {
        movement.credit += posting.amount
      }
      movements[posting.account] = movement
    }
    return movements
  }

  /// The postings of some accounts from a first to a last day, by day, then position, then account.
  func register(from: Int, to: Int, where isAsked: (SlowPosting) -> Bool) -> [SlowPosting] {
    postings.filter { $0.day >= from && $0.day <= to && isAsked($0) }.sorted { left, right in
      if left.day != right.day { return left.day < right.day }
      if left.position != right.position { return left.position < right.position }
      return Array(left.account.utf8).lexicographicallyPrecedes(Array(right.account.utf8))
    }
  }
}

struct SlowMovement: Equatable {
  var opening = 0
  var debit = 0
  var credit = 0
  var closing: Int { opening + debit + credit }
}
