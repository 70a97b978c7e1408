/// Fixed-width decimal digits, read from and written to bytes.
enum Digits {
  /// The number in `count` digits at the offset; `nil` when one of them is no ASCII digit or lies beyond the end.
  static func read(_ bytes: Span<UInt8>, at offset: Int, count: Int) -> Int? {
    if offset + count > bytes.count { return nil }
    var number = 0
    for index in offset..<offset + count {
      let digit = bytes[index] &- 0x30
      if digit > 9 { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// Appends the number in exactly `count` digits, zeros first.
  static func append(_ number: Int, count: Int, to bytes: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<count { divisor *= 10 }
    while divisor > 0 {
      bytes.append(0x30 + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}
