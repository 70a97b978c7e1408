import EventModel
import Foundation
import TestSupport
import Testing

@Suite struct `Random histories` {
  /// How many; a long run sets `SHARELEDGER_HISTORIES` higher.
  static let count = ProcessInfo.processInfo.environment["SHARELEDGER_HISTORIES"].flatMap(Int.init) ?? 60
  /// The first seed, to run one again: `SHARELEDGER_SEED`.
  static let first = ProcessInfo.processInfo.environment["SHARELEDGER_SEED"].flatMap(UInt64.init) ?? 1
  /// How many run beside each other.
  static let shardCount = 4

  @Test(arguments: 0..<shardCount)
  func `are told the same by the ledger and by a slow reference, and keep the laws`(shard: Int) throws {
    var failed = 0
    var admittedCount = 0
    var refusals: [String: Int] = [:]
    for number in stride(from: shard, to: Self.count, by: Self.shardCount) {
      let seed = Self.first + UInt64(number)
      var maker = HistoryMaker(random: SeededRandom(seed: seed))
      let ledger = try HistoryLedger()
      let history = try maker.run(ledger)
      admittedCount += ledger.admitted.count
      refusals.merge(ledger.refusals, uniquingKeysWith: +)
      let differences = try Self.differences(ledger, seed: seed)
      guard let difference = differences.first else { continue }
      failed += 1
      try Self.report(seed, history, difference, differences)
      if failed == 3 { return }
    }
    if ProcessInfo.processInfo.environment["SHARELEDGER_TALK"] != nil {
      print("shard \(shard): \(admittedCount) events admitted; refused:")
      for (rule, count) in refusals.sorted(by: { $0.value > $1.value }) { print("  \(count) \(rule)") }
    }
  }

  private static func differences(_ ledger: HistoryLedger, seed: UInt64) throws -> [Difference] {
    var comparison = Comparison(ledger, random: SeededRandom(seed: seed ^ 0x5EED))
    try comparison.run()
    return comparison.differences.list
  }

  private static func report(
    _ seed: UInt64, _ history: History, _ difference: Difference, _ all: [Difference]
  ) throws {
    func again(_ history: History) throws -> (ledger: HistoryLedger, differences: [Difference]) {
      let ledger = try HistoryLedger()
      try ledger.propose(history.steps)
      return (ledger, try differences(ledger, seed: seed))
    }
    let minimal = try Shrinking.minimal(history, of: difference.view) { try again($0).differences }
    let (ledger, shrunk) = try again(minimal)
    Issue.record(
      """
      seed \(seed): \(all.map(\.description).joined(separator: "\n"))
      made smaller, \(ledger.admitted.count) events: \(shrunk.map(\.description).joined(separator: "\n"))
      \(Shrinking.lines(ledger.admitted))
      """)
  }
}
