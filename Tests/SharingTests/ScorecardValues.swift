import EventLog
import EventModel
import Sharing
import Testing

@Suite struct `The values of a scorecard` {
  @Test(arguments: [(240, 1_440, 1_667), (256, 1_511, 1_694), (273, 1_599, 1_707)])
  func `are the published shares of external hours`(external: Int, effective: Int, expected: Int64) throws {
    let ledger = try TestLedger.world()
    try ledger.addUse("U1", from: "2024-02-01", hours: external)
    try ledger.addUse("U2", side: "internal", from: "2024-02-01", hours: effective - external)
    let card = try ledger.card()
    #expect(card.rounded(.shareRate) == expected)
    #expect(card.rounded(.externalHours) == Int64(external) * 3_600)
    #expect(card.rounded(.effectiveHours) == Int64(effective) * 3_600)
    #expect(card[.shareRate].value == ExactRatio(Int128(external) * 3_600, Int128(effective) * 3_600))
  }

  @Test func `are absent where they would divide by zero, never 0`() throws {
    let ledger = try TestLedger.world()
    try ledger.addParty("x-new")
    try ledger.publishSet([(.openRate, 5_000, 10_000, 5_000), (.refusals, 5_000, 1, 5_000)])
    let card = try ledger.card("x-new")
    let counts: Set<ScoreIndicator> = [.serviceIncome, .voucherRedeemed, .refusals]
    for indicator in ScoreIndicator.allCases where indicator != .disclosure {
      #expect(card[indicator].value == (counts.contains(indicator) ? ExactRatio(0, 1) : nil), "\(indicator)")
    }
    #expect(card[.openRate].points == 0 && card.total == 0)
    #expect(card[.shareRate].points == nil, "the set does not count it")
    // A utilisation needs the set's hour base.
    #expect(try ledger.card(in: TestLedger.days("2023-01-01", "2023-12-31"))[.utilisation].value == nil)
  }

  @Test func `count openness and punctuality at V`() throws {
    let ledger = try TestLedger.world()
    try ledger.addResource("R2", acceptedOn: "2024-03-01")
    try ledger.addResource("R3", funding: "own", acceptedOn: "2024-03-01")
    for (resource, day) in [("R1", "2024-02-20"), ("R2", "2024-05-01"), ("R3", "2024-06-01")] {
      try ledger.add("resource.registered", #"{"resource":"\#(resource)","unit":"x-uni"}"#, at: day)
      try ledger.add("resource.opened", #"{"resource":"\#(resource)","mode":"external"}"#, at: day)
    }
    let march = try ledger.card(at: "2024-03-30")
    #expect(march[.openRate].value == ExactRatio(1, 2))
    #expect(march[.onTimeRate].value == ExactRatio(1, 1), "R1 was due on 2024-03-01, R2 is due on 2024-03-31")
    let now = try ledger.card()
    #expect(now[.openRate].value == ExactRatio(3, 2), "R3 is open and need not be")
    #expect(now[.onTimeRate].value == ExactRatio(1, 2))
    let april = try TestLedger.days("2024-04-01", "2024-12-31")
    #expect(try ledger.card(in: april)[.onTimeRate].value == nil, "nothing fell due")
  }

  @Test func `count money, vouchers, voices and outcomes of the period only`() throws {
    let world = try FeeWorld()
    let ledger = world.ledger
    try world.issueVoucher(100_000)
    try ledger.addUse("U1", hours: 4)
    try ledger.add("charge.assessed", TestLedger.charge(), at: "2024-05-07")
    try world.deduct("D1", "C1", 600, on: "2024-05-08")
    let claim = #""claim":"K1","unit":"x-uni","programme":"P","deductions":["D1"],"amount":600"#
    try ledger.add(
      "redemption.claimed", "{\(claim),\"invoice\":\"1-2\",\"invoiceCode\":\"1\",\"invoiceNo\":\"2\"}", at: "2024-06-01"
    )
    try ledger.add("redemption.paid", "{\(claim)}", at: "2025-01-10")
    try ledger.add("cost.recorded", TestLedger.cost("K1", 1_500), at: "2024-05-09")
    for usage in ["U4", "U5"] { try ledger.addUse(usage, hours: 1) }
    for (score, day) in [(5, "2024-05-07"), (4, "2024-05-08"), (1, "2025-01-02")] {
      try ledger.add(
        "satisfaction.rated", #"{"usage":"U\#(score)","unit":"x-uni","user":"u1","score":\#(score)}"#, at: day)
    }
    try ledger.add("complaint.filed", #"{"complaint":"Q1","unit":"x-uni","usage":"U1","text":"t"}"#, at: "2024-05-08")
    for outcome in ["O1", "O2"] {
      try ledger.add(
        "outcome.reported",
        #"{"outcome":"\#(outcome)","units":["x-uni"],"resources":["R1"],"kind":"paper","acknowledged":"yes"}"#,
        at: "2024-07-01")
    }
    try ledger.add(
      "acknowledgement.verified",
      #"{"outcome":"O1","units":["x-uni"],"acknowledged":"yes","verifiedBy":"x-org"}"#, at: "2024-08-01")
    let card = try ledger.card(at: "2025-03-01")
    #expect(card.rounded(.serviceIncome) == 1_000)
    #expect(card[.costRecovery].value == ExactRatio(1_000, 1_500))
    #expect(card.rounded(.voucherRedeemed) == 0 && card[.redemptionRate].value == ExactRatio(0, 600))
    #expect(card[.satisfaction].value == ExactRatio(9, 2) && card.rounded(.satisfaction) == 45_000)
    #expect(card[.complaintRate].value == ExactRatio(1_000, 3))
    #expect(card[.acknowledgementRate].value == ExactRatio(1, 2))
    let next = try ledger.card(in: TestLedger.days("2025-01-01", "2025-12-31"), at: "2025-03-01")
    #expect(next.rounded(.voucherRedeemed) == 600 && next[.redemptionRate].value == nil)
    #expect(next[.satisfaction].value == ExactRatio(1, 1))
    #expect(try ledger.card(at: "2024-05-06").rounded(.serviceIncome) == 1_000, "income counts on the day of service")
    #expect(try ledger.card(at: "2024-05-05").rounded(.serviceIncome) == 0)
  }

  @Test func `demand publication of the whole period, by a deadline once a policy sets one`() throws {
    let ledger = try TestLedger.world()
    func publish(_ from: String, _ to: String, at day: String) throws {
      let hash = String(repeating: "0", count: 64)
      try ledger.add(
        "disclosure.published",
        #"{"unit":"x-uni","period":{"from":"\#(from)","to":"\#(to)"},"contentHash":"\#(hash)"}"#, at: day)
    }
    #expect(try ledger.card()[.disclosure].value == nil, "the period is not over")
    #expect(try ledger.card(at: "2025-01-01").rounded(.disclosure) == 0)
    try publish("2024-01-01", "2024-06-30", at: "2024-07-10")
    #expect(try ledger.card(at: "2025-02-01").rounded(.disclosure) == 0)
    try publish("2024-07-01", "2025-01-31", at: "2025-01-20")
    #expect(try ledger.card(at: "2025-02-01").rounded(.disclosure) == 1)
    try ledger.add(
      "policy.published",
      #"{"policy":"P","document":"d","issuedOn":"2024-01-01","effectiveFrom":"2024-06-01","#
        + #""parameters":[{"name":"disclosureDays","value":15}]}"#, at: "2024-05-01")
    #expect(try ledger.card(at: "2025-01-15")[.disclosure].value == nil, "still on time")
    #expect(try ledger.card(at: "2025-02-01").rounded(.disclosure) == 0, "five days late")
  }
}
