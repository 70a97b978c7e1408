import EventLog
import EventModel
import Sharing
import TestSupport
import Testing

@Suite struct `Vouchers on random histories` {
  @Test(arguments: 41...46)
  func `never go below zero and always tie out, at any two times`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let history = try RandomVouchers(stepCount: 300, using: &random)
    let ledger = history.ledger
    let all = EventType.allCases.filter { $0.group == .vouchers }
      .filter { ![.programmeOpened, .programmeClosed, .voucherRefused].contains($0) }
    let missing = all.filter { history.admitted[$0] == nil }
    #expect(missing.count <= 1, "seed \(seed): never admitted: \(missing); \(history.admitted)")
    #expect(history.admitted[.voucherDeducted, default: 0] >= 10, "seed \(seed)")
    let head = try ledger.log.head().number
    for _ in 0..<60 {
      let known = Position(UInt64.random(in: 0...head, using: &random))
      let day = try Day(iso: "2024-04-30").advanced(by: Int.random(in: 0...210, using: &random))
      let book = try ledger.vouchers("\(day)", known: known)
      let differing = book.tieOut.lines.filter { $0.difference != 0 }
      #expect(differing.isEmpty, "seed \(seed), \(day), \(known): \(differing)")
      for voucher in book.vouchers {
        let amounts = [
          voucher.open, voucher.held, voucher.deducted, voucher.expired, voucher.returned, voucher.revoked,
        ]
        #expect(amounts.allSatisfy { $0 >= 0 }, "seed \(seed), \(day), \(known): \(voucher)")
        #expect(amounts.reduce(0, +) == voucher.face)
      }
      for programme in book.programmes {
        let amounts = [programme.available, programme.unclaimed, programme.queued, programme.paid, programme.liability]
        #expect(amounts.allSatisfy { $0 >= 0 }, "seed \(seed), \(day), \(known): \(programme)")
      }
    }
  }
}
