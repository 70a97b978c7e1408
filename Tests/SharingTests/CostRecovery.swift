import EventLog
import EventModel
import Sharing
import TestSupport
import Testing

@Suite struct `Cost recovery` {
  @Test func `a surplus of 15 per cent of a year's cost is 54.75 days of it`() throws {
    let world = try FeeWorld()
    let cost = try world.cost("K1", 100_000_000)
    let charge = try world.serve("1", on: "2024-05-06", lines: [("labour", 3_600, 115_000_000)])
    let statement = try world.recovery("2023-06-01", "2024-05-30")
    #expect(statement.total.dayCount == 365)
    #expect(statement.total.surplus == 15_000_000 && statement.total.surplusPercent?.hundredths == 1_500)
    #expect(statement.total.reserveDays?.hundredths == 5_475)
    #expect(statement.components.map(\.component) == [.labour] && statement.components[0].line == statement.total)
    #expect(statement.total.evidence.cost == [cost] && statement.total.evidence.income == [charge])
    #expect(statement.total.evidence.positions == [cost, charge])
  }

  @Test func `what lies before the period is carried forward, what lies after the view does not count`() throws {
    let world = try FeeWorld()
    try world.cost("K1", 1_000, on: "2023-12-31")
    try world.cost("K2", 300, "electricity", on: "2024-01-01")
    try world.serve("1", on: "2023-12-30", lines: [("labour", 1, 1_500)])
    let known = try world.ledger.log.head()
    let late = try world.cost("K3", 40, on: "2024-06-30")
    let year = try world.recovery("2024-01-01", "2024-12-31")
    #expect(year.total.carriedForward == 500 && year.total.cost == 340 && year.total.cumulative == 160)
    #expect(year.components.map(\.component) == [.electricity, .labour])
    #expect(year.components[1].line.carriedForward == 500 && year.components[1].line.evidence.cost == [late])
    #expect(try world.recovery("2024-01-01", "2024-12-31", known: known).total.cost == 300)
    let june = try world.recovery("2024-01-01", "2024-12-31", at: "2024-06-29").total
    #expect(june.cost == 300 && june.dayCount == 181 && june.reserveDays?.hundredths == 12_067)
    let before = try world.recovery("2024-01-01", "2024-12-31", at: "2023-12-31").total
    #expect(before.cost == 0 && before.carriedForward == 500 && before.dayCount == 0 && before.reserveDays == nil)
    #expect(try world.recovery("2020-01-01", "2020-12-31").components.isEmpty)
  }

  @Test func `costs move between pools and suppliers give credit`() throws {
    let world = try FeeWorld()
    try world.cost("K1", 1_000)
    try world.cost("K2", -100)
    let moved = try world.ledger.add(
      "cost.allocated",
      #"{"cost":"K1","unit":"x-uni","fromPool":"nmr","toPool":"sem","component":"labour","amount":400}"#,
      at: "2024-03-02")
    let year = ("2024-01-01", "2024-12-31")
    #expect(try world.recovery(year.0, year.1, pool: "nmr").total.cost == 500)
    let sem = try world.recovery(year.0, year.1, pool: "sem").total
    #expect(sem.cost == 400 && sem.evidence.cost == [moved] && sem.reserveDays?.hundredths == -36_600)
    let all = try world.recovery(year.0, year.1).total
    #expect(all.cost == 900 && all.evidence.cost.count == 3)
    let (period, asOf) = (try FeeWorld.period(year.0, year.1), try world.ledger.asOf("2024-12-31"))
    let pools = try world.ledger.log.read { try PoolBalance.all($0, unit: nil, in: period, asOf: asOf) }
    #expect(pools.map(\.pool.text) == ["nmr", "sem"] && pools.map(\.line.cost) == [500, 400])
  }

  @Test func `vouchers and waivers belong to the components of their charge`() throws {
    let world = try FeeWorld()
    try world.issueVoucher(100_000)
    try world.serve("1", on: "2024-05-06", lines: [("material", 1, 3_000), ("labour", 1, 7_000)])
    try world.serve("2", on: "2024-05-06", pool: "sem", lines: [("labour", 1, 10_000)])
    let first = try world.deduct("D1", "C1", 3_335, on: "2024-05-08")
    let other = try world.deduct("D2", "C2", 1_000, on: "2024-05-08")
    let waiver = try world.waive("C1", 101, on: "2024-05-09")
    let may = try world.recovery("2024-05-01", "2024-05-31")
    #expect(may.components.map(\.line.byVoucher) == [1_001, 3_334] && may.total.byVoucher == 4_335)
    #expect(may.components.map(\.line.waived) == [30, 71] && may.total.income == 20_000)
    #expect(may.total.evidence.byVoucher == [first, other] && may.total.evidence.waived == [waiver])
    #expect(try world.recovery("2024-05-01", "2024-05-31", pool: "sem").total.byVoucher == 1_000)
    let known = try world.ledger.log.head()
    try world.reverse("D1", "C1", 3_335, on: "2024-06-08")
    #expect(try world.recovery("2024-05-01", "2024-06-30", pool: "nmr").components.map(\.line.byVoucher) == [0, 0])
    #expect(try world.recovery("2024-06-01", "2024-06-30").components.map(\.line.byVoucher) == [-1_001, -2_334])
    #expect(try world.recovery("2024-05-01", "2024-06-30", known: known).total.byVoucher == 4_335)
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `pools add up to the unit, periods to the whole, and income to the books`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let world = try FeeWorld()
    let components = CostComponent.allCases.map(\.wireName)
    for number in 0..<30 {
      let day = "2024-0\(Int.random(in: 1...9, using: &random))-1\(Int.random(in: 0...9, using: &random))"
      let pool = ["a", "b", "c"].randomElement(using: &random) ?? "a"
      let component = components.randomElement(using: &random) ?? "other"
      let fen = Int64.random(in: 1...1_000_000, using: &random)
      if Bool.random(using: &random) {
        try world.cost("K\(number)", fen, component, pool: pool, on: day)
      } else {
        try world.serve("\(number)", on: day, pool: pool, lines: [(component, 1, fen)])
      }
    }
    let year = try world.recovery("2024-01-01", "2024-12-31")
    let parts = try ["a", "b", "c"].map { try world.recovery("2024-01-01", "2024-12-31", pool: $0).total }
    #expect(parts.reduce(0) { $0 + $1.cost } == year.total.cost, "seed \(seed)")
    #expect(parts.reduce(0) { $0 + $1.income } == year.total.income, "seed \(seed)")
    #expect(year.components.reduce(0) { $0 + $1.line.surplus } == year.total.surplus, "seed \(seed)")
    let spring = try world.recovery("2024-01-01", "2024-04-14").total
    let rest = try world.recovery("2024-04-15", "2024-12-31").total
    #expect(rest.carriedForward == spring.surplus && rest.cumulative == year.total.cumulative, "seed \(seed)")
    let (prefix, day) = (try AccountPrefix("income:x-uni"), try Day(iso: "2024-12-31"))
    var income: Int128 = 0
    try world.ledger.log.read { log in
      try log.postings(of: prefix, through: day, known: log.head) { income -= Int128($0.amount) }
    }
    #expect(income == year.total.income, "seed \(seed)")
  }
}
