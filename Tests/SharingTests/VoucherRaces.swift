import EventLog
import EventModel
import Foundation
import Synchronization
import Testing

@testable import Sharing

@Suite struct `Racing for a voucher` {
  /// How many rounds; `SHARELEDGER_RACES` asks for more.
  static let rounds = ProcessInfo.processInfo.environment["SHARELEDGER_RACES"].flatMap(Int.init) ?? 20

  private struct Tally {
    var wins: [Int]
    var losses: [Refusal] = []
    var surprises: [String] = []
    var finishedCount = 0
  }

  @Test func `of sixteen threads deducting the last 100.00 yuan exactly one wins`() throws {
    let racerCount = 16
    let ledger = try TestLedger.world()
    try ledger.add(
      "programme.opened", TestLedger.programme(budget: 10_000 * Self.rounds), at: "2024-01-05")
    var attempts: [[Event]] = []
    for round in 0..<Self.rounds {
      try ledger.add("voucher.issued", TestLedger.voucher("V\(round)", face: 10_000), at: "2024-02-01")
      try ledger.addChargeOfUser("C\(round)", 100_000)
      attempts.append(
        try (0..<racerCount).map { racer in
          let data = TestLedger.deduction("D\(round)-\(racer)", 10_000, charge: "C\(round)", voucher: "V\(round)")
          return try ledger.event("voucher.deducted", data, at: "2024-06-01")
        })
    }
    let (log, events) = (ledger.log, attempts)
    let tally = Tallies(Tally(wins: Array(repeating: 0, count: Self.rounds)))
    for racer in 0..<racerCount {
      Thread.detachNewThread {
        for round in events.indices {
          do {
            _ = try log.append([events[round][racer]])
            tally.update { $0.wins[round] += 1 }
          } catch AppendError.refused(_, let refusal) {
            tally.update { $0.losses.append(refusal) }
          } catch {
            tally.update { $0.surprises.append("\(error)") }
          }
        }
        tally.update { $0.finishedCount += 1 }
      }
    }
    let end = tally.waiting { $0.finishedCount == racerCount }
    #expect(end.surprises == [])
    #expect(end.wins == Array(repeating: 1, count: Self.rounds))
    #expect(end.losses.count == (racerCount - 1) * Self.rounds)
    for loss in end.losses {
      guard case .voucherOverdrawn(_, 10_000, 0) = loss else {
        Issue.record("\(loss)")
        continue
      }
    }
  }

  /// Counts of many threads, waited for by one.
  private final class Tallies: Sendable {
    private let value: Mutex<Tally>
    private let changed = NSCondition()

    init(_ value: Tally) { self.value = Mutex(value) }

    func update(_ body: (inout Tally) -> Void) {
      changed.lock()
      value.withLock { body(&$0) }
      changed.broadcast()
      changed.unlock()
    }

    func waiting(_ isDone: (Tally) -> Bool) -> Tally {
      changed.lock()
      defer { changed.unlock() }
      while !value.withLock({ isDone($0) }) { changed.wait() }
      return value.withLock { $0 }
    }
  }
}
