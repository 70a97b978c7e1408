/// A number as the quotient it is; never rounded, so that rounding is compared too.
struct SlowFraction: Equatable {
  var numerator: Int
  /// Above zero.
  var denominator = 1

  /// `nil` when there is nothing to divide by (domain §4: null, never 0).
  ///
  /// Of a denominator below zero, such as an income of which more was reversed than earned, the domain says nothing. The
  /// reading: there is nothing to divide by either (`ExactRatio`).
  static func of(_ numerator: Int, _ denominator: Int) -> SlowFraction? {
    denominator <= 0 ? nil : SlowFraction(numerator: numerator, denominator: denominator)
  }

  /// In lowest terms, as text.
  var told: String {
    var (left, right) = (abs(numerator), denominator)
    while right != 0 { (left, right) = (right, left % right) }
    return "\(numerator / left)/\(denominator / left)"
  }

  /// The nearest whole number to some multiple, halves up.
  func rounded(times scale: Int) -> Int {
    let (top, bottom) = (2 * numerator * scale + denominator, 2 * denominator)
    let quotient = top / bottom
    return quotient * bottom > top ? quotient - 1 : quotient
  }
}
