import EventLog
import EventModel
import Testing

@Suite struct `What becomes of charges` {
  private let charge: Identifier
  private let tag: EventModel.Tag

  init() throws {
    charge = try Identifier("C1")
    tag = Tag(.charge, charge)
  }

  @Test func `every step repeats the charge truly`() throws {
    let ledger = try TestLedger.chargedWorld()
    try ledger.addParty("x-other")
    let steps = [
      ("charge.adjusted", TestLedger.change(TestLedger.line("water", 1), 1)),
      ("charge.reversed", TestLedger.change(TestLedger.opposite, -1_000)), ("charge.waived", TestLedger.waiver(1)),
      ("payment.received", TestLedger.payment("P", 1)), ("refund.issued", TestLedger.refund("F", 1)),
      ("dispute.opened", TestLedger.step(#""dispute":"D","reason":"r""#)),
    ]
    for (type, data) in steps {
      #expect(
        try ledger.refusal(type, data.replacing(#""unit":"x-uni""#, with: #""unit":"x-other""#), at: "2024-05-08")
          == .copyDiffers(field: "unit", given: "x-other", recorded: "x-uni"), "\(type)")
      #expect(
        try ledger.refusal(type, data.replacing(#""user":"u1""#, with: #""user":"u2""#), at: "2024-05-08")
          == .copyDiffers(field: "user", given: "u2", recorded: "u1"), "\(type)")
    }
    for (type, data) in steps.prefix(2) {
      #expect(
        try ledger.refusal(type, data.replacing(#""pool":"p""#, with: #""pool":"q""#), at: "2024-05-08")
          == .copyDiffers(field: "pool", given: "q", recorded: "p"), "\(type)")
    }
  }

  @Test func `an adjustment that does not add up, changes nothing or leaves less than nothing`() throws {
    let ledger = try TestLedger.chargedWorld()
    func refusal(_ lines: [String], _ total: Int64) throws -> Refusal? {
      try ledger.refusal(
        "charge.adjusted", TestLedger.change(lines.joined(separator: ","), total), at: "2024-05-08")
    }
    let (labour, water) = (TestLedger.line("labour", 100), TestLedger.line("water", -100))
    #expect(try refusal([labour, water], 1) == .linesDoNotAddUp(total: 1, sum: "0"))
    #expect(try refusal([], 0) == .emptyList(field: "lines"))
    #expect(try refusal([TestLedger.line("water", 0, 5)], 0) == .changesNothing(.chargeAdjusted))
    #expect(
      try refusal([TestLedger.line("water", 100), water], 0) == .changesNothing(.chargeAdjusted))
    #expect(try refusal([TestLedger.line("labour", -1_001)], -1_001) == .chargeBelowZero(charge: charge, total: "-1"))
    // The whole stays above zero, a line does not.
    #expect(
      try refusal([TestLedger.line("water", -201)], -201) == .chargeBelowZero(charge: charge, total: "-1 (water)"))
    #expect(
      try refusal([TestLedger.line("water", -1, label: "hot")], -1)
        == .chargeBelowZero(charge: charge, total: "-1 (water hot)"))
    let max = Fen.range.upperBound
    #expect(
      try refusal([TestLedger.line("water", max)], max)
        == .amountTooLarge(account: Account("receivable:x-uni:u1")))
    try ledger.add(
      "charge.adjusted", TestLedger.change("\(labour),\(water)", 0), at: "2024-05-08")
    try ledger.add(
      "charge.adjusted", TestLedger.change(TestLedger.line("labour", -900), -900), at: "2024-05-08")
    #expect(
      try refusal([TestLedger.line("labour", -1)], -1) == .chargeBelowZero(charge: charge, total: "-1 (labour)"))
  }

  @Test func `an adjustment may leave a refund due`() throws {
    let ledger = try TestLedger.chargedWorld()
    try ledger.add("charge.waived", TestLedger.waiver(300), at: "2024-05-08")
    try ledger.add("payment.received", TestLedger.payment("P1", 700), at: "2024-05-08")
    try ledger.add("charge.adjusted", TestLedger.change(TestLedger.line("labour", -600), -600), at: "2024-05-09")
    #expect(
      try ledger.refusal("payment.received", TestLedger.payment("P2", 1), at: "2024-05-09")
        == .paymentAboveReceivable(charge: charge, amount: 1, receivable: -600))
    try ledger.add("charge.waived", TestLedger.waiver(-300), at: "2024-05-10")
    try ledger.add("refund.issued", TestLedger.refund("F1", 300), at: "2024-05-10")
  }

  @Test func `a reversal that is not the opposite, or of what is settled, or a second one`() throws {
    let ledger = try TestLedger.chargedWorld()
    func refusal(_ lines: String, _ total: Int64 = -1_000, at day: String = "2024-05-09") throws -> Refusal? {
      try ledger.refusal("charge.reversed", TestLedger.change(lines, total), at: day)
    }
    func differs(_ given: String, _ recorded: String) -> Refusal {
      .copyDiffers(field: "lines", given: given, recorded: recorded)
    }
    #expect(try refusal(TestLedger.opposite, -999) == .linesDoNotAddUp(total: -999, sum: "-1000"))
    #expect(try refusal(TestLedger.line("labour", -1_000, -14_400)) == differs("labour -1000", "labour -800"))
    #expect(try refusal(TestLedger.line("labour", -800, -14_400), -800) == differs("water 0", "water -200"))
    #expect(
      try refusal(TestLedger.opposite.replacing("-14400", with: "-1"))
        == differs("labour quantity -1", "labour quantity -14400"))
    try ledger.add("payment.received", TestLedger.payment("P1", 400), at: "2024-05-08")
    #expect(try refusal(TestLedger.opposite) == .chargeIsSettled(charge: charge, settled: 400))
    try ledger.add("refund.issued", TestLedger.refund("F1", 400), at: "2024-05-08")
    try ledger.add("charge.adjusted", TestLedger.change(TestLedger.line("water", -200), -200), at: "2024-05-08")
    #expect(try refusal(TestLedger.opposite) == differs("water -200", "water 0"))
    // Lines may be cut up otherwise; what counts is their sum.
    let halves = [TestLedger.line("labour", -300, -14_400), TestLedger.line("labour", -500)]
    try ledger.add("charge.reversed", TestLedger.change(halves.joined(separator: ","), -800), at: "2024-05-09")
    func reversed(_ type: EventType) -> Refusal { .wrongState(tag, state: "reversed", event: type) }
    #expect(try refusal(TestLedger.opposite, at: "2024-05-10") == reversed(.chargeReversed))
    #expect(
      try ledger.refusal(
        "charge.adjusted", TestLedger.change(TestLedger.line("water", 1), 1), at: "2024-05-10")
        == reversed(.chargeAdjusted))
    #expect(
      try ledger.refusal("payment.received", TestLedger.payment("P2", 1), at: "2024-05-10")
        == reversed(.paymentReceived))
    #expect(
      try ledger.refusal("payment.received", TestLedger.payment("P2", 1), at: "2024-05-08")
        == .wrongState(
          tag, state: "followed by charge.reversed at 2024-05-09T00:00:00+08:00", event: .paymentReceived))
    #expect(
      try ledger.refusal("payment.received", TestLedger.payment("P2", 1), at: "2024-05-06")
        == .wrongState(tag, state: "not assessed", event: .paymentReceived))
  }

  @Test func `waivers of nothing, of more than is left, or taken back beyond what was waived`() throws {
    let ledger = try TestLedger.chargedWorld()
    func refusal(_ amount: Int64) throws -> Refusal? {
      try ledger.refusal("charge.waived", TestLedger.waiver(amount), at: "2024-05-08")
    }
    #expect(try refusal(0) == .changesNothing(.chargeWaived))
    #expect(try refusal(1_001) == .aboveRemainder(charge: charge, amount: 1_001, remainder: 1_000))
    #expect(try refusal(-1) == .waiverBelowZero(charge: charge, amount: 1, waived: 0))
    try ledger.add("charge.waived", TestLedger.waiver(300), at: "2024-05-08")
    #expect(try refusal(701) == .aboveRemainder(charge: charge, amount: 701, remainder: 700))
    #expect(try refusal(-301) == .waiverBelowZero(charge: charge, amount: 301, waived: 300))
    try ledger.add("charge.waived", TestLedger.waiver(-300), at: "2024-05-08")
  }

  @Test func `payments and refunds of nothing or of too much`() throws {
    let ledger = try TestLedger.chargedWorld()
    let max = Fen.range.upperBound
    for amount: Int64 in [0, -1] {
      #expect(
        try ledger.refusal("payment.received", TestLedger.payment("P", amount), at: "2024-05-08")
          == .outOfRange(field: "amount", value: amount, min: 1, max: max))
      #expect(
        try ledger.refusal("refund.issued", TestLedger.refund("F", amount), at: "2024-05-08")
          == .outOfRange(field: "amount", value: amount, min: 1, max: max))
    }
    #expect(
      try ledger.refusal("payment.received", TestLedger.payment("P", 1_001), at: "2024-05-08")
        == .paymentAboveReceivable(charge: charge, amount: 1_001, receivable: 1_000))
    try ledger.add("payment.received", TestLedger.payment("P1", 600), at: "2024-05-08")
    #expect(
      try ledger.refusal("refund.issued", TestLedger.refund("F", 601), at: "2024-05-08")
        == .refundAbovePaid(charge: charge, amount: 601, paid: 600))
    #expect(
      try ledger.refusal("payment.received", TestLedger.payment("P1", 1), at: "2024-05-08").map(\.ruleName)
        == "alreadyExists")
    try ledger.add("refund.issued", TestLedger.refund("F1", 600), at: "2024-05-09")
    // At its own time the payment was not yet made.
    #expect(
      try ledger.refusal("refund.issued", TestLedger.refund("F2", 1), at: "2024-05-07T12:00:00+08:00")
        == .refundAbovePaid(charge: charge, amount: 1, paid: 0))
    #expect(
      try ledger.refusal("refund.issued", TestLedger.refund("F2", 1), at: "2024-05-08T12:00:00+08:00")
        == .wrongState(
          tag, state: "followed by refund.issued at 2024-05-09T00:00:00+08:00", event: .refundIssued))
  }

  @Test func `two payments, each possible alone, are refused together as a batch and the second of each`() throws {
    let ledger = try TestLedger.chargedWorld()
    func both(_ round: Int) throws -> [Event] {
      try [600, 500].enumerated().map { index, amount in
        try ledger.event(
          "payment.received", TestLedger.payment("P\(round)-\(index)", Int64(amount)), at: "2024-05-08")
      }
    }
    let refusal = Refusal.paymentAboveReceivable(charge: charge, amount: 500, receivable: 400)
    let head = try ledger.log.head()
    let batch = try ledger.batchRefusal(both(1))
    #expect(batch?.index == 1)
    #expect(batch?.refusal == refusal)
    let results = try ledger.log.appendEach(both(2))
    #expect(results.count == 2)
    #expect(try results.first?.get().position == head.next)
    #expect(throws: AppendError.self) { try results.last?.get() }
    if case .failure(.refused(_, let found))? = results.last { #expect(found == refusal) }
    #expect(try ledger.log.head() == head.next)
  }
}
