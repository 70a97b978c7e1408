import EventModel
import Testing

@Suite struct `Programmes and the issue of vouchers` {
  private static let max = Fen.range.upperBound

  @Test func `a programme without money, or with days out of order`() throws {
    let ledger = try TestLedger.world()
    func refusal(_ data: String, at time: String = "2024-01-05") throws -> Refusal? {
      try ledger.refusal("programme.opened", data, at: time)
    }
    #expect(
      try refusal(TestLedger.programme(budget: 0)) == .outOfRange(field: "budget", value: 0, min: 1, max: Self.max))
    for cap in ["capPerVoucher", "capPerUserYear"] {
      #expect(
        try refusal(TestLedger.programme(more: ",\"\(cap)\":0"))
          == .outOfRange(field: cap, value: 0, min: 1, max: Self.max))
    }
    #expect(
      try refusal(TestLedger.programme(useBy: "2025-01-01", cashBy: "2024-12-31"))
        == .dayOutOfRange(
          field: "useBy", day: Day(iso: "2025-01-01"), earliest: Day(iso: "2024-01-05"), latest: Day(iso: "2024-12-31"))
    )
    #expect(
      try refusal(TestLedger.programme(useBy: "2024-01-05"), at: "2024-01-06")
        == .dayOutOfRange(
          field: "useBy", day: Day(iso: "2024-01-05"), earliest: Day(iso: "2024-01-06"), latest: Day(iso: "2025-03-31"))
    )
    try ledger.add("programme.opened", TestLedger.programme(useBy: "2024-01-05"), at: "2024-01-05T23:59:59+08:00")
  }

  @Test func `a programme closes once, and not before the vouchers it issued`() throws {
    let ledger = try TestLedger.voucherWorld()
    let close = #"{"programme":"P"}"#
    let tag = try Tag("programme:P")
    #expect(
      try ledger.refusal("programme.closed", close, at: "2024-01-01")
        == .wrongState(tag, state: "not opened", event: .programmeClosed))
    #expect(
      try ledger.refusal("programme.closed", close, at: "2024-01-10")
        == .wrongState(
          tag, state: "followed by voucher.issued at 2024-02-01T00:00:00+08:00", event: .programmeClosed))
    try ledger.add("programme.closed", close, at: "2024-03-01", id: "closed")
    #expect(
      try ledger.refusal("programme.closed", close, at: "2024-03-02")
        == .wrongState(tag, state: "closed", event: .programmeClosed))
    #expect(
      try ledger.refusal("voucher.issued", TestLedger.voucher("V2"), at: "2024-03-02")
        == .wrongState(tag, state: "closed", event: .voucherIssued))
    try ledger.add("voucher.issued", TestLedger.voucher("V2"), at: "2024-02-28")
    try ledger.retract("closed")
    try ledger.add("voucher.issued", TestLedger.voucher("V3"), at: "2024-03-02")
  }

  @Test func `a voucher its programme does not allow`() throws {
    let ledger = try TestLedger.voucherWorld(programme: #","capPerVoucher":300000"#)
    func refusal(_ data: String, at time: String = "2024-02-01") throws -> Refusal? {
      try ledger.refusal("voucher.issued", data, at: time)
    }
    let programme = try Identifier("P")
    #expect(
      try refusal(TestLedger.voucher("V2", programme: "Q"))
        == .unknownReference(Tag("programme:Q"), field: "programme"))
    #expect(try refusal(TestLedger.voucher("V2", user: "u9")) == .unknownReference(Tag("party:u9"), field: "user"))
    #expect(
      try refusal(TestLedger.voucher("V2"), at: "2024-01-04")
        == .wrongState(Tag("programme:P"), state: "not opened", event: .voucherIssued))
    #expect(
      try refusal(TestLedger.voucher("V2", face: 0)) == .outOfRange(field: "face", value: 0, min: 1, max: Self.max))
    #expect(
      try refusal(TestLedger.voucher("V2", face: 300_001))
        == .capPerVoucherExceeded(programme: programme, face: 300_001, cap: 300_000))
    #expect(
      try refusal(TestLedger.voucher("V2", useBy: "2024-12-02", cashBy: "2024-12-01"))
        == .dayOutOfRange(
          field: "cashBy", day: Day(iso: "2024-12-01"), earliest: Day(iso: "2024-12-02"), latest: Day(iso: "2025-03-31")
        ))
    #expect(
      try refusal(TestLedger.voucher("V2", useBy: "2025-01-01"))
        == .beyondProgramme(field: "useBy", day: Day(iso: "2025-01-01"), latest: Day(iso: "2024-12-31")))
    #expect(
      try refusal(TestLedger.voucher("V2", cashBy: "2025-04-01"))
        == .beyondProgramme(field: "cashBy", day: Day(iso: "2025-04-01"), latest: Day(iso: "2025-03-31")))
    try ledger.add("voucher.issued", TestLedger.voucher("V2", face: 300_000), at: "2024-02-01")
  }

  @Test func `a programme gives out no more than it has, on no day`() throws {
    let ledger = try TestLedger.voucherWorld()
    func exceeded(_ amount: Int64, _ available: String) throws -> Refusal {
      .programmeBudgetExceeded(programme: try Identifier("P"), amount: amount, available: available)
    }
    #expect(
      try ledger.refusal("voucher.issued", TestLedger.voucher("V2", face: 900_001), at: "2024-02-02")
        == exceeded(900_001, "900000"))
    try ledger.add("voucher.issued", TestLedger.voucher("V2", face: 900_000), at: "2024-02-02")
    #expect(
      try ledger.refusal("voucher.issued", TestLedger.voucher("V3", face: 1), at: "2024-02-03") == exceeded(1, "0"))
    try ledger.add("voucher.returned", TestLedger.voucherStep(#""amount":900000"#, "V2"), at: "2024-03-01")
    // What came back in March cannot have been given out in February.
    #expect(
      try ledger.refusal("voucher.issued", TestLedger.voucher("V3", face: 1), at: "2024-02-29") == exceeded(1, "0"))
    try ledger.add("voucher.issued", TestLedger.voucher("V3", face: 900_000), at: "2024-03-01")
  }

  @Test func `what is posted later cannot be given out before`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("programme.opened", TestLedger.programme(more: #","postedOn":"2024-02-10""#), at: "2024-01-05")
    #expect(
      try ledger.refusal("voucher.issued", TestLedger.voucher(), at: "2024-02-09")
        == .programmeBudgetExceeded(programme: Identifier("P"), amount: 100_000, available: "0"))
    try ledger.add("voucher.issued", TestLedger.voucher(more: #","postedOn":"2024-02-10""#), at: "2024-02-09")
  }

  @Test func `only the department opens programmes, issues and revokes vouchers`() throws {
    let ledger = try TestLedger.voucherWorld()
    try ledger.addParty("x-office", kind: "authority")
    try ledger.addParty("x-dep", kind: "authority")
    let role = #"{"party":"\#("x-dep")","role":"department","document":"d","from":"2016-01-01"}"#
    try ledger.add("role.granted", role, at: "2016-01-01")
    for (type, data) in [
      ("programme.opened", TestLedger.programme("Q")), ("voucher.issued", TestLedger.voucher("V2")),
      ("voucher.revoked", TestLedger.voucherStep(#""amount":100000,"reason":"r""#)),
    ] {
      #expect(
        try ledger.refusal(type, data, at: "2024-02-02")
          == .roleNotHeld(
            actor: Identifier("x-office"), needed: [.department], at: TestLedger.instant("2024-02-02")))
      try ledger.add(type, data, at: "2024-02-02", actor: "x-dep")
    }
  }
}
