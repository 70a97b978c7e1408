import EventModel

/// What a quantity costs by the tiers of a fee line, exactly, and rounded to the fen once at the end.
enum TierPrice {
  /// The price of a quantity: seconds when priced by the hour, else a count.
  ///
  /// Each tier holds from its `over` to the next one's. A flat tier costs its fen once as soon as the quantity goes
  /// beyond its `over`; another costs its fen for every hour or piece within it. What lies before the first tier is free.
  ///
  /// - Returns: the amount, half a fen rounded up; `nil` when it lies outside ±(2^53 − 1).
  static func amount(_ tiers: [FeeTier], quantity: Int64, basis: FeeBasis) -> Fen? {
    let perPrice: Int128 = basis == .perHour ? 3_600 : 1
    let sorted = TierPrice.isRising(tiers) ? tiers : TierPrice.sorted(tiers)
    var sum: Int128 = 0
    for (index, tier) in sorted.enumerated() where quantity > tier.over.value {
      let end = index + 1 < sorted.count ? min(quantity, sorted[index + 1].over.value) : quantity
      let count = tier.flat == true ? perPrice : Int128(end - tier.over.value)
      // A price and a quantity of 53 bits each; a list has at most a thousand.
      let (next, overflow) = sum.addingReportingOverflow(Int128(tier.fen.amount) * count)
      if overflow { return nil }
      sum = next
    }
    guard let amount = Int64(exactly: ExactRatio.halfUp(sum, over: perPrice)) else { return nil }
    return try? Fen(amount)
  }

  private static func isRising(_ tiers: [FeeTier]) -> Bool {
    tiers.indices.dropFirst().allSatisfy { tiers[$0 - 1].over <= tiers[$0].over }
  }

  private static func sorted(_ tiers: [FeeTier]) -> [FeeTier] {
    tiers.indices.sorted { (tiers[$0].over, $0) < (tiers[$1].over, $1) }.map { tiers[$0] }
  }
}
