import EventLog
import EventModel
@testable import Sharing
import Testing

@Suite struct `Findings about charges` {
  @Test func `charge without standard: cured by a reversal, gone when a standard becomes known`() throws {
    let world = try FeeWorld()
    try world.serve("1", on: "2024-05-06", lines: [("labour", 3_600, 40_000)])
    let charged = try world.ledger.log.head()
    let found = try world.ledger.findings(.chargeWithoutStandard, "2024-06-01")
    #expect(found.map(\.span) == ["2024-05-06…"] && found[0].measured == 40_000)
    #expect(found[0].subjects.map(\.description) == ["charge:C1", "resource:R1", "usage:U1"])
    #expect(found[0].evidence == [Position(charged.number - 1), charged])
    try world.publish()
    #expect(try world.ledger.findings(.chargeWithoutStandard, "2024-06-01").isEmpty)
    #expect(try world.ledger.findings(.chargeWithoutStandard, "2024-06-01", known: charged).count == 1)
  }

  @Test func `charge differs: by a fen, and not when it is what the standard says`() throws {
    let world = try FeeWorld()
    try world.publish()
    try world.use("U1", "08:00:00", "09:00:00")
    try world.charge("C1", usage: "U1", lines: [("labour", 3_600, 40_000)])
    #expect(try world.ledger.findings(nil, "2024-06-01").filter { $0.rule.article == "16" }.isEmpty)
    try world.use("U2", "09:00:00", "10:00:00")
    try world.charge("C2", usage: "U2", lines: [("labour", 3_600, 40_001)])
    let found = try world.ledger.findings(.chargeDiffersFromStandard, "2024-06-01")
    #expect(found.map(\.span) == ["2024-05-07…"] && found[0].measured == 40_001 && found[0].threshold == 40_000)
    try world.adjust("C2", lines: [("labour", 0, -1)], on: "2024-05-20")
    #expect(
      try world.ledger.findings(.chargeDiffersFromStandard, "2024-06-01").map(\.span) == ["2024-05-07…2024-05-20"])
    #expect(try world.ledger.findings(.chargeDiffersFromStandard, "2024-05-19").map(\.span) == ["2024-05-07…"])
  }

  @Test func `charge differs: naming another standard stays, whatever the amounts`() throws {
    let world = try FeeWorld()
    try world.publish()
    try world.publish("F2", from: "2024-02-01", event: "second")
    try world.use("U1", "08:00:00", "09:00:00")
    try world.charge("C1", usage: "U1", lines: [("labour", 3_600, 40_000)])
    let found = try world.ledger.findings(.chargeDiffersFromStandard, "2024-06-01")
    #expect(found.count == 1 && found[0].subjects.last?.description == "standard:F2")
    #expect(found[0].measured == found[0].threshold)
  }

  @Test func `component not listed: what the standard does not name`() throws {
    let world = try FeeWorld()
    try world.publish()
    try world.use("U1", "08:00:00", "09:00:00")
    try world.charge("C1", usage: "U1", lines: [("labour", 3_600, 40_000), ("other", 1, 5_000)])
    let found = try world.ledger.findings(.componentNotListed, "2024-06-01")
    #expect(found.count == 1 && found[0].measured == 5_000)
    #expect(try world.ledger.findings(.chargeDiffersFromStandard, "2024-06-01").count == 1)
  }

  @Test func `a corrected usage and a moved booking change the price`() throws {
    let world = try FeeWorld()
    try world.publish(lines: [
      FeeWorld.line("labour", "perHour", [(0, 40_000, false)], #","measure":"booked""#),
      FeeWorld.line("material", "perSample", [(0, 100, false)]),
    ])
    try world.book("B", "08:00:00", "10:00:00")
    try world.use("U1", "08:00:00", "09:00:00", #","booking":"B","samples":3"#)
    try world.charge("C1", usage: "U1", lines: [("labour", 7_200, 80_000), ("material", 3, 300)])
    #expect(try world.ledger.findings(.chargeDiffersFromStandard, "2024-06-01").isEmpty)
    let before = try world.ledger.log.head()
    try world.ledger.add(
      "booking.rescheduled",
      TestLedger.booking(
        "B",
        #""start":"\#(FeeWorld.time("08:00:00"))","end":"\#(FeeWorld.time("11:00:00"))","exclusive":false,"#
          + #""was":{"start":"\#(FeeWorld.time("08:00:00"))","end":"\#(FeeWorld.time("10:00:00"))"}"#),
      at: "2024-05-02")
    let found = try world.ledger.findings(.chargeDiffersFromStandard, "2024-06-01")
    #expect(found.count == 1 && found[0].threshold == 120_300)
    #expect(try world.ledger.findings(.chargeDiffersFromStandard, "2024-06-01", known: before).isEmpty)
  }

  @Test func `one service, several prices: of charges that stand`() throws {
    let world = try FeeWorld()
    try world.publish()
    for (number, fen) in [40_000, 40_000, 30_000].enumerated() {
      try world.use("U\(number)", "08:00:00", "09:00:00")
      try world.charge("C\(number)", usage: "U\(number)", lines: [("labour", 3_600, Int64(fen))])
    }
    let found = try world.ledger.findings(.differentPriceSameService, "2024-06-01")
    #expect(found.map(\.span) == ["2024-05-07…"] && found[0].measured == 2 && found[0].threshold == 1)
    #expect(found[0].evidence.count == 2)
    let lines = FeeWorld.lines([("labour", -3_600, -30_000)])
    try world.ledger.add(
      "charge.reversed", #"{\#(FeeWorld.correction("C2")),"pool":"nmr","lines":[\#(lines)],"total":-30000}"#,
      at: "2024-05-10")
    #expect(try world.ledger.findings(.differentPriceSameService, "2024-06-01").isEmpty)
    #expect(
      try world.ledger.findings(.chargeDiffersFromStandard, "2024-06-01").map(\.span) == ["2024-05-07…2024-05-10"])
  }
}
