import EventModel
import Testing

@Suite struct `Fee standards, costs and income` {
  private static func standard(
    _ lines: [String], id: String = "F", organisation: String = "x-uni", resources: [String] = ["R1"]
  ) -> String {
    """
    {"standard":"\(id)","organisation":"\(organisation)",\
    "resources":[\(resources.map { "\"\($0)\"" }.joined(separator: ","))],"effectiveFrom":"2024-07-01",\
    "publishedAt":"p","lines":[\(lines.joined(separator: ","))]}
    """
  }

  private static func hours(_ tiers: String, measure: String? = "used", more: String = "") -> String {
    let measure = measure.map { #","measure":"\#($0)""# } ?? ""
    return #"{"component":"labour","basis":"perHour"\#(measure),"tiers":[\#(tiers)]\#(more)}"#
  }

  private static func tier(_ over: Int64, _ fen: Int64) -> String { #"{"over":\#(over),"fen":\#(fen)}"# }

  @Test func `a standard of nothing, for nothing, or by who cannot charge`() throws {
    let ledger = try TestLedger.world()
    func refusal(_ data: String) throws -> Refusal? { try ledger.refusal("feeStandard.published", data) }
    let line = Self.hours(Self.tier(0, 1))
    #expect(try refusal(Self.standard([])) == .emptyList(field: "lines"))
    #expect(try refusal(Self.standard([line], resources: [])) == .emptyList(field: "resources"))
    #expect(
      try refusal(Self.standard([line], resources: ["R1", "R1"])) == .namedTwice(field: "resources", value: "R1"))
    #expect(
      try refusal(Self.standard([line], organisation: "u1"))
        == .wrongPartyKind(Identifier("u1"), field: "organisation", kind: .user))
  }

  @Test func `tiers that do not rise from zero, and prices below zero`() throws {
    let ledger = try TestLedger.world()
    let (fenMax, countMax) = (Fen.range.upperBound, Count.range.upperBound)
    func expect(_ tiers: [String], _ refusal: Refusal) throws {
      #expect(
        try ledger.refusal("feeStandard.published", Self.standard([Self.hours(tiers.joined(separator: ","))]))
          == refusal)
    }
    try expect([], .emptyList(field: "lines[0].tiers"))
    try expect([Self.tier(1, 1)], .outOfRange(field: "lines[0].tiers[0].over", value: 1, min: 0, max: 0))
    try expect(
      [Self.tier(0, 1), Self.tier(0, 1)],
      .outOfRange(field: "lines[0].tiers[1].over", value: 0, min: 1, max: countMax))
    try expect(
      [Self.tier(0, 1), Self.tier(7_200, 1), Self.tier(3_600, 1)],
      .outOfRange(field: "lines[0].tiers[2].over", value: 3_600, min: 7_201, max: countMax))
    try expect(
      [Self.tier(0, -1)], .outOfRange(field: "lines[0].tiers[0].fen", value: -1, min: 0, max: fenMax))
    #expect(
      try ledger.refusal(
        "feeStandard.published",
        Self.standard([Self.hours([Self.tier(0, 1), Self.tier(countMax, 1), Self.tier(5, 1)].joined(separator: ","))])
      ).map(\.ruleName) == "outOfRange")
    try ledger.add(
      "feeStandard.published", Self.standard([Self.hours("\(Self.tier(0, 0)),\(Self.tier(3_600, 1))")]))
  }

  @Test func `hours without a measure, other things with one, and one thing priced twice`() throws {
    let ledger = try TestLedger.world()
    func refusal(_ lines: String...) throws -> Refusal? {
      try ledger.refusal("feeStandard.published", Self.standard(lines))
    }
    let tier = Self.tier(0, 1)
    #expect(
      try refusal(Self.hours(tier, measure: nil)) == .illegalValue(field: "lines[0].measure", value: "absent"))
    let use = Self.hours(tier).replacing("perHour", with: "perUse")
    #expect(
      try refusal(Self.hours(tier), use) == .illegalValue(field: "lines[1].measure", value: "used"))
    let student = Self.hours(tier, more: #","label":"上机","userClass":"student""#)
    #expect(
      try refusal(student, Self.hours(tier), student)
        == .namedTwice(field: "lines", value: "labour 上机 perHour used student"))
    try ledger.add(
      "feeStandard.published",
      Self.standard([
        student, Self.hours(tier), Self.hours(tier, measure: "booked"), Self.hours(tier, more: #","label":"上机""#),
      ]))
  }

  @Test func `a standard is withdrawn once, as it was published, and not before it held`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("feeStandard.published", Self.standard([Self.hours(Self.tier(0, 1))]), at: "2024-06-01")
    func withdrawn(_ from: String = "2024-12-01", organisation: String = "x-uni", resources: String = "R1") -> String {
      #"{"standard":"F","organisation":"\#(organisation)","resources":["\#(resources)"],"from":"\#(from)"}"#
    }
    func refusal(_ data: String) throws -> Refusal? {
      try ledger.refusal("feeStandard.withdrawn", data, at: "2024-11-01")
    }
    try ledger.addResource("R2")
    #expect(
      try refusal(withdrawn(organisation: "x-org"))
        == .copyDiffers(field: "organisation", given: "x-org", recorded: "x-uni"))
    #expect(
      try refusal(withdrawn(resources: "R2"))
        == .copyDiffers(field: "resources", given: "[R2]", recorded: "[R1]"))
    #expect(
      try refusal(withdrawn("2024-06-30"))
        == .lastDayBeforeFirst(from: Day(iso: "2024-07-01"), to: Day(iso: "2024-06-30")))
    try ledger.add("feeStandard.withdrawn", withdrawn(), at: "2024-11-01")
    #expect(
      try refusal(withdrawn())
        == .wrongState(Tag("standard:F"), state: "ended", event: .feeStandardWithdrawn))
  }

  @Test func `a standard that charges name is not retracted`() throws {
    let ledger = try TestLedger.usedWorld()
    try ledger.add("feeStandard.published", Self.standard([Self.hours(Self.tier(0, 1))]), id: "published")
    let charged = try ledger.add(
      "charge.assessed", TestLedger.charge(more: #","standard":"F""#), at: "2024-05-07")
    #expect(
      try ledger.refusal("event.retracted", ledger.retraction("published"))
        == .retractionLeavesDangling(Tag("standard:F"), dependent: charged))
  }

  @Test func `amounts of nothing, grants below it, and budgets of no year`() throws {
    let ledger = try TestLedger.usedWorld()
    #expect(try ledger.refusal("cost.recorded", TestLedger.cost("K1", 0)) == .changesNothing(.costRecorded))
    func budget(_ amount: Int64, _ year: Int = 2024) -> String {
      #"{"unit":"x-uni","year":\#(year),"amount":\#(amount)}"#
    }
    #expect(try ledger.refusal("income.budgeted", budget(0)) == .changesNothing(.incomeBudgeted))
    for year in [1989, 2200] {
      #expect(
        try ledger.refusal("income.budgeted", budget(1, year))
          == .outOfRange(field: "year", value: Int64(year), min: 1990, max: 2199))
    }
    let spent = #"{"unit":"x-uni","category":"incentive","amount":0}"#
    #expect(try ledger.refusal("income.spent", spent) == .changesNothing(.incomeSpent))
    #expect(
      try ledger.refusal("guidingFund.granted", #"{"unit":"x-uni","amount":0}"#)
        == .outOfRange(field: "amount", value: 0, min: 1, max: Fen.range.upperBound))
    #expect(
      try ledger.refusal("guidingFund.granted", #"{"unit":"u1","amount":1}"#)
        == .wrongPartyKind(Identifier("u1"), field: "unit", kind: .user))
    try ledger.add("income.budgeted", budget(-1))
    try ledger.add("income.spent", spent.replacing(":0", with: ":-1"))
    try ledger.add("guidingFund.granted", #"{"unit":"x-org","amount":1}"#)
  }

  private static func allocation(
    _ amount: Int64, from: String = "p", to: String = "q", unit: String = "x-uni", component: String = "water"
  ) -> String {
    """
    {"cost":"K1","unit":"\(unit)","fromPool":"\(from)","toPool":"\(to)","component":"\(component)","amount":\(amount)}
    """
  }

  @Test func `more of a cost is moved than the pool has, or it is moved nowhere or backwards`() throws {
    let ledger = try TestLedger.world()
    try ledger.addParty("x-other")
    try ledger.add("cost.recorded", TestLedger.cost("K1", 100), at: "2024-03-01")
    func refusal(_ data: String, at day: String = "2024-03-02") throws -> Refusal? {
      try ledger.refusal("cost.allocated", data, at: day)
    }
    func above(_ pool: String, _ amount: Int64, _ left: Int64) throws -> Refusal {
      .allocationAboveCost(cost: try Identifier("K1"), pool: try Identifier(pool), amount: amount, left: left)
    }
    #expect(
      try refusal(Self.allocation(1, unit: "x-other"))
        == .copyDiffers(field: "unit", given: "x-other", recorded: "x-uni"))
    #expect(
      try refusal(Self.allocation(1, component: "labour"))
        == .copyDiffers(field: "component", given: "labour", recorded: "water"))
    #expect(try refusal(Self.allocation(1, to: "p")) == .namedTwice(field: "toPool", value: "p"))
    for amount: Int64 in [0, -1] {
      #expect(
        try refusal(Self.allocation(amount))
          == .outOfRange(field: "amount", value: amount, min: 1, max: Fen.range.upperBound))
    }
    #expect(try refusal(Self.allocation(101)) == above("p", 101, 100))
    try ledger.add("cost.allocated", Self.allocation(70), at: "2024-03-02")
    #expect(try refusal(Self.allocation(31)) == above("p", 31, 30))
    #expect(try refusal(Self.allocation(71, from: "q", to: "r")) == above("q", 71, 70))
    try ledger.add("cost.allocated", Self.allocation(70, from: "q", to: "p"), at: "2024-03-04")
    #expect(
      try refusal(Self.allocation(1, from: "q", to: "r"), at: "2024-03-03")
        == .wrongState(
          Tag("cost:K1"), state: "followed by cost.allocated at 2024-03-04T00:00:00+08:00", event: .costAllocated))
    #expect(
      try refusal(Self.allocation(1), at: "2024-02-28")
        == .wrongState(Tag("cost:K1"), state: "not recorded", event: .costAllocated))
  }

  @Test func `a supplier's credit is moved as a credit`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("cost.recorded", TestLedger.cost("K1", -100), at: "2024-03-01")
    #expect(
      try ledger.refusal("cost.allocated", Self.allocation(1), at: "2024-03-02")
        == .outOfRange(field: "amount", value: 1, min: Fen.range.lowerBound, max: -1))
    #expect(
      try ledger.refusal("cost.allocated", Self.allocation(-101), at: "2024-03-02")
        == .allocationAboveCost(cost: Identifier("K1"), pool: Identifier("p"), amount: -101, left: -100))
    try ledger.add("cost.allocated", Self.allocation(-100), at: "2024-03-02")
  }
}
