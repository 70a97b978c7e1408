import EventLog
import EventModel
import Testing

@testable import Sharing

@Suite struct `Quotes` {
  private static let sample = [
    FeeWorld.line("material", "perSample", [(0, 2_000, false)]),
    FeeWorld.line("electricity", "perHour", [(0, 3_000, false)], #","measure":"used""#),
    FeeWorld.line("labour", "perHour", [(0, 50_000, true), (3_600, 40_000, false)], #","measure":"used""#),
  ]

  private func amounts(_ quote: Result<Quote, NoQuote>) throws -> [Int64] {
    let quote = try quote.get()
    #expect(quote.total.amount == quote.lines.reduce(0) { $0 + $1.amount.amount })
    return quote.lines.map(\.amount.amount)
  }

  @Test func `every basis is counted by its own quantity`() throws {
    let world = try FeeWorld()
    let lines =
      Self.sample + [
        FeeWorld.line("other", "perItem", [(0, 700, false)]), FeeWorld.line("water", "perUse", [(0, 100, false)]),
      ]
    let standard = try world.publish(lines: lines)
    let usage = try world.use("U1", "08:00:00", "10:30:00", #","samples":12"#)
    #expect(try amounts(world.quote(items: 3)) == [24_000, 7_500, 110_000, 2_100, 100])
    let quote = try world.quote().get()
    #expect(quote.positions == [standard, usage] && quote.standard.text == "F1" && quote.userClass.text == "external")
    #expect(quote.lines.map(\.quantity) == [12, 9_000, 9_000, 0, 1])
    #expect(quote.lines[0].chargeLine?.amount.amount == 24_000)
  }

  @Test func `a class's own line takes the place of the one for everyone`() throws {
    let world = try FeeWorld()
    let general = FeeWorld.line("labour", "perHour", [(0, 10_500, false)], #","label":"上机","measure":"used""#)
    let own = FeeWorld.line(
      "labour", "perHour", [(0, 5_000, false)], #","label":"上机","measure":"used","userClass":"university""#)
    let inside = FeeWorld.line(
      "labour", "perHour", [(0, 2_500, false)], #","label":"上机","measure":"used","userClass":"internal""#)
    let other = FeeWorld.line("labour", "perUse", [(0, 1, false)], #","label":"上机""#)
    try world.publish(lines: [general, own, inside, other])
    try world.use("U1", "08:00:00", "10:30:00")
    try world.use("U2", "11:00:00", "12:00:00", side: "internal")
    #expect(try amounts(world.quote("U1")) == [26_250, 1])
    #expect(try amounts(world.quote("U1", userClass: "university")) == [12_500, 1])
    #expect(try amounts(world.quote("U2")) == [2_500, 1])
    #expect(try amounts(world.quote("U2", userClass: "company")) == [10_500, 1])
  }

  @Test func `booked and overage time come from the booking as it was moved`() throws {
    let world = try FeeWorld()
    let lines = ["booked", "used", "overage"].map {
      FeeWorld.line("labour", "perHour", [(0, 6_000, false)], #","label":"\#($0)","measure":"\#($0)""#)
    }
    try world.publish(lines: lines)
    let booked = try world.book("B1", "12:00:00", "13:00:00")
    let moved = try world.ledger.add(
      "booking.rescheduled",
      TestLedger.booking(
        "B1",
        TestLedger.span(13, 14, exclusive: false)
          + #","was":{"start":"\#(TestLedger.time(12))","end":"\#(TestLedger.time(13))"}"#), at: "2024-05-02")
    try world.use("U1", "13:15:00", "14:15:00", #","booking":"B1""#)
    #expect(try amounts(world.quote()) == [6_000, 6_000, 7_500])
    #expect(try world.quote().get().positions.contains(booked) && world.quote().get().positions.contains(moved))
    try world.use("U2", "15:00:00", "16:00:00")
    #expect(try amounts(world.quote("U2")) == [6_000, 6_000, 6_000])
  }

  @Test func `a usage is priced as corrected, by the standard of the day it started, and not once voided`() throws {
    let world = try FeeWorld()
    try world.publish("F1")
    try world.publish(
      "F2", from: "2024-05-07", at: "2024-04-01", lines: [FeeWorld.line("labour", "perUse", [(0, 1, false)])])
    try world.use("U1", "08:00:00", "09:00:00")
    let first = try world.ledger.log.head()
    let was = "{\(try FeeWorld.facts("08:00:00", "09:00:00"))}"
    let now = "{\(try FeeWorld.facts("08:00:00", "08:30:00"))}"
    try world.ledger.add(
      "usage.corrected", #"{"usage":"U1","resource":"R1","unit":"x-uni","was":\#(was),"now":\#(now)}"#, at: "2024-06-01"
    )
    #expect(try world.quote().get().total.amount == 20_000 && world.quote().get().standard.text == "F1")
    #expect(try world.quote(known: first).get().total.amount == 40_000)
    #expect(try world.quote(at: "2024-05-31").get().total.amount == 40_000)
    try world.ledger.add(
      "usage.voided", #"{"usage":"U1","resource":"R1","unit":"x-uni","was":\#(now),"reason":"twice"}"#, at: "2024-06-02"
    )
    #expect(try world.quote() == .failure(.usageVoided(Identifier("U1"))))
    #expect(try world.quote("U9") == .failure(.usageUnknown(Identifier("U9"))))
  }

  @Test func `without a standard there is no price, and an amount beyond the range is none`() throws {
    let world = try FeeWorld()
    try world.use("U1", resource: "R2")
    #expect(
      try world.quote() == .failure(.noStandardInForce(resource: Identifier("R2"), on: Day(iso: "2024-05-06"))))
    try world.publish(
      "F2", resources: ["R2"],
      lines: [FeeWorld.line("labour", "perHour", [(0, Fen.range.upperBound, false)], #","measure":"used""#)])
    #expect(try world.quote() == .failure(.amountTooLarge(component: .labour)))
    let most = (0..<2).map {
      FeeWorld.line("other", "perUse", [(0, Fen.range.upperBound - $0, false)], #","label":"\#($0)""#)
    }
    try world.publish("F3", resources: ["R2"], at: "2023-12-31", lines: most)
    #expect(try world.quote() == .failure(.amountTooLarge(component: nil)))
  }

  @Test func `a planned use is priced like one that happened`() throws {
    let world = try FeeWorld()
    try world.publish(lines: Self.sample)
    try world.use("U1", "08:00:00", "10:30:00", #","samples":12"#)
    let used = try world.quote().get()
    let plan = PlannedUse(
      resource: try Identifier("R1"), start: try Instant(rfc3339: FeeWorld.time("08:00:00")),
      end: try Instant(rfc3339: FeeWorld.time("10:30:00")), samples: 12)
    let asOf = try world.ledger.asOf("2024-01-01")
    let planned = try world.ledger.log.read { try Quoting.quote(plan, userClass: nil, items: 0, $0, asOf: asOf) }.get()
    #expect(planned.lines == used.lines && planned.usage == nil && planned.total == used.total)
  }
}
