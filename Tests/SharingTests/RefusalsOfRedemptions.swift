import EventModel
import Testing

@Suite struct `Redemptions` {
  /// Deductions D1 of 500 and D2 of 300 fen.
  private static func world() throws -> TestLedger {
    let ledger = try TestLedger.voucherWorld()
    try ledger.addChargeOfUser()
    try ledger.deduct("D1", 500)
    try ledger.deduct("D2", 300)
    return ledger
  }

  private static func refusal(
    _ ledger: TestLedger, _ data: String, at time: String = "2024-07-01"
  ) throws -> Refusal? {
    try ledger.refusal("redemption.claimed", data, at: time)
  }

  @Test func `a claim names deductions, each once, and its invoice`() throws {
    let ledger = try Self.world()
    #expect(try Self.refusal(ledger, TestLedger.claim("R", [], 0)) == .emptyList(field: "deductions"))
    #expect(
      try Self.refusal(ledger, TestLedger.claim("R", ["D1", "D1"], 1_000))
        == .namedTwice(field: "deductions", value: "D1"))
    #expect(
      try Self.refusal(ledger, TestLedger.claim("R", ["D9"], 1))
        == .unknownReference(Tag("deduction:D9"), field: "deductions"))
    #expect(
      try Self.refusal(ledger, TestLedger.claim("R", ["D1"], 500, invoice: "050R"))
        == .copyDiffers(field: "invoice", given: "050R", recorded: "050-R"))
  }

  @Test func `a claim is of one unit and programme and for what is left`() throws {
    let ledger = try Self.world()
    try ledger.add("programme.opened", TestLedger.programme("Q"), at: "2024-01-05")
    #expect(
      try Self.refusal(ledger, TestLedger.claim("R", ["D1"], 500, unit: "x-org"))
        == .copyDiffers(field: "unit", given: "x-org", recorded: "x-uni"))
    #expect(
      try Self.refusal(ledger, TestLedger.claim("R", ["D1"], 500, programme: "Q"))
        == .copyDiffers(field: "programme", given: "Q", recorded: "P"))
    try ledger.add("voucher.deductionReversed", TestLedger.reversal("D1", 100), at: "2024-06-20")
    #expect(
      try Self.refusal(ledger, TestLedger.claim("R", ["D1", "D2"], 800))
        == .copyDiffers(field: "amount", given: "800", recorded: "700"))
    #expect(
      try Self.refusal(ledger, TestLedger.claim("R", ["D1"], 0))
        == .outOfRange(field: "amount", value: 0, min: 1, max: Fen.range.upperBound))
    #expect(
      try Self.refusal(ledger, TestLedger.claim("R", ["D1"], 400), at: "2024-05-31")
        == .wrongState(Tag("deduction:D1"), state: "not deducted", event: .redemptionClaimed))
    // On 10 June 500 were left, but a claim then would forbid the reversal of 20 June.
    let later = "followed by voucher.deductionReversed at 2024-06-20T00:00:00+08:00"
    #expect(
      try Self.refusal(ledger, TestLedger.claim("R", ["D1"], 500), at: "2024-06-10")
        == .wrongState(Tag("deduction:D1"), state: later, event: .redemptionClaimed))
    try ledger.add("redemption.claimed", TestLedger.claim("R", ["D1", "D2"], 700), at: "2024-07-01")
  }

  @Test func `a deduction and an invoice are in one claim, until it is rejected`() throws {
    let ledger = try Self.world()
    try ledger.add("redemption.claimed", TestLedger.claim("R", ["D1"], 500), at: "2024-07-01")
    #expect(
      try Self.refusal(ledger, TestLedger.claim("S", ["D2", "D1"], 800), at: "2024-07-02")
        == .deductionAlreadyClaimed(deduction: Identifier("D1"), claim: Identifier("R")))
    #expect(
      try Self.refusal(ledger, TestLedger.claim("S", ["D2"], 300, no: "R"), at: "2024-07-02")
        == .invoiceAlreadyClaimed(invoice: Identifier("050-R"), claim: Identifier("R")))
    let later = "followed by redemption.claimed at 2024-07-01T00:00:00+08:00"
    #expect(
      try Self.refusal(ledger, TestLedger.claim("S", ["D1"], 500), at: "2024-06-30")
        == .wrongState(Tag("deduction:D1"), state: later, event: .redemptionClaimed))
    #expect(
      try Self.refusal(ledger, TestLedger.claim("S", ["D2"], 300, no: "R"), at: "2024-06-30")
        == .wrongState(Tag("invoice:050-R"), state: later, event: .redemptionClaimed))
    let rejection = TestLedger.answer("R", ["D1"], #""invoice":"050-R","reason":"r""#)
    try ledger.add("redemption.rejected", rejection, at: "2024-07-03")
    try ledger.add("redemption.claimed", TestLedger.claim("S", ["D1", "D2"], 800, no: "R"), at: "2024-07-03")
    try ledger.add("redemption.paid", TestLedger.answer("S", ["D1", "D2"], #""amount":800"#), at: "2024-07-04")
    #expect(
      try Self.refusal(ledger, TestLedger.claim("T", ["D1"], 500), at: "2024-07-05")
        == .deductionAlreadyClaimed(deduction: Identifier("D1"), claim: Identifier("S")))
    #expect(
      try Self.refusal(ledger, TestLedger.claim("T", ["D1"], 500, no: "R"), at: "2024-07-05")
        == .deductionAlreadyClaimed(deduction: Identifier("D1"), claim: Identifier("S")))
  }

  @Test func `a claimed deduction is not reversed, until the claim is rejected`() throws {
    let ledger = try Self.world()
    try ledger.add("redemption.claimed", TestLedger.claim("R", ["D1"], 500), at: "2024-07-01")
    func refusal(at time: String) throws -> Refusal? {
      try ledger.refusal("voucher.deductionReversed", TestLedger.reversal("D1", 1), at: time)
    }
    func state(_ state: String) throws -> Refusal {
      .wrongState(try Tag("deduction:D1"), state: state, event: .voucherDeductionReversed)
    }
    #expect(try refusal(at: "2024-07-02") == state("part of the claim R"))
    #expect(try refusal(at: "2024-06-30") == state("part of the claim R of 2024-07-01T00:00:00+08:00"))
    try ledger.add(
      "redemption.rejected", TestLedger.answer("R", ["D1"], #""invoice":"050-R","reason":"r""#), at: "2024-07-03")
    #expect(try refusal(at: "2024-06-30") == state("part of the claim R of 2024-07-01T00:00:00+08:00"))
    try ledger.add("voucher.deductionReversed", TestLedger.reversal("D1", 100), at: "2024-07-04")
    try ledger.add("redemption.claimed", TestLedger.claim("S", ["D1"], 400), at: "2024-07-05")
    try ledger.add("redemption.paid", TestLedger.answer("S", ["D1"], #""amount":400"#), at: "2024-07-06")
    #expect(try refusal(at: "2024-07-07") == state("paid by the claim S"))
  }

  @Test func `cashing ends with its last day`() throws {
    let ledger = try Self.world()
    #expect(
      try Self.refusal(ledger, TestLedger.claim("R", ["D1"], 500), at: "2025-04-01")
        == .cashingOver(voucher: Identifier("V"), cashBy: Day(iso: "2025-03-31"), on: Day(iso: "2025-04-01")))
    try ledger.add("redemption.claimed", TestLedger.claim("R", ["D1"], 500), at: "2025-03-31T23:59:59+08:00")
    try ledger.add("redemption.paid", TestLedger.answer("R", ["D1"], #""amount":500"#), at: "2025-05-01")
  }

  @Test func `nothing is claimed before it is posted`() throws {
    let ledger = try Self.world()
    try ledger.add(
      "voucher.deducted", TestLedger.deduction("D3", 10, more: #","postedOn":"2024-06-20""#), at: "2024-06-01")
    #expect(
      try Self.refusal(ledger, TestLedger.claim("R", ["D3"], 10), at: "2024-06-19")
        == .wrongState(Tag("deduction:D3"), state: "posted on 2024-06-20", event: .redemptionClaimed))
    try ledger.add("redemption.claimed", TestLedger.claim("R", ["D3"], 10), at: "2024-06-20")
  }

  @Test func `a claim is answered once, and the answer repeats it`() throws {
    let ledger = try Self.world()
    try ledger.add("programme.opened", TestLedger.programme("Q"), at: "2024-01-05")
    try ledger.add("redemption.claimed", TestLedger.claim("R", ["D1"], 500), at: "2024-07-01")
    for (type, more) in [
      ("redemption.rejected", #""invoice":"050-R","reason":"r""#), ("redemption.paid", #""amount":500"#),
    ] {
      let wrong = [
        ("unit", "x-org", "x-uni", TestLedger.answer("R", ["D1"], more, unit: "x-org")),
        ("programme", "Q", "P", TestLedger.answer("R", ["D1"], more, programme: "Q")),
        ("deductions", #"[D2]"#, #"[D1]"#, TestLedger.answer("R", ["D2"], more)),
      ]
      for (field, given, recorded, data) in wrong {
        #expect(
          try ledger.refusal(type, data, at: "2024-07-02")
            == .copyDiffers(field: field, given: given, recorded: recorded))
      }
      #expect(
        try ledger.refusal(type, TestLedger.answer("R9", ["D1"], more), at: "2024-07-02")
          == .unknownReference(Tag("claim:R9"), field: "claim"))
      let event = try #require(EventType(wireName: type))
      #expect(
        try ledger.refusal(type, TestLedger.answer("R", ["D1"], more), at: "2024-06-30")
          == .wrongState(Tag("claim:R"), state: "not claimed", event: event))
    }
    #expect(
      try ledger.refusal(
        "redemption.rejected", TestLedger.answer("R", ["D1"], #""invoice":"050-S","reason":"r""#), at: "2024-07-02")
        == .copyDiffers(field: "invoice", given: "050-S", recorded: "050-R"))
    #expect(
      try ledger.refusal("redemption.paid", TestLedger.answer("R", ["D1"], #""amount":499"#), at: "2024-07-02")
        == .copyDiffers(field: "amount", given: "499", recorded: "500"))
    try ledger.add("redemption.paid", TestLedger.answer("R", ["D1"], #""amount":500"#), at: "2024-07-02")
    for (type, more) in [
      ("redemption.rejected", #""invoice":"050-R","reason":"r""#), ("redemption.paid", #""amount":500"#),
    ] {
      let event = try #require(EventType(wireName: type))
      #expect(
        try ledger.refusal(type, TestLedger.answer("R", ["D1"], more), at: "2024-07-03")
          == .wrongState(Tag("claim:R"), state: "paid", event: event))
      #expect(
        try ledger.refusal(type, TestLedger.answer("R", ["D1"], more), at: "2024-07-01")
          == .wrongState(
            Tag("claim:R"), state: "followed by redemption.paid at 2024-07-02T00:00:00+08:00", event: event))
    }
  }
}
