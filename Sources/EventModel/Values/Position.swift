/// A place in the log: 1, 2, 3 … without gaps, in the order of recording.
public struct Position: Sendable, Hashable {
  /// The place before the first event: what an empty ledger knows.
  public static let zero = Position(0)
  /// The last position the text form can name, 2^53 − 1: what every JSON reader keeps exactly (RFC 7493 §2.2).
  public static let textMax = Position(UInt64(CheckedRange.integerMax))

  /// The number; 0 only in ``zero``.
  public let number: UInt64

  /// Takes a number counted from 1, or 0 for the place before the first event.
  public init(_ number: UInt64) { self.number = number }

  /// Reads decimal digits without sign, blanks or leading zeros.
  ///
  /// - Throws: ``ValueError`` with rule `malformed`, or `outOfRange` above ``textMax``.
  public init(_ text: String) throws(ValueError) {
    try self.init(utf8: text.utf8Span)
  }

  package init(utf8: UTF8Span) throws(ValueError) {
    let digits = utf8.span
    if digits.isEmpty || digits.count > 1 && digits[0] == 0x30 { throw Self.malformed(utf8) }
    var number: UInt64 = 0
    for index in digits.indices {
      let digit = digits[index] &- 0x30
      if digit > 9 { throw Self.malformed(utf8) }
      // Saturates just above the limit, so that any number of digits ends as out of range.
      number = min(number * 10 + UInt64(digit), Self.textMax.number + 1)
    }
    if number > Self.textMax.number {
      throw ValueError(.outOfRange, utf8: utf8, message: "is beyond the last position, \(Self.textMax)")
    }
    self.number = number
  }

  private static func malformed(_ utf8: UTF8Span) -> ValueError {
    ValueError(.malformed, utf8: utf8, message: "is not a position: write decimal digits without leading zeros")
  }

  /// The position after this one.
  public var next: Position { Position(number + 1) }
}

extension Position: Comparable, CustomStringConvertible {
  /// Orders by recording.
  public static func < (left: Position, right: Position) -> Bool { left.number < right.number }

  /// The number in digits.
  public var description: String { String(number) }
}
