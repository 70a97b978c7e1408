import EventLog
import EventModel
import Sharing
import TestSupport
import Testing

@Suite struct `The catalogue on random histories` {
  @Test(arguments: 1...12)
  func `equals a slow reference at any two times`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let history = try RandomHistory(eventCount: 220, using: &random)
    let ledger = history.ledger
    let all = try ledger.log.read { log in
      var events: [RecordedEvent] = []
      try log.scan(Position(1)...log.head) { view in
        events.append(try view.recordedEvent())
        return true
      }
      return events
    }
    #expect(all.count > 120, "seed \(seed): too few events were admitted")
    for _ in 0..<16 {
      let known = Position(UInt64.random(in: 0...UInt64(all.count), using: &random))
      let valid = try RandomHistory.time(using: &random)
      let catalogue = try ledger.log.read { try Catalogue($0, asOf: AsOf(valid: valid, known: known)) }
      let reference = ReferenceCatalogue(all, valid: valid, known: known)
      var rows = 0
      for id in RandomHistory.resources {
        let resource = try Identifier(id)
        let expected = try reference.row(of: resource)
        let found = catalogue[resource].map(ReferenceRow.init)
        #expect(found == expected, "seed \(seed), resource \(id), valid \(valid), known \(known)")
        rows += expected == nil ? 0 : 1
      }
      #expect(catalogue.entries.count == rows, "seed \(seed)")
    }
  }

  @Test(arguments: 21...26)
  func `never lets exclusive bookings overlap`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let ledger = try TestLedger.world()
    try RandomBookings.run(ledger, stepCount: 250, using: &random)
    let spans = try RandomBookings.held(ledger)
    #expect(spans.count > 1, "seed \(seed)")
    for (index, left) in spans.enumerated() {
      for right in spans[(index + 1)...] {
        #expect(left.end <= right.start || right.end <= left.start, "seed \(seed): \(left) and \(right)")
      }
    }
  }
}
