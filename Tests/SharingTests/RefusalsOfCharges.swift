import EventModel
import Testing

@Suite struct `Charges as they are assessed` {
  private let max = Fen.range.upperBound

  private func differs(_ field: String, _ given: String, _ recorded: String) -> Refusal {
    .copyDiffers(field: field, given: given, recorded: recorded)
  }

  @Test func `lines that do not add up to the total`() throws {
    let ledger = try TestLedger.usedWorld()
    #expect(
      try ledger.refusal("charge.assessed", TestLedger.charge(total: 999))
        == .linesDoNotAddUp(total: 999, sum: "1000"))
    // 1,000 lines of the largest amount leave 63 bits nearly full.
    let huge = Array(repeating: TestLedger.line("labour", max), count: 1_000).joined(separator: ",")
    #expect(
      try ledger.refusal("charge.assessed", TestLedger.charge(lines: huge, total: max))
        == .linesDoNotAddUp(total: max, sum: "9007199254740991000"))
    #expect(
      try ledger.refusal("charge.assessed", TestLedger.charge(lines: "", total: 0)) == .emptyList(field: "lines"))
    try ledger.add("charge.assessed", TestLedger.charge(), at: "2024-05-07")
  }

  @Test func `amounts and quantities below zero`() throws {
    let ledger = try TestLedger.usedWorld()
    func expect(_ lines: String, _ total: Int64, _ field: String, _ value: Int64) throws {
      #expect(
        try ledger.refusal("charge.assessed", TestLedger.charge(lines: lines, total: total))
          == .outOfRange(field: field, value: value, min: 0, max: max))
    }
    try expect(TestLedger.line("labour", -1), -1, "lines[0].amount", -1)
    try expect(TestLedger.line("labour", 5) + "," + TestLedger.line("water", -1), 4, "lines[1].amount", -1)
    try expect(TestLedger.line("labour", 5, -1), 5, "lines[0].quantity", -1)
    try expect(TestLedger.line("labour", 5), -5, "total", -5)
    try ledger.add(
      "charge.assessed", TestLedger.charge(lines: TestLedger.line("labour", 0), total: 0), at: "2024-05-07")
  }

  @Test func `copies that differ from the usage, and days it does not have`() throws {
    let ledger = try TestLedger.usedWorld()
    try ledger.addParty("x-other")
    try ledger.addResource("R2")
    func refusal(_ data: String) throws -> Refusal? { try ledger.refusal("charge.assessed", data, at: "2024-05-07") }
    #expect(try refusal(TestLedger.charge(unit: "x-other")) == differs("unit", "x-other", "x-uni"))
    #expect(try refusal(TestLedger.charge(resource: "R2")) == differs("resource", "R2", "R1"))
    #expect(try refusal(TestLedger.charge(user: "u2")) == differs("user", "u2", "u1"))
    #expect(
      try refusal(TestLedger.charge(more: #","operator":"x-org""#)) == differs("operator", "x-org", "none"))
    let day = try Day(iso: "2024-05-06")
    #expect(
      try refusal(TestLedger.charge(day: "2024-05-07"))
        == .dayOutOfRange(field: "serviceDay", day: Day(iso: "2024-05-07"), earliest: day, latest: day))
    #expect(
      try refusal(TestLedger.charge(usage: "U9")) == .unknownReference(Tag("usage:U9"), field: "usage"))
    #expect(
      try refusal(TestLedger.charge(more: #","standard":"F""#))
        == .unknownReference(Tag("standard:F"), field: "standard"))
  }

  @Test func `the usage is copied as it stood at the time`() throws {
    let ledger = try TestLedger.usedWorld()
    let now = TestLedger.facts().replacing("u1", with: "u2")
    let correction =
      #"{"usage":"U1","resource":"R1","unit":"x-uni","was":\#(TestLedger.facts()),"now":\#(now)}"#
    try ledger.add("usage.corrected", correction, at: "2024-05-10")
    #expect(
      try ledger.refusal("charge.assessed", TestLedger.charge(), at: "2024-05-10") == differs("user", "u1", "u2"))
    #expect(
      try ledger.refusal("charge.assessed", TestLedger.charge(user: "u2"), at: "2024-05-09")
        == differs("user", "u2", "u1"))
    // Older than the record of its usage.
    try ledger.add("charge.assessed", TestLedger.charge(), at: "2024-05-05", id: "early")
  }

  @Test func `a second charge of a usage, unless the first was reversed by then`() throws {
    let ledger = try TestLedger.chargedWorld()
    let again = Refusal.usageAlreadyCharged(usage: try Identifier("U1"), charge: try Identifier("C1"))
    let second = TestLedger.charge("C2")
    #expect(try ledger.refusal("charge.assessed", second, at: "2024-05-08") == again)
    try ledger.add("charge.reversed", TestLedger.change(TestLedger.opposite, -1_000), at: "2024-05-10")
    #expect(try ledger.refusal("charge.assessed", second, at: "2024-05-09") == again)
    try ledger.add("charge.assessed", second, at: "2024-05-10")
    #expect(
      try ledger.refusal("charge.assessed", TestLedger.charge("C3"), at: "2024-05-11")
        == .usageAlreadyCharged(usage: Identifier("U1"), charge: Identifier("C2")))
  }

  @Test func `a voided usage is not charged, a charged one not voided`() throws {
    let ledger = try TestLedger.chargedWorld()
    let void = #"{"usage":"U1","resource":"R1","unit":"x-uni","was":\#(TestLedger.facts()),"reason":"r"}"#
    let charged = Refusal.wrongState(try Tag("usage:U1"), state: "charged by C1", event: .usageVoided)
    #expect(try ledger.refusal("usage.voided", void, at: "2024-05-09") == charged)
    try ledger.add("charge.reversed", TestLedger.change(TestLedger.opposite, -1_000), at: "2024-05-10")
    #expect(try ledger.refusal("usage.voided", void, at: "2024-05-09") == charged)
    try ledger.add("usage.voided", void, at: "2024-05-10")
    #expect(
      try ledger.refusal("charge.assessed", TestLedger.charge("C2"), at: "2024-05-10")
        == .wrongState(Tag("usage:U1"), state: "voided", event: .chargeAssessed))
  }

  @Test func `a charged usage may be corrected`() throws {
    let ledger = try TestLedger.chargedWorld()
    let now = TestLedger.facts(8, 11)
    try ledger.add(
      "usage.corrected",
      #"{"usage":"U1","resource":"R1","unit":"x-uni","was":\#(TestLedger.facts()),"now":\#(now)}"#, at: "2024-05-09")
  }
}
