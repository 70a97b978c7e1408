import EventModel
import Testing

@Suite struct `Holding, ending and refusing vouchers` {
  private static func world() throws -> TestLedger {
    let ledger = try TestLedger.voucherWorld()
    try ledger.addApproved("B", 8, 10)
    return ledger
  }

  @Test func `a hold is above zero and within what is open`() throws {
    let ledger = try Self.world()
    #expect(
      try ledger.refusal("voucher.held", TestLedger.hold(0), at: "2024-05-02")
        == .outOfRange(field: "amount", value: 0, min: 1, max: Fen.range.upperBound))
    #expect(
      try ledger.refusal("voucher.held", TestLedger.hold(100_001), at: "2024-05-02")
        == .voucherOverdrawn(voucher: Identifier("V"), amount: 100_001, open: 100_000))
    try ledger.add("voucher.held", TestLedger.hold(60_000), at: "2024-05-02")
    #expect(
      try ledger.refusal("voucher.held", TestLedger.hold(40_001), at: "2024-05-03")
        == .voucherOverdrawn(voucher: Identifier("V"), amount: 40_001, open: 40_000))
    // Each fits alone and at its own time, but the later one would find too little.
    #expect(
      try ledger.refusal("voucher.held", TestLedger.hold(60_000), at: "2024-05-01")
        == .wrongState(
          Tag("voucher:V"), state: "followed by voucher.held at 2024-05-02T00:00:00+08:00", event: .voucherHeld))
    try ledger.add("voucher.held", TestLedger.hold(40_000), at: "2024-05-03")
  }

  @Test func `a hold is for a booking of the same user that can still take place`() throws {
    let ledger = try Self.world()
    #expect(
      try ledger.refusal("voucher.held", TestLedger.hold(1, booking: "B9"), at: "2024-05-02")
        == .unknownReference(Tag("booking:B9"), field: "booking"))
    try ledger.add(
      "booking.requested", TestLedger.booking("B2", user: "u2", TestLedger.span(12, 14)), at: "2024-05-01")
    for type in ["voucher.held", "voucher.holdReleased"] {
      #expect(
        try ledger.refusal(type, TestLedger.hold(1, booking: "B2"), at: "2024-05-02")
          == .copyDiffers(field: "user", given: "u1", recorded: "u2"))
    }
    try ledger.add("booking.cancelled", TestLedger.booking("B", #""reason":"r""#), at: "2024-05-03")
    #expect(
      try ledger.refusal("voucher.held", TestLedger.hold(1), at: "2024-05-03")
        == .wrongState(Tag("booking:B"), state: "cancelled", event: .voucherHeld))
    try ledger.add("voucher.held", TestLedger.hold(1), at: "2024-05-02")
    try ledger.add("voucher.holdReleased", TestLedger.hold(1), at: "2024-05-04")
  }

  @Test func `a release is within what is held for the booking`() throws {
    let ledger = try Self.world()
    try ledger.addApproved("B2", 12, 14)
    try ledger.add("voucher.held", TestLedger.hold(500), at: "2024-05-02")
    try ledger.add("voucher.held", TestLedger.hold(700, booking: "B2"), at: "2024-05-02")
    #expect(
      try ledger.refusal("voucher.holdReleased", TestLedger.hold(501), at: "2024-05-03")
        == .holdExceeded(voucher: Identifier("V"), booking: Identifier("B"), amount: 501, held: 500))
    try ledger.add("voucher.holdReleased", TestLedger.hold(500), at: "2024-05-03")
    #expect(
      try ledger.refusal("voucher.holdReleased", TestLedger.hold(1), at: "2024-05-04")
        == .holdExceeded(voucher: Identifier("V"), booking: Identifier("B"), amount: 1, held: 0))
  }

  @Test func `a voucher is used through the end of its last day`() throws {
    let ledger = try Self.world()
    #expect(
      try ledger.refusal("voucher.held", TestLedger.hold(1), at: "2025-01-01")
        == .voucherExpired(voucher: Identifier("V"), useBy: Day(iso: "2024-12-31"), on: Day(iso: "2025-01-01")))
    try ledger.add("voucher.held", TestLedger.hold(1), at: "2024-12-31T23:59:59.999999+08:00")
    try ledger.add("voucher.holdReleased", TestLedger.hold(1), at: "2025-01-02")
  }

  @Test func `every step repeats the voucher's programme and user`() throws {
    let ledger = try Self.world()
    try ledger.addChargeOfUser()
    try ledger.deduct("D", 1)
    try ledger.add("programme.opened", TestLedger.programme("Q"), at: "2024-01-05")
    let steps = [
      ("voucher.held", #""booking":"B","amount":1"#), ("voucher.holdReleased", #""booking":"B","amount":1"#),
      ("voucher.deducted", #""deduction":"D2","charge":"C","unit":"x-uni","amount":1"#),
      (
        "voucher.deductionReversed",
        #""deduction":"D","charge":"C","unit":"x-uni","amount":1,"useBy":"2024-12-31","reason":"r""#
      ),
      ("voucher.returned", #""amount":99999"#), ("voucher.expired", #""amount":99999"#),
      ("voucher.revoked", #""amount":99999,"reason":"r""#), ("voucher.refused", #""unit":"x-uni","reason":"r""#),
    ]
    for (type, more) in steps {
      #expect(
        try ledger.refusal(type, TestLedger.voucherStep(more, programme: "Q"), at: "2024-06-02")
          == .copyDiffers(field: "programme", given: "Q", recorded: "P"))
      #expect(
        try ledger.refusal(type, TestLedger.voucherStep(more, user: "u2"), at: "2024-06-02")
          == .copyDiffers(field: "user", given: "u2", recorded: "u1"))
      #expect(
        try ledger.refusal(type, TestLedger.voucherStep(more, "V9"), at: "2024-06-02")
          == .unknownReference(Tag("voucher:V9"), field: "voucher"))
    }
  }

  @Test(arguments: ["returned", "expired", "revoked"])
  func `a voucher ends with all that is open, without holds, once and for good`(end: String) throws {
    let ledger = try Self.world()
    try ledger.addChargeOfUser()
    let type = try #require(EventType(wireName: "voucher.\(end)"))
    func data(_ amount: Int) -> String { TestLedger.voucherStep(#""amount":\#(amount),"reason":"r""#) }
    func refusal(_ amount: Int, at time: String = "2025-01-01") throws -> Refusal? {
      try ledger.refusal(
        type.wireName, end == "expired" ? TestLedger.voucherStep(#""amount":\#(amount)"#) : data(amount), at: time)
    }
    try ledger.add("voucher.held", TestLedger.hold(500), at: "2024-05-02")
    #expect(try refusal(99_500) == .voucherStillHeld(voucher: Identifier("V"), held: 500))
    try ledger.add("voucher.holdReleased", TestLedger.hold(500), at: "2024-05-03")
    #expect(try refusal(99_999) == .copyDiffers(field: "amount", given: "99999", recorded: "100000"))
    #expect(
      try refusal(100_000, at: "2024-01-31")
        == .wrongState(Tag("voucher:V"), state: "not issued", event: type))
    let (day, useBy) = (try Day(iso: "2024-12-31"), try Day(iso: "2024-12-31"))
    if end == "expired" {
      #expect(
        try refusal(100_000, at: "2024-12-31") == .voucherNotExpired(voucher: Identifier("V"), useBy: useBy, on: day))
    }
    // The end takes what is open; what was held before it must stay possible.
    try ledger.add(
      type.wireName, end == "expired" ? TestLedger.voucherStep(#""amount":100000"#) : data(100_000), at: "2025-01-01")
    func ended(_ event: EventType) throws -> Refusal { .wrongState(try Tag("voucher:V"), state: end, event: event) }
    #expect(try ledger.refusal("voucher.held", TestLedger.hold(1), at: "2025-01-02") == ended(.voucherHeld))
    #expect(
      try ledger.refusal("voucher.holdReleased", TestLedger.hold(1), at: "2025-01-02") == ended(.voucherHoldReleased))
    #expect(
      try ledger.refusal("voucher.deducted", TestLedger.deduction("D", 1), at: "2025-01-02") == ended(.voucherDeducted))
    #expect(try refusal(1, at: "2025-01-02") == ended(type))
    #expect(
      try ledger.refusal("voucher.deducted", TestLedger.deduction("D", 1), at: "2024-06-01")
        == .wrongState(
          Tag("voucher:V"), state: "followed by voucher.\(end) at 2025-01-01T00:00:00+08:00", event: .voucherDeducted))
  }

  @Test func `nothing is no return, but an empty voucher can expire or be revoked`() throws {
    let ledger = try TestLedger.voucherWorld()
    try ledger.add("voucher.issued", TestLedger.voucher("V2"), at: "2024-02-01")
    try ledger.addChargeOfUser()
    try ledger.addChargeOfUser("C2")
    try ledger.deduct("D", 100_000)
    try ledger.deduct("D2", 100_000, charge: "C2", voucher: "V2")
    #expect(
      try ledger.refusal("voucher.returned", TestLedger.voucherStep(#""amount":0"#), at: "2024-06-02")
        == .outOfRange(field: "amount", value: 0, min: 1, max: Fen.range.upperBound))
    try ledger.add("voucher.revoked", TestLedger.voucherStep(#""amount":0,"reason":"r""#), at: "2024-06-02")
    try ledger.add("voucher.expired", TestLedger.voucherStep(#""amount":0"#, "V2"), at: "2025-01-01")
  }

  @Test func `a voucher is refused by a unit or organisation`() throws {
    let ledger = try Self.world()
    #expect(
      try ledger.refusal("voucher.refused", TestLedger.voucherStep(#""unit":"u2","reason":"r""#), at: "2024-05-02")
        == .wrongPartyKind(Identifier("u2"), field: "unit", kind: .user))
    try ledger.add("voucher.refused", TestLedger.voucherStep(#""unit":"x-org","reason":"r""#), at: "2024-05-02")
  }

  @Test func `what is posted later cannot be held before`() throws {
    let ledger = try Self.world()
    try ledger.add("voucher.issued", TestLedger.voucher("V2", more: #","postedOn":"2024-05-20""#), at: "2024-02-01")
    #expect(
      try ledger.refusal("voucher.held", TestLedger.hold(1, voucher: "V2"), at: "2024-05-02")
        == .voucherOverdrawn(voucher: Identifier("V2"), amount: 1, open: 0))
    let held = TestLedger.hold(1, voucher: "V2", more: #","postedOn":"2024-05-20""#)
    try ledger.add("voucher.held", held, at: "2024-05-02")
    #expect(
      try ledger.refusal("voucher.holdReleased", TestLedger.hold(1, voucher: "V2"), at: "2024-05-03")
        == .holdExceeded(voucher: Identifier("V2"), booking: Identifier("B"), amount: 1, held: 0))
  }
}
