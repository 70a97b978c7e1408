extension Instant {
  /// Reads an RFC 3339 date-time with an offset: `2024-03-25T12:43:11.5+08:00`.
  ///
  /// Strict where RFC 3339 leaves room: capital `T` and `Z`, at most six fraction digits, no leap second, offsets up to
  /// ±14:00 and not `-00:00`, which RFC 3339 §4.3 keeps for an unknown offset; years 1900 to 2199 as written.
  ///
  /// - Throws: ``ValueError`` with rule `malformed`, `notOnCalendar` or `outOfRange`.
  public init(rfc3339 text: String) throws(ValueError) {
    try self.init(utf8: text.utf8Span)
  }

  package init(utf8: UTF8Span) throws(ValueError) {
    let bytes = utf8.span
    guard bytes.count >= 20, let date = Day.parts(bytes), bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = Digits.read(bytes, at: 11, count: 2),
      let minute = Digits.read(bytes, at: 14, count: 2),
      let second = Digits.read(bytes, at: 17, count: 2),
      let fraction = Self.fraction(bytes, at: 19),
      let offset = Self.offset(bytes, at: fraction.end)
    else {
      throw ValueError(
        .malformed, utf8: utf8, message: "is not an instant: write it with an offset, as 2024-03-25T12:43:11+08:00")
    }
    guard let day = Day.checked(year: date.year, month: date.month, day: date.day) else {
      throw Day.impossible(date.year, text: String(copying: utf8))
    }
    guard hour < 24, minute < 60, second < 60 else {
      throw ValueError(.notOnCalendar, utf8: utf8, message: "is not a time of the day, which ends at 23:59:59.999999")
    }
    guard let offset = offset.seconds else {
      throw ValueError(.outOfRange, utf8: utf8, message: "has an offset that is not between -14:00 and +14:00")
    }
    let seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset)
    let microseconds = seconds * Self.microsecondsPerSecond + Int64(fraction.microseconds)
    guard microseconds >= Self.first.microseconds, microseconds <= Self.last.microseconds else {
      throw ValueError(.outOfRange, utf8: utf8, message: "is not in the years 1900 to 2199 in Beijing")
    }
    self.microseconds = microseconds
  }

  /// The optional fraction and where it ends; `nil` when it has no or more than six digits.
  private static func fraction(_ bytes: Span<UInt8>, at start: Int) -> (microseconds: Int, end: Int)? {
    if bytes[start] != UInt8(ascii: ".") { return (0, start) }
    var microseconds = 0
    var scale = 1_000_000
    var index = start + 1
    while index < bytes.count, case let digit = bytes[index] &- 0x30, digit <= 9 {
      if scale == 1 { return nil }
      scale /= 10
      microseconds += Int(digit) * scale
      index += 1
    }
    return index == start + 1 ? nil : (microseconds, index)
  }

  /// The offset that ends the text; `nil` when malformed, with `nil` seconds when it exceeds 14 hours.
  private static func offset(_ bytes: Span<UInt8>, at start: Int) -> (seconds: Int?, Void)? {
    if bytes.count == start + 1, bytes[start] == UInt8(ascii: "Z") { return (0, ()) }
    guard bytes.count == start + 6, bytes[start + 3] == UInt8(ascii: ":"),
      let hours = Digits.read(bytes, at: start + 1, count: 2),
      let minutes = Digits.read(bytes, at: start + 4, count: 2)
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    let inRange = minutes < 60 && seconds <= 14 * 3600
    switch bytes[start] {
    case UInt8(ascii: "+"): return (inRange ? seconds : nil, ())
    case UInt8(ascii: "-") where seconds != 0: return (inRange ? -seconds : nil, ())
    default: return nil
    }
  }
}

extension Instant: CustomStringConvertible {
  /// The instant in Beijing time, as `2024-03-25T12:43:11+08:00`; a fraction only when there is one, without trailing zeros.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  func append(to bytes: inout [UInt8]) {
    let (day, microsecond) = beijing
    let second = Int(microsecond / Self.microsecondsPerSecond)
    Day(unchecked: Int(day)).append(to: &bytes)
    for (mark, part) in [("T", second / 3600), (":", second / 60 % 60), (":", second % 60)] as [(Unicode.Scalar, Int)] {
      bytes.append(UInt8(ascii: mark))
      Digits.append(part, count: 2, to: &bytes)
    }
    var fraction = Int(microsecond % Self.microsecondsPerSecond)
    if fraction != 0 {
      var count = 6
      while fraction % 10 == 0 {
        fraction /= 10
        count -= 1
      }
      bytes.append(UInt8(ascii: "."))
      Digits.append(fraction, count: count, to: &bytes)
    }
    for byte in "+08:00".utf8 { bytes.append(byte) }
  }
}
