import EventLog
import EventModel
import Sharing
import Testing

@Suite struct `The book of vouchers` {
  /// V of 1,000.00: D1 of 500.00 paid, D2 of 100.00 queued, D3 of 50.00 rejected, 20.00 of it reversed after the last
  /// day; 10.00 held till then; the rest expired. W of 300.00 returned, X of 200.00 revoked.
  private static func story() throws -> TestLedger {
    let ledger = try TestLedger.voucherWorld()
    try ledger.addApproved("B", 8, 10)
    try ledger.addChargeOfUser("C", 200_000)
    try ledger.add("voucher.issued", TestLedger.voucher("W", face: 30_000), at: "2024-02-01")
    try ledger.add("voucher.issued", TestLedger.voucher("X", face: 20_000), at: "2024-02-01")
    try ledger.add("voucher.held", TestLedger.hold(1_000), at: "2024-05-02")
    try ledger.deduct("D1", 50_000)
    try ledger.deduct("D2", 10_000)
    try ledger.deduct("D3", 5_000)
    try ledger.add("redemption.claimed", TestLedger.claim("R1", ["D1"], 50_000), at: "2024-07-01")
    try ledger.add("redemption.paid", TestLedger.answer("R1", ["D1"], #""amount":50000"#), at: "2024-07-10")
    try ledger.add("redemption.claimed", TestLedger.claim("R3", ["D3"], 5_000), at: "2024-07-01")
    try ledger.add(
      "redemption.rejected", TestLedger.answer("R3", ["D3"], #""invoice":"050-R3","reason":"r""#), at: "2024-07-11")
    try ledger.add("redemption.claimed", TestLedger.claim("R2", ["D2"], 10_000), at: "2024-07-20")
    try ledger.add("voucher.returned", TestLedger.voucherStep(#""amount":30000"#, "W"), at: "2024-08-01")
    try ledger.add("voucher.revoked", TestLedger.voucherStep(#""amount":20000,"reason":"r""#, "X"), at: "2024-08-01")
    try ledger.add("voucher.holdReleased", TestLedger.hold(1_000), at: "2025-01-02")
    try ledger.add("voucher.expired", TestLedger.voucherStep(#""amount":35000"#), at: "2025-01-03")
    try ledger.add("voucher.deductionReversed", TestLedger.reversal("D3", 2_000), at: "2025-01-04")
    return ledger
  }

  @Test func `knows where every fen of a face is, on every day`() throws {
    let ledger = try Self.story()
    func row(_ voucher: String, _ day: String) throws -> [Int128] {
      let entry = try #require(try ledger.vouchers(day)[Identifier(voucher)])
      return [entry.face, entry.open, entry.held, entry.deducted, entry.expired, entry.returned, entry.revoked]
    }
    #expect(try ledger.vouchers("2024-01-31").vouchers.isEmpty)
    #expect(try row("V", "2024-02-01") == [100_000, 100_000, 0, 0, 0, 0, 0])
    #expect(try row("V", "2024-05-02") == [100_000, 99_000, 1_000, 0, 0, 0, 0])
    #expect(try row("V", "2024-06-01") == [100_000, 34_000, 1_000, 65_000, 0, 0, 0])
    #expect(try row("V", "2025-01-02") == [100_000, 35_000, 0, 65_000, 0, 0, 0])
    #expect(try row("V", "2025-01-03") == [100_000, 0, 0, 65_000, 35_000, 0, 0])
    #expect(try row("V", "2025-01-04") == [100_000, 0, 0, 63_000, 37_000, 0, 0])
    #expect(try row("W", "2024-08-01") == [30_000, 0, 0, 0, 0, 30_000, 0])
    #expect(try row("X", "2024-08-01") == [20_000, 0, 0, 0, 0, 0, 20_000])
  }

  @Test func `says how a voucher stands`() throws {
    let ledger = try Self.story()
    try ledger.addChargeOfUser("C4", 1_000_000)
    try ledger.add("voucher.issued", TestLedger.voucher("Y", face: 100), at: "2024-02-01")
    try ledger.deduct("D4", 100, charge: "C4", voucher: "Y", at: "2024-06-02")
    func status(_ voucher: String, _ day: String) throws -> VoucherStatus? {
      try ledger.vouchers(day)[Identifier(voucher)]?.status
    }
    #expect(try status("V", "2024-12-31") == .usable)
    #expect(try status("V", "2025-01-01") == .lapsed)
    #expect(try status("V", "2025-01-03") == .expired)
    #expect(try status("W", "2024-08-01") == .returned)
    #expect(try status("X", "2024-08-01") == .revoked)
    #expect(try status("Y", "2024-06-01") == .usable)
    #expect(try status("Y", "2024-06-02") == .used)
  }

  @Test func `knows what a programme may still have to pay, and who waits`() throws {
    let ledger = try Self.story()
    let book = try ledger.vouchers("2024-07-31")
    let programme = try #require(book.programmes.first)
    #expect(book.programmes.count == 1 && programme.voucherCount == 3)
    #expect([programme.budget, programme.issued, programme.available] == [1_000_000, 150_000, 850_000])
    #expect([programme.open, programme.held, programme.deducted] == [84_000, 1_000, 65_000])
    #expect([programme.unclaimed, programme.queued, programme.paid] == [5_000, 10_000, 50_000])
    #expect([programme.handedIn, programme.rejected, programme.claimed] == [65_000, 5_000, 60_000])
    #expect(programme.liability == 100_000)
    #expect(book.queue.map(\.claim.text) == ["R2"])
    #expect(book.queue.first?.daysWaiting == 11)
    #expect(try ledger.vouchers("2024-07-09").queue.map(\.claim.text) == ["R1", "R3"])
    let end = try #require(try ledger.vouchers("2025-01-04").programmes.first)
    #expect([end.available, end.expired, end.returned, end.revoked] == [937_000, 37_000, 30_000, 20_000])
    #expect(end.liability == 13_000)
  }

  @Test func `agrees with the postings on every day and at every position`() throws {
    let ledger = try Self.story()
    for day in ["2024-01-04", "2024-02-01", "2024-05-02", "2024-07-05", "2024-07-10", "2024-12-31", "2025-01-04"] {
      for known in 0...(try ledger.log.head().number) {
        let book = try ledger.vouchers(day, known: Position(known))
        #expect(book.tieOut.agrees, "\(day) \(known): \(book.tieOut.lines.filter { $0.difference != 0 })")
      }
    }
    let lines = try ledger.vouchers("2025-01-04").tieOut.lines
    #expect(lines.count == 2 * TieOutCheck.allCases.count)
    #expect(lines.last { $0.check == .deducted }?.expected == 63_000)
  }

  @Test func `counts an event on the day it is posted`() throws {
    let ledger = try TestLedger.voucherWorld()
    let late = TestLedger.voucher("W", face: 500, more: #","postedOn":"2024-02-10""#)
    try ledger.add("voucher.issued", late, at: "2024-02-02")
    #expect(try ledger.vouchers("2024-02-09").programmes.first?.issued == 100_000)
    #expect(try ledger.vouchers("2024-02-10").programmes.first?.issued == 100_500)
    // Through the end of the day, whatever the hour asked for.
    #expect(try ledger.vouchers("2024-01-31T23:59:59+08:00").vouchers.isEmpty)
    #expect(try ledger.vouchers("2024-02-01T00:00:00+08:00").vouchers.count == 1)
  }

  @Test func `says what can be deducted, and what limits it`() throws {
    let ledger = try TestLedger.voucherWorld(programme: #","capPerUserYear":40000"#, face: 500_000)
    try ledger.addChargeOfUser("C", 333_333)
    try ledger.addChargeOfUser("C2", 60_000)
    try ledger.addChargeOfUser("C3", user: "u2")
    func deductible(_ charge: String, at day: String, voucher: String = "V") throws -> Deductible? {
      let asOf = try ledger.asOf(day)
      return try ledger.log.read {
        try Deductible(voucher: Identifier(voucher), charge: Identifier(charge), $0, asOf: asOf)
      }
    }
    let first = try #require(try deductible("C", at: "2024-06-01"))
    #expect(first == Deductible(ratioLeft: 166_666, open: 500_000, yearLeft: 40_000, remainder: 333_333))
    #expect(first.amount == 40_000)
    #expect(try deductible("C2", at: "2024-06-01")?.amount == 30_000)
    try ledger.deduct("D", 35_000, at: "2024-06-02")
    #expect(try deductible("C2", at: "2024-06-02")?.amount == 5_000)
    #expect(try deductible("C", at: "2024-06-02")?.ratioLeft == 131_666)
    #expect(try deductible("C3", at: "2024-06-02") == nil)
    #expect(try deductible("C", at: "2024-05-06") == nil)
    #expect(try deductible("C", at: "2025-01-01") == nil)
    #expect(try deductible("C", at: "2024-06-02", voucher: "V9") == nil)
    let ratio = try Ratio(5_000)
    #expect(Deductible.part(of: 333_333, ratio: ratio) == 166_666)
    #expect(Deductible.part(of: -333_333, ratio: ratio) == -166_667)
    #expect(Deductible(ratioLeft: -1, open: 5, yearLeft: nil, remainder: 5).amount == 0)
  }
}

extension TestLedger {
  /// The book as of the end of a day, or an instant.
  func vouchers(_ valid: String, known: Position? = nil) throws -> VoucherBook {
    let asOf = try asOf(valid, known: known)
    return try log.read { try VoucherBook($0, asOf: asOf) }
  }
}
