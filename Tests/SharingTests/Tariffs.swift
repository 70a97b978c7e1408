import EventModel
import TestSupport
import Testing

@testable import Sharing

@Suite struct `Tariffs` {
  private static func tier(_ over: Int64, _ fen: Int64, flat: Bool = false) throws -> FeeTier {
    FeeTier(over: try Count(over), fen: try Fen(fen), flat: flat)
  }

  private static func price(_ tiers: [FeeTier], _ quantity: Int64, _ basis: FeeBasis = .perHour) throws -> Int64 {
    try #require(TierPrice.amount(tiers, quantity: quantity, basis: basis)).amount
  }

  @Test(
    arguments: [
      (55 * 60, 50_000), (3_600, 50_000), (3_601, 50_011), (9_000, 110_000), (0, 0), (1, 50_000),
    ] as [(Int64, Int64)])
  func `the first hour flat, then by the hour`(seconds: Int64, fen: Int64) throws {
    let tiers = [try Self.tier(0, 50_000, flat: true), try Self.tier(3_600, 40_000)]
    #expect(try Self.price(tiers, seconds) == fen)
    #expect(try Self.price(tiers.reversed(), seconds) == fen)
  }

  @Test func `stepped rates charge each step at its own price`() throws {
    let tiers = [
      try Self.tier(0, 5_000), try Self.tier(2 * 3_600, 4_500), try Self.tier(5 * 3_600, 4_000),
      try Self.tier(7 * 3_600, 3_900),
    ]
    #expect(try Self.price(tiers, 10 * 3_600) == 43_200)
    let byPiece = [try Self.tier(0, 5_000), try Self.tier(2, 4_500), try Self.tier(5, 4_000), try Self.tier(7, 3_900)]
    #expect(try Self.price(byPiece, 10, .perSample) == 43_200)
  }

  @Test(
    arguments: [
      (105_00, 9_000, 262_50), (50_00, 3_600, 50_00), (25_00, 3_600, 25_00),
    ] as [(Int64, Int64, Int64)])
  func `price is hours times rate`(rate: Int64, seconds: Int64, fen: Int64) throws {
    #expect(try Self.price([try Self.tier(0, rate)], seconds) == fen)
  }

  @Test func `half a fen is rounded up, once for the whole line`() throws {
    // Two tiers of half a fen each are one fen, not two.
    let tiers = [try Self.tier(0, 1), try Self.tier(1_800, 1)]
    #expect(try Self.price(tiers, 1_800) == 1)
    #expect(try Self.price(tiers, 3_600) == 1)
    #expect(try Self.price(tiers, 1_799) == 0)
    #expect(try Self.price([try Self.tier(0, -1)], 1_800) == 0)
    #expect(try Self.price([try Self.tier(0, -1)], 1_801) == -1)
  }

  @Test func `what lies before the first tier is free, and an opening fee stands beside the hours`() throws {
    #expect(try Self.price([try Self.tier(600, 3_600)], 600) == 0)
    #expect(try Self.price([try Self.tier(600, 3_600)], 610) == 10)
    #expect(try Self.price([try Self.tier(0, 500, flat: true), try Self.tier(0, 3_600)], 20) == 520)
    #expect(try Self.price([], 20) == 0)
  }

  @Test func `an amount beyond the range is no price and no trap`() throws {
    let dear = [try Self.tier(0, Fen.range.upperBound)]
    #expect(TierPrice.amount(dear, quantity: Seconds.range.upperBound, basis: .perHour) == nil)
    #expect(TierPrice.amount(dear, quantity: .max, basis: .perItem) == nil)
    #expect(TierPrice.amount(dear, quantity: 1, basis: .perItem)?.amount == Fen.range.upperBound)
    let flat = try (0..<1_000).map { try Self.tier(Int64($0), Fen.range.upperBound, flat: true) }
    #expect(TierPrice.amount(flat, quantity: .max, basis: .perHour) == nil)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `a price rises with the quantity and adds up at the borders of tiers`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var overs: Set<Int64> = [0]
    for _ in 0..<Int.random(in: 0...4, using: &random) { overs.insert(Int64.random(in: 1...20_000, using: &random)) }
    let tiers = try overs.sorted().map {
      try Self.tier($0, Int64.random(in: 0...100_000, using: &random), flat: Bool.random(using: &random))
    }
    for basis in FeeBasis.allCases {
      var last: Int64 = 0
      for quantity in (0..<50).map({ _ in Int64.random(in: 0...30_000, using: &random) }).sorted() {
        let price = try Self.price(tiers, quantity, basis)
        #expect(price >= last, "seed \(seed)")
        last = price
        // The same tier by tier: what each adds, exact, rounded once.
        let parts = tiers.enumerated().map { index, tier -> Int128 in
          let end = index + 1 < tiers.count ? min(quantity, tiers[index + 1].over.value) : quantity
          guard quantity > tier.over.value else { return 0 }
          let fen = Int128(tier.fen.amount)
          return tier.flat == true ? fen * 3_600 : fen * Int128(end - tier.over.value) * (basis == .perHour ? 1 : 3_600)
        }
        let sum = parts.reduce(0, +)
        #expect(Int128(price) == (2 * sum + 3_600) / 7_200, "seed \(seed)")
      }
    }
  }

  @Test(
    arguments: [
      ("13:15", "14:15", 60, 60, 75), ("13:15", "13:45", 60, 30, 60), ("13:00", "14:15", 60, 75, 75),
      ("12:00", "12:30", 60, 30, 90), ("12:00", "15:00", 60, 180, 180),
    ] as [(String, String, Int64, Int64, Int64)])
  func `booked, used and overage`(
    start: String, end: String, booked: Int64, used: Int64, overage: Int64
  ) throws {
    let at = { (time: String) in try Instant(rfc3339: "2024-05-06T\(time):00+08:00") }
    let time = ServiceTime(
      start: try at(start), end: try at(end), booked: BookingTimes(start: try at("13:00"), end: try at("14:00")))
    #expect(time.seconds(.booked) == booked * 60)
    #expect(time.seconds(.used) == used * 60)
    #expect(time.seconds(.overage) == overage * 60)
    let free = ServiceTime(start: try at(start), end: try at(end))
    #expect(free.seconds(.booked) == used * 60 && free.seconds(.overage) == used * 60 && free.seconds(nil) == used * 60)
    let backwards = ServiceTime(start: try at(end), end: try at(start))
    #expect(backwards.usedSeconds == 0)
  }

  @Test(
    arguments: [
      (10_001, [30, 70], [3_000, 7_001]), (30_000, [50_000, 50_000], [15_000, 15_000]),
      (-10_001, [30, 70], [-3_000, -7_001]),
      (1, [1, 1], [1, 0]), (0, [1, 2], [0, 0]), (100, [1, 1, 1], [34, 33, 33]), (5, [0, 1], [0, 5]),
      (.min, [1], [.min]), (.max, [.max, .max], [.max / 2 + 1, .max / 2]),
    ] as [(Int64, [Int64], [Int64])])
  func `a split keeps the sum`(amount: Int64, weights: [Int64], parts: [Int64]) {
    #expect(Split.byLargestRemainder(amount, weights: weights) == parts)
  }

  @Test(arguments: [[], [0], [0, 0], [1, -1]] as [[Int64]])
  func `a split needs a weight`(weights: [Int64]) {
    #expect(Split.byLargestRemainder(100, weights: weights) == nil)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `no part of a split is a whole unit off`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let amount = Int64.random(in: -1_000_000...1_000_000, using: &random)
    var weights = (0..<Int.random(in: 1...6, using: &random)).map { _ in Int64.random(in: 0...1_000, using: &random) }
    weights.append(1)
    let parts = try #require(Split.byLargestRemainder(amount, weights: weights))
    #expect(parts.reduce(0, +) == amount, "seed \(seed)")
    let whole = weights.reduce(0, +)
    for (part, weight) in zip(parts, weights) { #expect(abs(part * whole - amount * weight) < whole, "seed \(seed)") }
  }

  @Test func `a ratio is kept exactly and rounded when it is written`() throws {
    #expect(ExactRatio(1, 0) == nil && ExactRatio(1, -1) == nil)
    #expect(ExactRatio(150_000 * 365, 1_000_000)?.hundredths == 5_475)
    #expect(ExactRatio(1, 3)?.hundredths == 33)
    #expect(ExactRatio(2, 3)?.hundredths == 67)
    #expect(ExactRatio(1, 200)?.hundredths == 1)
    #expect(ExactRatio(-1, 200)?.hundredths == 0)
    #expect(ExactRatio(-1, 3)?.hundredths == -33)
    #expect(ExactRatio(.max, 1)?.hundredths == nil)
  }
}
