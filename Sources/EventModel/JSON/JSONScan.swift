/// Finds the characters that matter in a string, eight bytes at a time.
enum JSONScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The first quote, backslash or control character from `start` on, or the end; and whether a byte before it is not
  /// ASCII.
  static func special(_ bytes: Span<UInt8>, from start: Int) -> (index: Int, isASCII: Bool) {
    var index = start
    var seen: UInt64 = 0
    let raw = unsafe bytes.bytes
    while index + 8 <= bytes.count {
      let word = unsafe UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let found = zeros(word ^ ones &* 0x22) | zeros(word ^ ones &* 0x5C) | belowBlank(word)
      if found != 0 {
        // The lowest mark is exact; marks above it may be the borrow of a subtraction.
        let count = found.trailingZeroBitCount
        seen |= word & (1 << UInt64(count) &- 1)
        return (index + count / 8, seen & highBits == 0)
      }
      seen |= word
      index += 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { break }
      seen |= UInt64(byte)
      index += 1
    }
    return (index, seen & highBits == 0)
  }

  /// The high bit of each byte that is zero, exact up to the first.
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highBits }

  /// The high bit of each byte below 0x20, exact up to the first.
  private static func belowBlank(_ word: UInt64) -> UInt64 { (word &- ones &* 0x20) & ~word & highBits }
}
