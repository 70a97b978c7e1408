/// A string's place in the input, checked to be well formed.
struct JSONString {
  /// The first byte after the opening quote.
  let start: Int
  /// The closing quote.
  let end: Int
  let isEscaped: Bool
  let isASCII: Bool
}

/// Strings.
extension JSONReader {
  /// Reads a string, escapes resolved.
  public mutating func string() throws(InputError) -> String {
    string(try stringToken())
  }

  /// Reads a string and makes a value of its text, without a copy where it has no escapes.
  @inline(__always)
  mutating func value<Value>(
    _ make: (UTF8Span) throws(ValueError) -> Value
  ) throws(InputError) -> Value {
    let token = try stringToken()
    do throws(ValueError) {
      if token.isEscaped {
        let text = string(token)
        return try make(text.utf8Span)
      }
      return try make(utf8(token))
    } catch {
      throw invalid(error)
    }
  }

  @inline(__always)
  mutating func stringToken() throws(InputError) -> JSONString {
    try expect(UInt8(ascii: "\""), .string)
    return try scanString()
  }

  /// The text of a string that was scanned.
  @inline(__always)
  func string(_ token: JSONString) -> String {
    token.isEscaped
      ? JSONEscape.resolved(bytes, from: token.start, to: token.end)
      : String(copying: utf8(token))
  }

  /// The bytes of a string that was scanned and has no escapes.
  @inline(__always)
  @_lifetime(copy self)
  func utf8(_ token: JSONString) -> UTF8Span {
    // Scanning has validated the bytes.
    unsafe UTF8Span(unchecked: bytes.extracting(token.start..<token.end), isKnownASCII: token.isASCII)
  }

  /// Scans the string whose opening quote is next, checking escapes and UTF-8.
  mutating func scanString() throws(InputError) -> JSONString {
    let start = offset + 1
    var (index, isASCII) = JSONScan.special(bytes, from: start)
    var isEscaped = false
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] < 0x20 { throw controlCharacter(at: index) }
      isEscaped = true
      guard case .scalar(_, let end) = JSONEscape.read(bytes, at: index) else { throw badEscape(at: index) }
      let next = JSONScan.special(bytes, from: end)
      isASCII = isASCII && next.isASCII
      index = next.index
    }
    guard index < bytes.count else { throw unfinishedString() }
    if index - start > JSONLimits.stringByteCountMax { throw stringTooLong() }
    if !isASCII { try validate(start..<index) }
    offset = index + 1
    return JSONString(start: start, end: index, isEscaped: isEscaped, isASCII: isASCII)
  }

  private mutating func validate(_ range: Range<Int>) throws(InputError) {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.extracting(range))
    } catch {
      throw notUTF8(at: range.lowerBound + error.byteOffsets.lowerBound)
    }
  }
}
