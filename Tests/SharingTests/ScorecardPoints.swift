import EventModel
import Sharing
import TestSupport
import Testing

@Suite struct `Points` {
  private static func points(
    _ value: ExactRatio?, weight: Int64, target: Int64, cap: Int64, unit: ScoreUnit = .count
  ) throws -> Int64 {
    let indicator = Indicator(
      id: try Identifier("i"), weight: try Count(weight), target: try Number(target), cap: try Number(cap))
    return ScorePoints.of(value, in: unit, by: indicator)
  }

  @Test func `are value through target times weight, at most the cap and at least 0`() throws {
    #expect(
      try Self.points(ExactRatio(9_285, 10_000), weight: 3_000, target: 10_000, cap: 3_000, unit: .basisPoints) == 2_786
    )
    #expect(try Self.points(ExactRatio(2, 1), weight: 3_000, target: 1, cap: 4_000) == 4_000)
    #expect(try Self.points(ExactRatio(-5, 1), weight: 3_000, target: 1, cap: 4_000) == 0)
    #expect(try Self.points(nil, weight: 3_000, target: 1, cap: 4_000) == 0)
    #expect(try Self.points(ExactRatio(1, 1), weight: 3_000, target: -1, cap: 4_000) == 0)
    #expect(try Self.points(ExactRatio(1, 1), weight: 3_000, target: 1, cap: -1) == 0)
  }

  @Test func `are rounded once, half a point up`() throws {
    #expect(try Self.points(ExactRatio(1, 2), weight: 1, target: 1, cap: 10) == 1)
    #expect(try Self.points(ExactRatio(499, 1_000), weight: 1, target: 1, cap: 10) == 0)
    #expect(try Self.points(ExactRatio(3, 2), weight: 1, target: 1, cap: 10) == 2)
    #expect(try Self.points(ExactRatio(5, 2), weight: 1, target: 1, cap: 10) == 3)
  }

  @Test func `never overflow`() throws {
    let most = Count.range.upperBound
    for value in [ExactRatio(.max, 1), ExactRatio(1, .max), ExactRatio(.max, .max), ExactRatio(.min, 1)] {
      for target in [1, most] {
        let points = try Self.points(value, weight: most, target: target, cap: most, unit: .basisPoints)
        #expect((0...most).contains(points))
      }
    }
    #expect(try Self.points(ExactRatio(.max, .max), weight: most, target: 1, cap: most) == most)
    #expect(try Self.points(ExactRatio(1, .max), weight: most, target: 1, cap: most) == 0)
  }

  @Test func `are what simple arithmetic gives where it does not overflow`() throws {
    var random = SeededRandom(seed: 20)
    for _ in 0..<2_000 {
      let (n, d) = (Int64.random(in: -50...2_000, using: &random), Int64.random(in: 1...60, using: &random))
      let (w, t) = (Int64.random(in: 0...5_000, using: &random), Int64.random(in: 1...90, using: &random))
      let cap = Int64.random(in: 0...9_000, using: &random)
      let exact = 2 * n * w
      let rounded = exact < 0 ? 0 : (exact / (d * t) + 1) / 2
      #expect(try Self.points(ExactRatio(Int128(n), Int128(d)), weight: w, target: t, cap: cap) == min(cap, rounded))
    }
  }
}

@Suite struct `A ranking` {
  @Test func `is by total, then income, then external hours, and equals share a rank`() throws {
    let ledger = try TestLedger.world()
    try ledger.publishSet([(.refusals, 1, 1, 1)])
    for unit in ["x-a", "x-b", "x-c", "x-d", "x-e"] {
      try ledger.addParty(unit)
      try ledger.addResource("R\(unit)", unit: unit)
    }
    // Equal totals of 0: x-b earns most, x-c has hours for each resource, x-a and x-d are equal, x-e has no income but hours.
    try ledger.addUse("U1", of: "Rx-b", unit: "x-b", hours: 1)
    let lines = TestLedger.line("labour", 500)
    try ledger.add(
      "charge.assessed",
      TestLedger.charge(unit: "x-b", resource: "Rx-b", lines: lines, total: 500), at: "2024-05-07")
    try ledger.addUse("U2", of: "Rx-c", unit: "x-c", hours: 3)
    try ledger.addUse("U3", of: "Rx-e", unit: "x-e", hours: 2)
    let ranks = try ledger.ranking().rows.map { "\($0.rank) \($0.card.party)" }
    #expect(ranks == ["1 x-b", "2 x-c", "3 x-e", "4 x-a", "4 x-d", "4 x-uni"])
  }
}
