public import EventModel

/// How many points a value earns: the least of the cap and value / target × weight, and not below zero.
///
/// All in basis points of the whole assessment, as indicator sets are; the quotient is kept exactly and rounded once,
/// half a point up. A value there is none of, or below zero, earns nothing.
public enum ScorePoints {
  /// Rounds the exact points of one indicator.
  ///
  /// - Parameters:
  ///   - value: the exact value.
  ///   - unit: in what the target is given.
  ///   - indicator: target, weight and cap.
  /// - Returns: 0 up to the cap.
  public static func of(_ value: ExactRatio?, in unit: ScoreUnit, by indicator: Indicator) -> Int64 {
    let (cap, target) = (max(0, indicator.cap.value), indicator.target.value)
    guard let value, value.numerator > 0, target > 0 else { return 0 }
    // Twice the points, rounded down, tells where half a point is; no product leaves 256 bits.
    let factor = 2 * UInt128(indicator.weight.value) * UInt128(unit.scale)
    let product = value.numerator.magnitude.multipliedFullWidth(by: factor)
    let divisor = value.denominator.magnitude
    // The quotient would have more than 128 bits, divided by the target still more than any cap.
    if product.high >= divisor { return cap }
    let halves = divisor.dividingFullWidth(product).quotient / UInt128(target)
    return Int64(min(UInt128(cap), halves / 2 + halves % 2))
  }
}
