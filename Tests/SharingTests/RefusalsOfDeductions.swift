import EventLog
import EventModel
import Testing

@Suite struct `Deductions and their reversal` {
  private static func world(_ total: Int = 200_000, face: Int = 100_000, programme: String = "") throws -> TestLedger {
    let ledger = try TestLedger.voucherWorld(programme: programme, face: face)
    try ledger.addChargeOfUser("C", total)
    return ledger
  }

  private static func refusal(
    _ ledger: TestLedger, _ data: String, at time: String = "2024-06-01"
  ) throws -> Refusal? {
    try ledger.refusal("voucher.deducted", data, at: time)
  }

  @Test func `a deduction repeats the charge's unit and user`() throws {
    let ledger = try Self.world()
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("D", 1, unit: "x-org"))
        == .copyDiffers(field: "unit", given: "x-org", recorded: "x-uni"))
    try ledger.addChargeOfUser("C2", user: "u2")
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("D", 1, charge: "C2"))
        == .copyDiffers(field: "user", given: "u1", recorded: "u2"))
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("D", 1, charge: "C9"))
        == .unknownReference(Tag("charge:C9"), field: "charge"))
    let charge = try Tag("charge:C")
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("D", 1), at: "2024-05-06")
        == .wrongState(charge, state: "not assessed", event: .voucherDeducted))
    try ledger.add(
      "charge.reversed",
      """
      {"charge":"C","unit":"x-uni","user":"u1","pool":"p","total":-200000,"reason":"r","approver":"x-org",\
      "lines":[{"component":"labour","quantity":-1,"amount":-200000}]}
      """, at: "2024-06-10")
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("D", 1), at: "2024-06-11")
        == .wrongState(charge, state: "reversed", event: .voucherDeducted))
    let followed = "followed by charge.reversed at 2024-06-10T00:00:00+08:00"
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("D", 1), at: "2024-06-01")
        == .wrongState(charge, state: followed, event: .voucherDeducted))
  }

  @Test func `a deduction is above zero and within what is open, through the last day`() throws {
    let ledger = try Self.world()
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("D", 0))
        == .outOfRange(field: "amount", value: 0, min: 1, max: Fen.range.upperBound))
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("D", 100_001))
        == .voucherOverdrawn(voucher: Identifier("V"), amount: 100_001, open: 100_000))
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("D", 1), at: "2025-01-01")
        == .voucherExpired(voucher: Identifier("V"), useBy: Day(iso: "2024-12-31"), on: Day(iso: "2025-01-01")))
    // Used on 30 December, recorded long after.
    try ledger.deduct("D", 100_000, at: "2024-12-30")
  }

  @Test func `half of 3,333.33 yuan is 1,666.66`() throws {
    let ledger = try Self.world(333_333, face: 500_000)
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("D", 166_667))
        == .ratioExceeded(charge: Identifier("C"), amount: 166_667, deductible: 166_666))
    try ledger.deduct("D", 166_600)
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("D2", 67))
        == .ratioExceeded(charge: Identifier("C"), amount: 67, deductible: 66))
    // A deduction that became true before counts with the later one.
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("D2", 67), at: "2024-05-08")
        == .ratioExceeded(charge: Identifier("C"), amount: 67, deductible: 66))
    // Another voucher of the programme shares its part; another programme has its own.
    try ledger.add("voucher.issued", TestLedger.voucher("V2", face: 100_000), at: "2024-02-01")
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("D2", 67, voucher: "V2"))
        == .ratioExceeded(charge: Identifier("C"), amount: 67, deductible: 66))
    try ledger.add("programme.opened", TestLedger.programme("Q", ratio: 1_000), at: "2024-01-05")
    try ledger.add("voucher.issued", TestLedger.voucher("W", programme: "Q"), at: "2024-02-01")
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("D2", 33_334, voucher: "W", programme: "Q"))
        == .ratioExceeded(charge: Identifier("C"), amount: 33_334, deductible: 33_333))
    try ledger.add(
      "voucher.deducted", TestLedger.deduction("D2", 33_333, voucher: "W", programme: "Q"), at: "2024-06-01")
    try ledger.add("voucher.deductionReversed", TestLedger.reversal("D", 100), at: "2024-06-02")
    try ledger.deduct("D3", 166, at: "2024-06-02")
  }

  @Test func `a deduction is within what is left of the charge`() throws {
    let ledger = try Self.world(1_000)
    let payment = #"{"payment":"p","charge":"C","unit":"x-uni","user":"u1","amount":600}"#
    try ledger.add("payment.received", payment, at: "2024-05-08")
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("D", 401))
        == .aboveRemainder(charge: Identifier("C"), amount: 401, remainder: 400))
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("D", 401), at: "2024-05-07")
        == .wrongState(
          Tag("charge:C"), state: "followed by payment.received at 2024-05-08T00:00:00+08:00", event: .voucherDeducted))
    try ledger.deduct("D", 400)
  }

  @Test func `a user gets no more in a civil year than the cap`() throws {
    let ledger = try Self.world(programme: #","capPerUserYear":1000"#)
    func exceeded(_ amount: Int64, _ left: Int64, _ year: Int = 2024) throws -> Refusal {
      .capPerUserYearExceeded(user: try Identifier("u1"), year: year, amount: amount, left: left)
    }
    #expect(try Self.refusal(ledger, TestLedger.deduction("D", 1_001)) == exceeded(1_001, 1_000))
    try ledger.deduct("D", 600)
    #expect(try Self.refusal(ledger, TestLedger.deduction("D2", 401)) == exceeded(401, 400))
    #expect(try Self.refusal(ledger, TestLedger.deduction("D2", 401), at: "2024-05-31") == exceeded(401, 400))
    // What is taken back in December is free from then on, not before.
    try ledger.add("voucher.deductionReversed", TestLedger.reversal("D", 500), at: "2024-12-01")
    #expect(try Self.refusal(ledger, TestLedger.deduction("D2", 401), at: "2024-11-30") == exceeded(401, 400))
    try ledger.deduct("D2", 900, at: "2024-12-02")
    // Another user, another year and another programme have their own.
    try ledger.add("voucher.issued", TestLedger.voucher("V2", user: "u2"), at: "2024-02-01")
    try ledger.addChargeOfUser("C2", user: "u2")
    try ledger.add(
      "voucher.deducted", TestLedger.deduction("E", 1_000, charge: "C2", voucher: "V2", user: "u2"), at: "2024-06-01")
    let long = TestLedger.programme("Q", useBy: "2025-12-31", cashBy: "2025-12-31", more: #","capPerUserYear":1000"#)
    try ledger.add("programme.opened", long, at: "2024-01-05")
    try ledger.add(
      "voucher.issued", TestLedger.voucher("W", programme: "Q", useBy: "2025-12-31", cashBy: "2025-12-31"),
      at: "2024-02-01")
    for (id, time) in [("F", "2024-12-31T23:59:59+08:00"), ("G", "2025-01-01")] {
      try ledger.add("voucher.deducted", TestLedger.deduction(id, 1_000, voucher: "W", programme: "Q"), at: time)
    }
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("H", 1, voucher: "W", programme: "Q"), at: "2025-02-01")
        == exceeded(1, 0, 2025))
  }

  @Test func `two deductions that are each fine alone are refused together`() throws {
    let ledger = try Self.world()
    let pair = try ["D1", "D2"].map {
      try ledger.event("voucher.deducted", TestLedger.deduction($0, 60_000), at: "2024-06-01")
    }
    let head = try ledger.log.head()
    do {
      _ = try ledger.log.append(pair)
      Issue.record("admitted")
    } catch AppendError.refused(let index, let refusal) {
      #expect(index == 1)
      #expect(refusal == .voucherOverdrawn(voucher: try Identifier("V"), amount: 60_000, open: 40_000))
    }
    #expect(try ledger.log.head() == head)
    try ledger.deduct("D1", 60_000)
  }

  @Test func `a reversal repeats the deduction and the voucher's last day`() throws {
    let ledger = try Self.world()
    try ledger.deduct("D", 1_000)
    try ledger.add("voucher.issued", TestLedger.voucher("V2"), at: "2024-02-01")
    try ledger.addChargeOfUser("C2")
    let wrong = [
      ("voucher", "V2", "V", TestLedger.reversal("D", 1, voucher: "V2")),
      ("charge", "C2", "C", TestLedger.reversal("D", 1, charge: "C2")),
      ("unit", "x-org", "x-uni", TestLedger.reversal("D", 1, unit: "x-org")),
      ("useBy", "2024-12-30", "2024-12-31", TestLedger.reversal("D", 1, useBy: "2024-12-30")),
    ]
    for (field, given, recorded, data) in wrong {
      #expect(
        try ledger.refusal("voucher.deductionReversed", data, at: "2024-06-02")
          == .copyDiffers(field: field, given: given, recorded: recorded))
    }
    #expect(
      try ledger.refusal("voucher.deductionReversed", TestLedger.reversal("D9", 1), at: "2024-06-02")
        == .unknownReference(Tag("deduction:D9"), field: "deduction"))
  }

  @Test func `no more is reversed than is left`() throws {
    let ledger = try Self.world()
    try ledger.deduct("D", 1_000)
    func refusal(_ amount: Int, at time: String = "2024-06-02") throws -> Refusal? {
      try ledger.refusal("voucher.deductionReversed", TestLedger.reversal("D", amount), at: time)
    }
    func above(_ amount: Int64, _ left: Int64) throws -> Refusal {
      .reversedAboveDeducted(deduction: try Identifier("D"), amount: amount, left: left)
    }
    #expect(try refusal(0) == .outOfRange(field: "amount", value: 0, min: 1, max: Fen.range.upperBound))
    #expect(try refusal(1_001) == above(1_001, 1_000))
    #expect(
      try refusal(1, at: "2024-05-31")
        == .wrongState(Tag("deduction:D"), state: "not deducted", event: .voucherDeductionReversed))
    try ledger.add("voucher.deductionReversed", TestLedger.reversal("D", 600), at: "2024-06-03")
    #expect(try refusal(401, at: "2024-06-04") == above(401, 400))
    let later = "followed by voucher.deductionReversed at 2024-06-03T00:00:00+08:00"
    #expect(
      try refusal(401) == .wrongState(Tag("deduction:D"), state: later, event: .voucherDeductionReversed))
    try ledger.add("voucher.deductionReversed", TestLedger.reversal("D", 400), at: "2024-06-04")
    #expect(try refusal(1, at: "2024-06-05") == above(1, 0))
  }

  @Test func `a reversal does not open a voucher that ended, but goes to the programme after its last day`() throws {
    let ledger = try Self.world()
    try ledger.deduct("D", 1_000)
    try ledger.add("voucher.returned", TestLedger.voucherStep(#""amount":99000"#), at: "2024-06-02")
    let returned = Refusal.wrongState(
      try Tag("voucher:V"), state: "returned", event: .voucherDeductionReversed)
    let data = TestLedger.reversal("D", 400)
    #expect(try ledger.refusal("voucher.deductionReversed", data, at: "2024-06-03") == returned)
    #expect(try ledger.refusal("voucher.deductionReversed", data, at: "2024-12-31") == returned)
    // It became true before, and is posted after the last day of use.
    let late = TestLedger.reversal("D", 400, more: #","postedOn":"2025-01-01""#)
    try ledger.add("voucher.deductionReversed", late, at: "2024-06-03")
    try ledger.add("voucher.deductionReversed", TestLedger.reversal("D", 600), at: "2025-01-01")
    let (open, available) = try ledger.log.read { log in
      (
        try log.balance(of: try Account("voucher:V"), through: .last, known: log.head),
        try log.balance(of: try Account("programme:P:available"), through: .last, known: log.head)
      )
    }
    #expect(open == 0)
    #expect(available == -1_000_000)
  }

  @Test func `nothing is deducted before it is posted, nor reversed`() throws {
    let ledger = try Self.world()
    try ledger.add("voucher.issued", TestLedger.voucher("V2", more: #","postedOn":"2024-06-20""#), at: "2024-02-01")
    #expect(
      try Self.refusal(ledger, TestLedger.deduction("D", 10, voucher: "V2"))
        == .voucherOverdrawn(voucher: Identifier("V2"), amount: 10, open: 0))
    try ledger.add(
      "voucher.deducted", TestLedger.deduction("D", 10, voucher: "V2", more: #","postedOn":"2024-06-20""#),
      at: "2024-06-01")
    #expect(
      try ledger.refusal("voucher.deductionReversed", TestLedger.reversal("D", 10, voucher: "V2"), at: "2024-06-19")
        == .wrongState(Tag("deduction:D"), state: "posted on 2024-06-20", event: .voucherDeductionReversed))
    try ledger.add("voucher.deductionReversed", TestLedger.reversal("D", 10, voucher: "V2"), at: "2024-06-20")
  }
}
