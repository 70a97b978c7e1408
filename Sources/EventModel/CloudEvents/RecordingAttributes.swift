/// The text forms of what a ledger adds to an event when it records it.
extension Position {
  /// Reads the position of a recorded event, which is never ``zero``.
  init(recorded utf8: UTF8Span) throws(ValueError) {
    try self.init(utf8: utf8)
    if self == .zero { throw ValueError(.outOfRange, utf8: utf8, message: "is before the first position, 1") }
  }
}

extension Batch {
  /// The form `index/length`, the index counted from 1.
  var text: String { "\(UInt64(index) + 1)/\(length)" }

  /// Reads `index/length`, the index counted from 1 and not beyond the length.
  init(utf8: UTF8Span) throws(ValueError) {
    let bytes = utf8.span
    var slash = 0
    while slash < bytes.count, bytes[slash] != UInt8(ascii: "/") { slash += 1 }
    guard slash < bytes.count, let index = Self.number(bytes, from: 0, to: slash),
      let length = Self.number(bytes, from: slash + 1, to: bytes.count)
    else { throw ValueError(.malformed, utf8: utf8, message: "is not a place in a batch: write index/length, as 2/5") }
    guard index <= length else {
      throw ValueError(.outOfRange, utf8: utf8, message: "has an index beyond the length")
    }
    self.init(index: index - 1, length: length)
  }

  /// The number from 1 on between the two indices; `nil` unless it is all digits, the first not zero.
  private static func number(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> UInt32? {
    guard end > start, end - start <= 10, bytes[start] != UInt8(ascii: "0"),
      let number = Digits.read(bytes, at: start, count: end - start)
    else { return nil }
    return UInt32(exactly: number)
  }
}
