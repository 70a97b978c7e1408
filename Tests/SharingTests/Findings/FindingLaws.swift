import EventLog
import EventModel
@testable import Sharing
import TestSupport
import Testing

@Suite struct `Findings on random histories` {
  @Test(arguments: 1...8)
  func `agree with the catalogue about deadlines at any two times, however the log is divided`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let ledger = try RandomHistory(eventCount: 220, using: &random).ledger
    let head = try ledger.log.head()
    for _ in 0..<6 {
      let known = Position(UInt64.random(in: 0...head.number, using: &random))
      let asOf = AsOf(valid: try RandomHistory.time(using: &random), known: known)
      var options = ProjectionOptions()
      options.threadCount = 1
      let whole = try ledger.log.project(FindingsProjector(), asOf: asOf, options: options)
      options.threadCount = Int.random(in: 2...5, using: &random)
      options.sliceCount = UInt64.random(in: 1...50, using: &random)
      let divided = try ledger.log.project(FindingsProjector(), asOf: asOf, options: options)
      #expect(whole.output == divided.output && whole.hash == divided.hash, "seed \(seed) \(asOf)")

      let catalogue = try ledger.log.read { try Catalogue($0, asOf: asOf) }
      let late = catalogue.entries.filter { ($0.daysLate ?? 0) > 0 }
      let found = whole.output.filter { $0.rule == .notRegistered || $0.rule == .registeredLate }
      #expect(Set(found.flatMap(\.subjects).map(\.id)) == Set(late.map(\.resource)), "seed \(seed) \(asOf)")
      for entry in late {
        let finding = found.first { $0.subjects.map(\.id) == [entry.resource] }
        #expect((finding?.rule == .notRegistered) == entry.isOverdue && finding?.party == entry.unit, "seed \(seed)")
      }
    }
  }
}
