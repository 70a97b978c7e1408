/// The one check behind every number of a limited range.
enum CheckedRange {
  /// The largest integer every JSON reader keeps exactly (RFC 7493 §2.2): 2^53 − 1.
  static let integerMax: Int64 = (1 << 53) - 1

  /// Returns the number if it lies in the range.
  static func number(_ number: Int64, in range: ClosedRange<Int64>, unit: String) throws(ValueError) -> Int64 {
    if range.contains(number) { return number }
    throw ValueError(
      .outOfRange, number: number, message: "is not between \(range.lowerBound) and \(range.upperBound) \(unit)")
  }
}
