extension Day {
  /// Reads `YYYY-MM-DD`, ten characters, nothing else (RFC 3339 `full-date`).
  ///
  /// - Throws: ``ValueError`` with rule `malformed`, `notOnCalendar` or `outOfRange`.
  public init(iso text: String) throws(ValueError) {
    try self.init(utf8: text.utf8Span)
  }

  package init(utf8: UTF8Span) throws(ValueError) {
    let bytes = utf8.span
    guard bytes.count == 10, let (year, month, day) = Self.parts(bytes) else {
      throw ValueError(.malformed, utf8: utf8, message: "is not a day: write YYYY-MM-DD")
    }
    guard let checked = Self.checked(year: year, month: month, day: day) else {
      throw Self.impossible(year, text: String(copying: utf8))
    }
    self = checked
  }

  /// The three numbers of the first ten bytes when they have the form of a day.
  static func parts(_ bytes: Span<UInt8>) -> (year: Int, month: Int, day: Int)? {
    let hyphen = UInt8(ascii: "-")
    guard bytes.count >= 10, bytes[4] == hyphen, bytes[7] == hyphen,
      let year = Digits.read(bytes, at: 0, count: 4),
      let month = Digits.read(bytes, at: 5, count: 2),
      let day = Digits.read(bytes, at: 8, count: 2)
    else { return nil }
    return (year, month, day)
  }

  func append(to bytes: inout [UInt8]) {
    let (year, month, day) = civil
    Digits.append(year, count: 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Digits.append(month, count: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Digits.append(day, count: 2, to: &bytes)
  }
}

extension Day: CustomStringConvertible {
  /// The day as `YYYY-MM-DD`.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
