import EventModel
import TestSupport
import Testing

/// A comparison that cannot fail is worth nothing: here the reference is shown a history that is not the ledger's.
@Suite struct `The comparison with the reference` {
  @Test func `notices an amount that is off by one`() throws {
    try expectNotices("postings") { events in
      for index in events.indices.reversed() {
        if case .costRecorded(var data) = events[index].event.payload {
          data.amount = try data.amount.adding(try Fen(1))
          events[index].event.payload = data.payload
          return
        }
      }
    }
  }

  @Test func `notices an event that is missing`() throws {
    try expectNotices("events") { events in events.remove(at: events.count / 2) }
  }

  @Test func `notices a usage that was corrected otherwise`() throws {
    try expectNotices("hours") { events in
      // An early one, which most questions meet, that was never voided or corrected.
      let changes = events.filter { [.usageVoided, .usageCorrected].contains($0.event.type) }
      let changed = Set(changes.map(\.event.tags.first))
      for index in events.indices where !changed.contains(events[index].event.tags.first) {
        if case .usageRecorded(var data) = events[index].event.payload {
          data.side = data.side == .external ? .internal : .external
          events[index].event.payload = data.payload
          return
        }
      }
    }
  }

  @Test func `makes a failing history small`() throws {
    var maker = HistoryMaker(random: SeededRandom(seed: 3))
    let history = try maker.run(try HistoryLedger())
    let small = try Shrinking.minimal(history, of: "costs") { shorter in
      let ledger = try HistoryLedger()
      try ledger.propose(shorter.steps)
      return SlowLedger(ledger.admitted).costs().isEmpty ? [] : [Difference("costs", "there are some")]
    }
    // A cost needs its unit.
    #expect(small.steps.count == 2)
  }

  private func expectNotices(_ view: String, _ change: (inout [RecordedEvent]) throws -> Void) throws {
    var maker = HistoryMaker(random: SeededRandom(seed: 7))
    let ledger = try HistoryLedger()
    _ = try maker.run(ledger)
    var events = ledger.admitted
    try change(&events)
    #expect(events != ledger.admitted)
    var comparison = Comparison(ledger, SlowLedger(events), random: SeededRandom(seed: 7))
    try comparison.run()
    #expect(comparison.differences.list.contains { $0.view == view }, "\(comparison.differences.list)")
  }
}
