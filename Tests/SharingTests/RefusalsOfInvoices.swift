import EventModel
import Testing

@Suite struct `Invoices and disputes` {
  private static func invoice(
    _ number: String = "1", id: String? = nil, user: String = "u1", charges: [String] = ["C1"], total: Int64 = 1_000
  ) -> String {
    """
    {"invoice":"\(id ?? "05-\(number)")","unit":"x-uni","user":"\(user)","invoiceCode":"05","invoiceNo":"\(number)",\
    "charges":[\(charges.map { "\"\($0)\"" }.joined(separator: ","))],"total":\(total)}
    """
  }

  private static func voiding(_ number: String = "1", user: String = "u1", charges: [String] = ["C1"]) -> String {
    """
    {"invoice":"05-\(number)","unit":"x-uni","user":"\(user)",\
    "charges":[\(charges.map { "\"\($0)\"" }.joined(separator: ","))],"reason":"r"}
    """
  }

  /// Charges `C1` of `u1` and `C2` of `u2`.
  private static func world() throws -> TestLedger {
    let ledger = try TestLedger.chargedWorld()
    try ledger.add(
      "usage.recorded", TestLedger.usage("U2").replacing("u1", with: "u2"), at: "2024-05-06")
    try ledger.add("charge.assessed", TestLedger.charge("C2", usage: "U2", user: "u2"), at: "2024-05-07")
    return ledger
  }

  @Test func `an invoice not named for its number, of nothing, of one charge twice or of others' charges`() throws {
    let ledger = try Self.world()
    func refusal(_ data: String, at day: String = "2024-05-08") throws -> Refusal? {
      try ledger.refusal("invoice.issued", data, at: day)
    }
    #expect(
      try refusal(Self.invoice(id: "051")) == .copyDiffers(field: "invoice", given: "051", recorded: "05-1"))
    #expect(try refusal(Self.invoice(charges: [], total: 0)) == .emptyList(field: "charges"))
    #expect(
      try refusal(Self.invoice(charges: ["C1", "C1"], total: 2_000)) == .namedTwice(field: "charges", value: "C1"))
    #expect(
      try refusal(Self.invoice(charges: ["C1", "C2"], total: 2_000))
        == .copyDiffers(field: "user", given: "u1", recorded: "u2"))
    #expect(try refusal(Self.invoice(charges: ["C9"])) == .unknownReference(Tag("charge:C9"), field: "charges"))
    #expect(
      try refusal(Self.invoice(), at: "2024-05-06")
        == .wrongState(Tag("charge:C1"), state: "not assessed", event: .invoiceIssued))
  }

  @Test func `an invoice's total is that of its charges as they stand`() throws {
    let ledger = try TestLedger.chargedWorld()
    try ledger.add("charge.adjusted", TestLedger.change(TestLedger.line("water", -50), -50), at: "2024-05-09")
    try ledger.add("payment.received", TestLedger.payment("P", 100), at: "2024-05-09")
    #expect(
      try ledger.refusal("invoice.issued", Self.invoice(total: 950), at: "2024-05-08")
        == .copyDiffers(field: "total", given: "950", recorded: "1000"))
    #expect(
      try ledger.refusal("invoice.issued", Self.invoice(), at: "2024-05-09")
        == .copyDiffers(field: "total", given: "1000", recorded: "950"))
    try ledger.add("invoice.issued", Self.invoice(total: 950), at: "2024-05-09")
  }

  @Test func `a charge is on one invoice that is not void`() throws {
    let ledger = try TestLedger.chargedWorld()
    let issued = try ledger.add("invoice.issued", Self.invoice(), at: "2024-05-08")
    #expect(
      try ledger.refusal("invoice.issued", Self.invoice(), at: "2024-05-09")
        == .alreadyExists(Tag("invoice:05-1"), recordedAt: issued))
    #expect(
      try ledger.refusal("invoice.issued", Self.invoice("2"), at: "2024-05-09")
        == .wrongState(Tag("charge:C1"), state: "on the invoice 05-1", event: .invoiceIssued))
    try ledger.add("invoice.voided", Self.voiding(), at: "2024-05-10")
    #expect(
      try ledger.refusal("invoice.issued", Self.invoice("2"), at: "2024-05-09")
        == .wrongState(Tag("charge:C1"), state: "on the invoice 05-1", event: .invoiceIssued))
    #expect(
      try ledger.refusal("invoice.issued", Self.invoice("2"), at: "2024-05-07")
        == .wrongState(
          Tag("charge:C1"), state: "followed by invoice.issued at 2024-05-08T00:00:00+08:00", event: .invoiceIssued))
    try ledger.add("invoice.issued", Self.invoice("2"), at: "2024-05-10")
  }

  @Test func `an invoice is voided once, as it was issued`() throws {
    let ledger = try TestLedger.chargedWorld()
    try ledger.add("invoice.issued", Self.invoice(), at: "2024-05-08")
    func refusal(_ data: String, at day: String = "2024-05-09") throws -> Refusal? {
      try ledger.refusal("invoice.voided", data, at: day)
    }
    #expect(
      try refusal(Self.voiding(charges: [])) == .copyDiffers(field: "charges", given: "[]", recorded: "[C1]"))
    #expect(try refusal(Self.voiding(user: "u2")) == .copyDiffers(field: "user", given: "u2", recorded: "u1"))
    #expect(
      try refusal(Self.voiding(), at: "2024-05-07")
        == .wrongState(Tag("invoice:05-1"), state: "not begun", event: .invoiceVoided))
    try ledger.add("invoice.voided", Self.voiding(), at: "2024-05-09")
    #expect(
      try refusal(Self.voiding(), at: "2024-05-10")
        == .wrongState(Tag("invoice:05-1"), state: "ended", event: .invoiceVoided))
  }

  @Test func `a reversed charge is not invoiced`() throws {
    let ledger = try TestLedger.chargedWorld()
    try ledger.add("charge.reversed", TestLedger.change(TestLedger.opposite, -1_000), at: "2024-05-08")
    #expect(
      try ledger.refusal("invoice.issued", Self.invoice(total: 0), at: "2024-05-08")
        == .wrongState(Tag("charge:C1"), state: "reversed", event: .invoiceIssued))
  }

  @Test func `a dispute is opened once and resolved once`() throws {
    let ledger = try Self.world()
    let opened = TestLedger.step(#""dispute":"D","reason":"r""#)
    func resolved(charge: String = "C1", user: String = "u1") -> String {
      TestLedger.step(#""dispute":"D","outcome":"upheld","resolution":"r""#, charge: charge, user: user)
    }
    #expect(
      try ledger.refusal("dispute.resolved", resolved(), at: "2024-05-09")
        == .unknownReference(Tag("dispute:D"), field: "dispute"))
    let position = try ledger.add("dispute.opened", opened, at: "2024-05-08")
    #expect(
      try ledger.refusal("dispute.opened", opened, at: "2024-05-09")
        == .alreadyExists(Tag("dispute:D"), recordedAt: position))
    #expect(
      try ledger.refusal("dispute.resolved", resolved(charge: "C2", user: "u2"), at: "2024-05-09")
        == .copyDiffers(field: "charge", given: "C2", recorded: "C1"))
    #expect(
      try ledger.refusal("dispute.resolved", resolved(user: "u2"), at: "2024-05-09")
        == .copyDiffers(field: "user", given: "u2", recorded: "u1"))
    try ledger.add("dispute.resolved", resolved(), at: "2024-05-09")
    #expect(
      try ledger.refusal("dispute.resolved", resolved(), at: "2024-05-10")
        == .wrongState(Tag("dispute:D"), state: "ended", event: .disputeResolved))
  }
}
