/// Dividing an amount without losing a fen.
public enum Split {
  /// The parts of an amount by weights, which add up to it: each gets its exact share rounded towards zero, and what is
  /// left over goes a unit each to the largest fractions, of equal ones to the earlier.
  ///
  /// 100.01 yuan at 30 to 70 are 30.00 and 70.01. The parts of the opposite amount are the opposite parts.
  ///
  /// - Returns: a part a weight; `nil` when a weight is below zero or all are zero.
  /// - Complexity: O(n log n) for n weights.
  public static func byLargestRemainder(_ amount: Int64, weights: [Int64]) -> [Int64]? {
    var whole: Int128 = 0
    for weight in weights {
      if weight < 0 { return nil }
      whole += Int128(weight)
    }
    guard whole > 0 else { return nil }
    let size = Int128(amount.magnitude)
    let shares = weights.map { (size * Int128($0)).quotientAndRemainder(dividingBy: whole) }
    var parts = shares.map(\.quotient)
    var left = size - parts.reduce(0, +)
    let order = shares.indices.sorted { (shares[$1].remainder, $0) < (shares[$0].remainder, $1) }
    for index in order where left > 0 {
      parts[index] += 1
      left -= 1
    }
    return parts.map { Int64(truncatingIfNeeded: amount < 0 ? -$0 : $0) }
  }
}
