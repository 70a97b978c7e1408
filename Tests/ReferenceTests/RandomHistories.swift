import EventModel
import Foundation
import TestSupport
import Testing

@Suite struct `Random histories` {
  /// How many; a long run sets `SHARELEDGER_HISTORIES` higher.
  static let count = number("SHARELEDGER_HISTORIES") ?? 60
  /// The seed of the first, to begin elsewhere or to run one again: `SHARELEDGER_SEED`.
  static let firstSeed = UInt64(number("SHARELEDGER_SEED") ?? 1)
  /// How many run beside each other.
  static let shardCount = 4

  @Test(arguments: 0..<shardCount)
  func `are told the same by the ledger and by a slow reference, and keep the laws`(shard: Int) throws {
    var coverage = Coverage()
    var failedCount = 0
    for number in stride(from: shard, to: Self.count, by: Self.shardCount) where failedCount < 3 {
      let seed = Self.firstSeed + UInt64(number)
      var maker = HistoryMaker(random: SeededRandom(seed: seed))
      let ledger = try HistoryLedger()
      let history = try maker.run(ledger)
      coverage.add(ledger)
      let differences = try Self.differences(ledger, seed: seed)
      if differences.isEmpty { continue }
      failedCount += 1
      Issue.record("\(try Self.report(seed, history, differences))")
    }
    coverage.tell("shard \(shard)")
    if Self.count >= 60, failedCount == 0 { #expect(coverage.missing.isEmpty, "never admitted: \(coverage.missing)") }
  }

  private static func number(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } }

  private static func differences(_ ledger: HistoryLedger, seed: UInt64) throws -> [Difference] {
    var comparison = Comparison(ledger, SlowLedger(ledger.admitted), random: SeededRandom(seed: seed ^ 0x5EED))
    try comparison.run()
    return comparison.differences.list
  }

  /// Everything needed to see what is wrong: the seed, all differences, and the smallest history that shows the first.
  private static func report(_ seed: UInt64, _ history: History, _ all: [Difference]) throws -> String {
    func again(_ history: History) throws -> (ledger: HistoryLedger, differences: [Difference]) {
      let ledger = try HistoryLedger()
      try ledger.propose(history.steps)
      return (ledger, try differences(ledger, seed: seed))
    }
    let minimal = try Shrinking.minimal(history, of: all.first?.view ?? "") { try again($0).differences }
    let (ledger, shrunk) = try again(minimal)
    return """
      seed \(seed):
      \(all.map(\.description).joined(separator: "\n"))
      made as small as \(ledger.admitted.count) events:
      \(shrunk.map(\.description).joined(separator: "\n"))
      \(Shrinking.lines(ledger.admitted))
      """
  }
}

/// What histories were made of: a history in which nothing is admitted proves nothing.
private struct Coverage {
  private var admitted: [String: Int] = [:]
  private var refused: [String: Int] = [:]

  mutating func add(_ ledger: HistoryLedger) {
    for event in ledger.admitted { admitted[event.event.type.wireName, default: 0] += 1 }
    refused.merge(ledger.refusals, uniquingKeysWith: +)
  }

  /// The types of money and vouchers, and those of use that post something, that no ledger admitted.
  var missing: [String] {
    EventType.allCases.filter { type in
      let isPosted: Set<EventType> = [
        .usageRecorded, .usageCorrected, .usageVoided, .outageEnded, .maintenanceEnded, .satisfactionRated,
        .complaintFiled, .complaintResolved, .outcomeReported, .acknowledgementVerified, .subsidyAwarded,
        .subsidyPaid, .clawbackOrdered, .clawbackReceived,
      ]
      return (type.group == .money || type.group == .vouchers || isPosted.contains(type))
        && admitted[type.wireName] == nil
    }.map(\.wireName)
  }

  /// Prints the counts when `SHARELEDGER_COVERAGE` is set.
  func tell(_ name: String) {
    if ProcessInfo.processInfo.environment["SHARELEDGER_COVERAGE"] == nil { return }
    for (title, counts) in [("admitted", admitted), ("refused", refused)] {
      print("\(name), \(title):")
      for (name, count) in counts.sorted(by: { $0.value > $1.value }) { print("  \(count) \(name)") }
    }
  }
}
