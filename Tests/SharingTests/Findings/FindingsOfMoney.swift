import EventLog
import EventModel
import Sharing
import Testing

@Suite struct `Findings about money` {
  /// Income of a charge and a cost in 2024, in fen; rules are asked when the year is over.
  private func year(income: Int64, cost: Int64) throws -> FeeWorld {
    let world = FeeWorld(try TestLedger.world())
    try world.serve("1", on: "2024-05-06", lines: [("labour", 3_600, income)])
    if cost != 0 { try world.cost("K1", cost) }
    return world
  }

  @Test func `surplus: at the tolerance is within it; a fen more is not; without a policy there is no finding`() throws
  {
    for (income, count) in [(Int64(115_000_000), 0), (115_000_001, 1)] {
      let world = try year(income: income, cost: 100_000_000)
      #expect(try world.ledger.findings(.surplusOverTolerance, "2025-01-01").isEmpty)
      try world.ledger.setPolicy("surplusToleranceShare", 1_500)
      #expect(try world.ledger.findings(.surplusOverTolerance, "2024-12-31").isEmpty)
      let found = try world.ledger.findings(.surplusOverTolerance, "2025-01-01")
      #expect(found.count == count)
      guard let first = found.first else { continue }
      #expect(first.span == "2025-01-01…" && first.measured == 1_500 && first.threshold == 1_500)
      #expect(first.accounts.map(\.text) == ["income:x-uni", "cost:x-uni"])
    }
  }

  @Test func `surplus: any of it without cost; no share then`() throws {
    let world = try year(income: 1, cost: 0)
    try world.ledger.setPolicy("surplusToleranceShare", 1_500)
    let found = try world.ledger.findings(.surplusOverTolerance, "2025-01-01")
    #expect(found.count == 1 && found[0].measured == nil)
    try world.cost("K2", 1, on: "2024-06-01")
    #expect(try world.ledger.findings(.surplusOverTolerance, "2025-01-01").isEmpty)
  }

  @Test func `incentive share: at the least share is enough`() throws {
    for (incentive, count) in [(Int64(50_000), 0), (49_999, 1)] {
      let world = try year(income: 100_000, cost: 0)
      try world.ledger.add(
        "income.spent", #"{"unit":"x-uni","category":"incentive","amount":\#(incentive)}"#, at: "2024-06-01")
      try world.ledger.add(
        "income.spent", #"{"unit":"x-uni","category":"running","amount":10000}"#, at: "2024-06-01")
      #expect(try world.ledger.findings(.incentiveShareLow, "2025-01-01").isEmpty)
      try world.ledger.setPolicy("incentiveShareMin", 5_000)
      #expect(try world.ledger.findings(.incentiveShareLow, "2024-12-31").isEmpty)
      let found = try world.ledger.findings(.incentiveShareLow, "2025-01-01")
      #expect(found.count == count && found.allSatisfy { $0.measured == 4_999 && $0.threshold == 5_000 })
    }
  }

  @Test func `spent above income: from the day on which, to the day on which no longer`() throws {
    let ledger = try TestLedger.world()
    let spent = try ledger.add(
      "income.spent", #"{"unit":"x-uni","category":"running","amount":30000}"#, at: "2024-03-01")
    let found = try ledger.findings(.spentAboveIncome, "2024-04-01")
    #expect(found.map(\.span) == ["2024-03-01…"] && found[0].measured == 30_000 && found[0].evidence == [spent])
    #expect(try ledger.findings(.spentAboveIncome, "2024-02-29").isEmpty)
    let world = FeeWorld(ledger)
    try world.serve("1", on: "2024-05-06", lines: [("labour", 3_600, 30_000)])
    #expect(try ledger.findings(.spentAboveIncome, "2024-06-01").map(\.span) == ["2024-03-01…2024-05-06"])
    #expect(try ledger.findings(.spentAboveIncome, "2024-06-01", known: Position(spent.number - 1)).isEmpty)
  }
}
