import EventLog
import EventModel
import Testing

@testable import Sharing

@Suite struct `Charges held against the standard` {
  private static let lines = [
    FeeWorld.hourly, FeeWorld.line("material", "perItem", [(0, 700, false)], #","label":"管""#),
  ]

  @Test func `a charge by the standard has nothing to find, whatever number of items it names`() throws {
    let world = try FeeWorld()
    let standard = try world.publish(lines: Self.lines)
    let usage = try world.use()
    let charge = try world.ledger.add(
      "charge.assessed",
      """
      {"charge":"C1","unit":"x-uni","resource":"R1","user":"u1","usage":"U1","standard":"F1","pool":"nmr",\
      "serviceDay":"2024-05-06","lines":[{"component":"labour","quantity":14400,"amount":160000},\
      {"component":"material","label":"管","quantity":3,"amount":2100}],"total":162100}
      """, at: "2024-05-07")
    let check = try world.check()
    #expect(check.findings.isEmpty && check.standing == 162_100 && check.quote?.total.amount == 162_100)
    #expect(check.positions == [standard, usage, charge])
  }

  @Test func `another amount, an unlisted component and another standard are found, with both amounts`() throws {
    let world = try FeeWorld()
    try world.publish("F1")
    try world.publish("F2", resources: ["R2"])
    try world.use()
    try world.charge(standard: "F2", lines: [("labour", 14_400, 170_000), ("other", 1, 500)])
    #expect(
      try world.check().findings == [
        .otherStandard(named: Identifier("F2"), inForce: Identifier("F1")),
        .chargeDiffersFromStandard(.labour, charged: 170_000, quoted: 160_000),
        .componentNotListed(.other), .chargeDiffersFromStandard(.other, charged: 500, quoted: 0),
      ])
    #expect(Set(try world.check().findings.map(\.name)).count == 3)
  }

  @Test func `without standard or usage a charge is recorded and found`() throws {
    let world = try FeeWorld()
    try world.use()
    try world.charge(standard: nil, lines: [("labour", 14_400, 160_000)])
    #expect(try world.check().findings == [.chargeWithoutStandard])
    #expect(try world.check(at: "2024-05-05").findings == [.usageUnknown])
    let before = try world.ledger.log.head()
    try world.publish(from: "2024-05-01")
    #expect(try world.check().findings == [.otherStandard(named: nil, inForce: Identifier("F1"))])
    #expect(try world.check(known: before).findings == [.chargeWithoutStandard])
  }

  @Test func `a charge that was put right by adjustment or reversed is not found any more`() throws {
    let world = try FeeWorld()
    try world.publish()
    try world.use()
    let usual = #""charge":"C1","unit":"x-uni","user":"u1","pool":"nmr""#
    try world.charge(lines: [("labour", 14_400, 170_000)])
    try world.ledger.add(
      "charge.adjusted",
      #"{\#(usual),"lines":[{"component":"labour","quantity":0,"amount":-10000}],"total":-10000,"#
        + #""reason":"r","approver":"x-uni"}"#, at: "2024-05-08")
    #expect(try world.check().findings.isEmpty && world.check().standing == 160_000)
    try world.ledger.add(
      "charge.adjusted",
      #"{\#(usual),"lines":[{"component":"labour","quantity":0,"amount":5}],"total":5,"reason":"r","approver":"x-uni"}"#,
      at: "2024-05-09")
    #expect(try world.check().findings == [.chargeDiffersFromStandard(.labour, charged: 170_000, quoted: 160_000)])
    try world.ledger.add(
      "charge.reversed",
      #"{\#(usual),"lines":[{"component":"labour","quantity":-14400,"amount":-160005}],"total":-160005,"#
        + #""reason":"r","approver":"x-uni"}"#, at: "2024-05-10")
    #expect(try world.check().findings.isEmpty && world.check().standing == 0)
  }
}
