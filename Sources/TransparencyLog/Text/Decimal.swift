/// Decimal numbers as the C2SP formats write them: ASCII digits, no sign, no leading zero.
enum Decimal {
  /// The number, or `nil` where the text has another form or is beyond the limit.
  static func read(_ text: ArraySlice<UInt8>, max: UInt64 = TreeHead.sizeMax) -> UInt64? {
    guard let first = text.first, text.count == 1 || first != UInt8(ascii: "0") else { return nil }
    var number: UInt64 = 0
    for character in text {
      let digit = character &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      let (shifted, isBeyond) = number.multipliedReportingOverflow(by: 10)
      let (sum, isAbove) = shifted.addingReportingOverflow(UInt64(digit))
      guard !isBeyond, !isAbove, sum <= max else { return nil }
      number = sum
    }
    return number
  }
}
