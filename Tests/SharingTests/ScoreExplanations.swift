import EventLog
import EventModel
import Sharing
import Testing

@Suite struct `An explanation of a score` {
  private static func world() throws -> TestLedger {
    let ledger = try TestLedger.world()
    try ledger.publishSet([(.openRate, 5_000, 10_000, 5_000), (.externalHours, 5_000, 864_000, 6_000)])
    return ledger
  }

  @Test func `names what became known, in order of position`() throws {
    let ledger = try Self.world()
    let from = try ledger.asOf("2024-12-31")
    let late = try ledger.addUse("U1", from: "2024-03-10", hours: 5)
    let opened = try ledger.add(
      "resource.opened", #"{"resource":"R1","mode":"external"}"#, at: "2024-02-20", id: "open")
    let used = try ledger.addUse("U2", from: "2024-03-01", hours: 4)
    try ledger.addUse("U3", from: "2025-01-10", hours: 4)
    let retraction = try ledger.retract("open")
    let to = try ledger.asOf("2024-12-31")
    let hours = try ledger.explain(.externalHours, from: from, to: to)
    #expect(hours.positions == [late, used] && hours.steps.map(\.points) == [104, 84])
    #expect(hours.after.value == ExactRatio(9 * 3_600, 1))
    #expect(hours.steps.first?.event?.event.id.text != nil)
    let open = try ledger.explain(.openRate, from: from, to: to)
    #expect(open.positions == [opened, retraction] && open.steps.map(\.points) == [5_000, -5_000])
    let total = try ledger.explain(nil, from: from, to: to)
    #expect(total.positions == [late, opened, used, retraction] && total.points == 188)
    let back = try ledger.explain(nil, from: to, to: from)
    #expect(back.positions == total.positions.reversed() && back.points == -188)
  }

  @Test func `names what became true, and the passing of time`() throws {
    let ledger = try Self.world()
    let opened = try ledger.add("resource.opened", #"{"resource":"R1","mode":"external"}"#, at: "2024-02-20")
    let registered = try ledger.add("resource.registered", #"{"resource":"R1","unit":"x-uni"}"#, at: "2024-03-10")
    let used = try ledger.addUse("U1", from: "2024-03-05", hours: 5)
    let (from, to) = (try ledger.asOf("2024-02-01"), try ledger.asOf("2024-12-31"))
    let timely = try ledger.explain(.onTimeRate, from: from, to: to)
    #expect(timely.steps.map(\.cause) == [.day(try Day(iso: "2024-03-01"))])
    #expect(timely.before.value == nil && timely.after.value == ExactRatio(0, 1))
    let total = try ledger.explain(nil, from: from, to: to)
    #expect(total.positions == [opened, used], "\(registered) came too late to count")
  }

  @Test func `names the end of an exemption and the beginning of a policy`() throws {
    let ledger = try Self.world()
    let exempted = try ledger.add(
      "resource.exempted",
      #"{"resource":"R1","ground":"classified","document":"d","approvedBy":"x-org","to":"2024-06-30"}"#,
      at: "2024-02-05")
    try ledger.add(
      "policy.published",
      #"{"policy":"P","document":"d","issuedOn":"2024-01-01","effectiveFrom":"2024-10-01","#
        + #""parameters":[{"name":"equipmentThresholdFen","value":90000000}]}"#, at: "2024-01-02")
    let steps = try ledger.explain(.openRate, from: ledger.asOf("2024-02-01"), to: ledger.asOf("2024-12-31")).steps
    #expect(
      steps.map(\.cause) == [.event(exempted), .day(try Day(iso: "2024-07-01")), .day(try Day(iso: "2024-10-01"))])
  }

  @Test func `changes target, weight, cap and hour base one after the other`() throws {
    let ledger = try Self.world()
    try ledger.add("resource.opened", #"{"resource":"R1","mode":"external"}"#, at: "2024-02-20")
    try ledger.addUse("U1", hours: 12)
    let set = try TestLedger.proposed(
      TestLedger.set(
        named: "T", [(.externalHours, 9_000, 43_200, 7_000), (.utilisation, 1_000, 100, 1_000)], hourBase: 700))
    let end = try ledger.asOf("2024-12-31")
    let total = try ledger.explain(nil, from: end, to: end, to: .proposed(set))
    #expect(
      try total.steps.map(\.cause) == [
        .indicator(Identifier("openRate")), .target(Identifier("externalHours")),
        .weight(Identifier("externalHours")), .cap(Identifier("externalHours")),
        .indicator(Identifier("utilisation")), .hourBase,
      ])
    #expect(total.steps.map(\.points) == [-5_000, 4_750, 1_000, 1_000, 857, 143])
    #expect(try ledger.card(by: .proposed(set)).total == total.after.points)
    let proposal = try ScoreProposal(parameters: [
      PolicyParameter(name: Identifier("equipmentThresholdFen"), value: Number(60_000_000))
    ])
    let policy = try ledger.explain(.openRate, from: end, to: end, proposal)
    #expect(policy.steps.map(\.cause) == [.policyParameter("equipmentThresholdFen")] && policy.after.value == nil)
  }

  @Test func `rests on evidence: the events of numerator and denominator`() throws {
    let ledger = try Self.world()
    let (acquired, opened) = (
      try ledger.addResource("R2"),
      try ledger.add("resource.opened", #"{"resource":"R2","mode":"external"}"#, at: "2024-02-20")
    )
    let used = try ledger.addUse("U1", of: "R2", from: "2024-12-31", hours: 30)
    try ledger.addUse("U2", of: "R2", from: "2025-01-01", hours: 4)
    let inside = try ledger.addUse("U3", side: "internal", hours: 1)
    #expect(try ledger.evidence(.openRate).numerator == [acquired, opened])
    #expect(try ledger.evidence(.openRate).denominator.suffix(2) == [acquired, opened])
    #expect(try ledger.evidence(.openRate).denominator.count == 3)
    #expect(try ledger.evidence(.shareRate) == ledger.evidence(.shareRate))
    #expect(try ledger.evidence(.shareRate).numerator == [used])
    #expect(try ledger.evidence(.shareRate).denominator == [used, inside])
  }
}
