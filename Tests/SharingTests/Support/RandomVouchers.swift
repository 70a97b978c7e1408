import EventLog
import EventModel
import Sharing
import TestSupport
import Testing

/// Random steps of vouchers of two programmes: late and in order, posted later or not, sensible or refused.
struct RandomVouchers {
  let ledger: TestLedger
  /// How many events of each type were admitted.
  private(set) var admitted: [EventType: Int] = [:]
  /// Every refusal's rule met on the way.
  private(set) var refused: Set<String> = []

  private struct Made {
    let id: String
    let voucher: String
    let programme: String
    let user: String
    let charge: String
  }

  private var vouchers: [(id: String, programme: String, user: String, useBy: String)] = []
  private var deductions: [Made] = []
  private var claims: [(id: String, programme: String, deductions: [String], amount: Int)] = []
  private static let charges = [("C1", "u1", 300_001), ("C2", "u1", 90_000), ("C3", "u2", 200_000), ("C4", "u2", 5)]
  private static let bookings = ["B1": "u1", "B2": "u2"]

  init(stepCount: Int, using random: inout SeededRandom) throws {
    ledger = try TestLedger.world()
    try ledger.add("programme.opened", TestLedger.programme("P", budget: 150_000), at: "2024-01-05")
    try ledger.add(
      "programme.opened",
      TestLedger.programme(
        "Q", budget: 100_000, useBy: "2024-07-31", cashBy: "2024-08-31", ratio: 3_333, more: #","capPerUserYear":40000"#
      ),
      at: "2024-01-05")
    for (charge, user, total) in Self.charges {
      try ledger.addChargeOfUser(charge, total, user: user, at: "2024-05-06")
    }
    for (booking, user) in Self.bookings.sorted(by: { $0.key < $1.key }) {
      try ledger.add(
        "booking.requested", TestLedger.booking(booking, user: user, TestLedger.span(8, 9)), at: "2024-05-01")
    }
    for step in 0..<stepCount { try take(step, of: stepCount, using: &random) }
  }

  private mutating func take(_ step: Int, of stepCount: Int, using random: inout SeededRandom) throws {
    let kind = vouchers.count < 3 ? 0 : Int.random(in: 0..<22, using: &random)
    // Mostly in order, each fact up to a month late or early, some at any time at all.
    let drift = step * 120 / stepCount + Int.random(in: 0...30, using: &random)
    let isAnywhere = Int.random(in: 0..<8, using: &random) == 0
    let day = try Day(iso: "2024-05-01").advanced(by: isAnywhere ? Int.random(in: 0...150, using: &random) : drift)
    var more = ""
    if Int.random(in: 0..<5, using: &random) == 0 {
      more = try #","postedOn":"\#(day.advanced(by: Int.random(in: 0...40, using: &random)))""#
    }
    let known = try ledger.log.head()
    let asOf = AsOf(valid: day.end, known: known)
    let book = try ledger.log.read { try VoucherBook($0, asOf: asOf) }
    guard let (type, data) = try content(kind, "\(step)", book, more, using: &random) else { return }
    let hour = Int.random(in: 10...12, using: &random)
    let event = try ledger.event(type, data, at: "\(day)T\(hour):00:00+08:00", id: "s\(step)")
    switch try #require(try ledger.log.appendEach([event]).first) {
    case .success:
      admitted[event.type, default: 0] += 1
      remember(event.payload)
    case .failure(.refused(_, let refusal)): refused.insert(refusal.ruleName)
    case .failure(let error): throw error
    }
  }

  private func content(
    _ kind: Int, _ id: String, _ book: VoucherBook, _ more: String, using random: inout SeededRandom
  ) throws -> (String, String)? {
    let amount = Int.random(in: 1...30_000, using: &random)
    if kind < 2 {
      let isP = Bool.random(using: &random)
      let (useBy, cashBy) = isP ? ("2024-08-31", "2024-10-31") : ("2024-07-15", "2024-08-15")
      return (
        "voucher.issued",
        TestLedger.voucher(
          "V\(id)", programme: isP ? "P" : "Q", user: Bool.random(using: &random) ? "u1" : "u2", face: amount,
          useBy: useBy, cashBy: cashBy, more: more)
      )
    }
    if kind > 12 { return claimContent(kind, id, book, more, using: &random) }
    guard let voucher = vouchers.randomElement(using: &random) else { return nil }
    let entry = try book[Identifier(voucher.id)]
    let (open, held) = (Int(entry?.open ?? 0), Int(entry?.held ?? 0))
    func step(_ fields: String) -> String {
      TestLedger.voucherStep(fields + more, voucher.id, programme: voucher.programme, user: voucher.user)
    }
    let booking = voucher.user == "u1" ? "B1" : "B2"
    switch kind {
    case 2, 3: return ("voucher.held", step(#""booking":"\#(booking)","amount":\#(amount / 4 + 1)"#))
    case 4, 5: return ("voucher.holdReleased", step(#""booking":"\#(booking)","amount":\#(max(held, 1))"#))
    case 6 where open < 9_000: return ("voucher.expired", step(#""amount":\#(open)"#))
    case 7 where open < 9_000: return ("voucher.returned", step(#""amount":\#(open)"#))
    case 8 where open < 9_000: return ("voucher.revoked", step(#""amount":\#(open),"reason":"r""#))
    default:
      let charge = Self.charges.filter { $0.1 == voucher.user }.randomElement(using: &random)?.0 ?? "C1"
      let paid = kind < 11 ? min(amount / 3, open) + 1 : max(open, 1)
      return (
        "voucher.deducted",
        step(#""deduction":"D\#(id)","charge":"\#(charge)","unit":"x-uni","amount":\#(paid)"#)
      )
    }
  }

  private func claimContent(
    _ kind: Int, _ id: String, _ book: VoucherBook, _ more: String, using random: inout SeededRandom
  ) -> (String, String)? {
    if kind < 15 {
      guard let deduction = deductions.randomElement(using: &random) else { return nil }
      let useBy = vouchers.first { $0.id == deduction.voucher }?.useBy ?? ""
      return (
        "voucher.deductionReversed",
        TestLedger.reversal(
          deduction.id, Int.random(in: 1...3_000, using: &random), charge: deduction.charge,
          voucher: deduction.voucher, programme: deduction.programme, user: deduction.user, useBy: useBy, more: more)
      )
    }
    if kind < 18 {
      let programme = Bool.random(using: &random) ? "P" : "Q"
      let some = deductions.filter { $0.programme == programme }.shuffled(using: &random).prefix(2).map(\.id)
      let amount = some.reduce(0) { $0 + left($1) }
      let no = "\(Int.random(in: 0..<12, using: &random))"
      return ("redemption.claimed", TestLedger.claim("R\(id)", some, amount, no: no, programme: programme))
    }
    guard let claim = claims.randomElement(using: &random) else { return nil }
    if kind < 20 {
      let data = TestLedger.answer(
        claim.id, claim.deductions, #""amount":\#(claim.amount)"# + more, programme: claim.programme)
      return ("redemption.paid", data)
    }
    let invoice = invoices[claim.id] ?? ""
    let data = TestLedger.answer(
      claim.id, claim.deductions, #""invoice":"\#(invoice)","reason":"r""#, programme: claim.programme)
    return ("redemption.rejected", data)
  }

  private var invoices: [String: String] = [:]
  private var leftOf: [String: Int] = [:]

  private func left(_ deduction: String) -> Int { leftOf[deduction] ?? 0 }

  private mutating func remember(_ payload: EventPayload) {
    switch payload {
    case .voucherIssued(let data):
      vouchers.append((data.voucher.text, data.programme.text, data.user.text, "\(data.useBy)"))
    case .voucherDeducted(let data):
      leftOf[data.deduction.text] = Int(data.amount.amount)
      deductions.append(
        Made(
          id: data.deduction.text, voucher: data.voucher.text, programme: data.programme.text, user: data.user.text,
          charge: data.charge.text))
    case .voucherDeductionReversed(let data): leftOf[data.deduction.text, default: 0] -= Int(data.amount.amount)
    case .redemptionClaimed(let data):
      invoices[data.claim.text] = data.invoice.text
      claims.append((data.claim.text, data.programme.text, data.deductions.map(\.text), Int(data.amount.amount)))
    default: break
    }
  }
}
