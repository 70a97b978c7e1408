import EventLog
import EventModel
@testable import Sharing
import Testing

@Suite struct `Audit reports` {
  @Test func `untraceable charges are those with something to find, in the days they count on`() throws {
    let world = try FeeWorld()
    try world.publish(from: "2024-05-01")
    try world.serve("1", on: "2024-05-06", lines: [("labour", 3_600, 40_000)])
    try world.serve("2", on: "2024-04-06", lines: [("labour", 3_600, 40_000)])
    try world.use("U3", "08:00:00", "09:00:00")
    try world.charge("C3", usage: "U3", lines: [("labour", 3_600, 40_000)])
    let found = try world.report { try UntraceableCharges.all($0, $1) }
    #expect(found.map(\.charge.charge.text) == ["C1", "C2"])
    #expect(found[1].findings == [.chargeWithoutStandard])
    #expect(try world.report("2024-05-01") { try UntraceableCharges.all($0, $1) }.map(\.charge.charge.text) == ["C1"])
    #expect(
      try world.report(at: "2024-05-01") { try UntraceableCharges.all($0, $1) }.map(\.charge.charge.text) == ["C2"])
  }

  @Test func `cost pools list every cost with its document, moved ones on both sides`() throws {
    let world = try FeeWorld()
    let hash = String(repeating: "3f", count: 32)
    let first = try world.cost("K1", 1_000, more: #","label":"电费","evidenceHash":"\#(hash)""#)
    let second = try world.cost("K2", -50)
    let moved = try world.ledger.add(
      "cost.allocated",
      #"{"cost":"K1","unit":"x-uni","fromPool":"nmr","toPool":"sem","component":"labour","amount":400}"#,
      at: "2024-03-02")
    let pools = try world.report { try CostPool.all($0, $1) }
    #expect(pools.map(\.pool.text) == ["nmr", "sem"] && pools.map(\.total) == [550, 400])
    #expect(pools[0].entries.map(\.position) == [first, second, moved] && pools[0].totalWithoutEvidence == -50)
    #expect(pools[1].entries[0].evidenceHash?.description == hash && pools[1].entries[0].label?.string == "电费")
    #expect(pools[0].entries.map(\.isAllocation) == [false, false, true])
    #expect(try world.report(known: second) { try CostPool.all($0, $1) }.map(\.total) == [950])
    let recovery = try world.recovery("2024-01-01", "2024-12-31")
    #expect(pools.reduce(0) { $0 + $1.total } == recovery.total.cost)
  }

  @Test func `corrections are gathered by reason and approver`() throws {
    let world = try FeeWorld()
    for number in ["1", "2"] { try world.serve(number, on: "2024-05-06", lines: [("labour", 3_600, 40_000)]) }
    let first = try world.waive("C1", 300, on: "2024-05-08")
    let adjusted = try world.adjust("C2", lines: [("labour", 0, -1_000)], on: "2024-05-09")
    let second = try world.waive("C2", 200, on: "2024-05-10")
    let found = try world.report { try Correction.all($0, $1) }
    #expect(found.map(\.kind) == [.adjustment, .waiver] && found.map(\.amount) == [-1_000, -500])
    #expect(found.map(\.positions) == [[adjusted], [first, second]])
    #expect(found[1].reason.string == "教学减免" && found[1].approver.text == "x-org")
    #expect(try world.report("2024-05-10") { try Correction.all($0, $1) }.map(\.amount) == [-200])
  }

  @Test func `a service has one price when rounding or the tiers of the standard explain the amounts`() throws {
    let world = try FeeWorld()
    try world.publish(lines: [
      FeeWorld.line("labour", "perHour", [(0, 50_000, true), (3_600, 40_000, false)], #","measure":"used""#)
    ])
    for (number, (seconds, fen)) in [(3_600, 50_000), (3_601, 50_011), (9_000, 110_000)].enumerated() {
      try world.use("U\(number)", "08:00:00", "09:00:00")
      try world.charge("C\(number)", usage: "U\(number)", lines: [("labour", Int64(seconds), Int64(fen))])
    }
    // No standard lists material: one price of a third of a fen a piece.
    for (number, fen) in [(10, 3), (11, 4), (12, 4), (13, 4)] {
      try world.use("U\(number)", "08:00:00", "09:00:00")
      try world.charge("C\(number)", usage: "U\(number)", lines: [("material", Int64(number), Int64(fen))])
    }
    #expect(try world.report { try PriceComparison.all($0, $1) }.isEmpty)
  }

  @Test func `a service at two prices is shown with both, and not once a charge is reversed`() throws {
    let world = try FeeWorld()
    try world.publish()
    var positions: [Position] = []
    for (number, fen) in [(1, 40_000), (2, 35_000), (3, 40_000), (4, 35_000)] {
      try world.use("U\(number)", "08:00:00", "09:00:00")
      positions.append(try world.charge("C\(number)", usage: "U\(number)", lines: [("labour", 3_600, Int64(fen))]))
    }
    try world.use("U5", "08:00:00", "09:00:00", side: "internal")
    try world.charge("C5", usage: "U5", lines: [("labour", 3_600, 20_000)])
    let found = try #require(try world.report { try PriceComparison.all($0, $1) }.first)
    #expect(
      found.variants.map(\.charges) == [
        [try Identifier("C1"), try Identifier("C3")], [try Identifier("C2"), try Identifier("C4")],
      ])
    #expect(found.variants[0].unitPrice == nil && found.variants[1].unitPrice == ExactRatio(35_000, 3_600))
    #expect(found.variants[1].positions == [positions[1], positions[3]] && found.userClass?.text == "external")
    #expect(found.basis == .perHour && found.variants[0].amount == 80_000)
    for number in [2, 4] {
      try world.ledger.add(
        "charge.reversed",
        #"{\#(FeeWorld.correction("C\(number)")),"pool":"nmr","lines":[\#(FeeWorld.lines([("labour", -3_600, -35_000)]))],"#
          + #""total":-35000}"#, at: "2024-05-20")
    }
    #expect(try world.report { try PriceComparison.all($0, $1) }.isEmpty)
    #expect(try world.report(known: positions[3]) { try PriceComparison.all($0, $1) }.count == 1)
  }

  @Test func `facts are grouped by how late they were recorded`() throws {
    let world = try FeeWorld()
    let before = try world.ledger.log.head()
    try world.ledger.setClock("2025-06-02T00:00:00+08:00")
    let late = try world.cost("K1", 1, on: "2024-06-02")
    let hour = try world.cost("K2", 1, on: "2025-06-01T23:00:00+08:00")
    let posted = try world.cost("K3", 1, on: "2025-05-20", more: #","postedOn":"2025-06-01""#)
    let found = try world.report("2025-06-02", "2025-06-02", at: "2025-06-30") { try LateEvents($0, $1) }
    #expect(
      found.groups.map(\.lag) == [.hour, .month, .year] && found.groups.map(\.positions) == [[hour], [posted], [late]])
    #expect(found.groups[2].secondsMax == 365 * 86_400)
    #expect(found.postedElsewhere.map(\.position) == [posted])
    #expect(try found.postedElsewhere[0].postedOn == Day(iso: "2025-06-01"))
    #expect(try found.postedElsewhere[0].ownDay == Day(iso: "2025-05-20"))
    #expect(
      try world.report("2025-06-02", "2025-06-02", at: "2025-06-30", known: before) { try LateEvents($0, $1) }.groups
        .isEmpty)
    #expect(try world.report("2025-06-02", "2025-06-02", at: "2024-12-31") { try LateEvents($0, $1) }.groups.count == 1)
    #expect(Lag(seconds: -1) == .ahead && Lag(seconds: 0) == .hour && Lag(seconds: 86_401) == .week)
    #expect(Lag(seconds: 90 * 86_400) == .quarter && Lag(seconds: 366 * 86_400) == .longer)
  }
}
