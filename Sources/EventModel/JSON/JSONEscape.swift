/// The escapes of JSON strings (RFC 8259 §7).
enum JSONEscape {
  /// What the backslash at an index begins.
  enum Form {
    /// A character, and where its escape ends; both halves of a surrogate pair are one escape.
    case scalar(Unicode.Scalar, end: Int)
    /// Half of a surrogate pair.
    case loneSurrogate
    /// No escape JSON has.
    case unknown
  }

  /// Reads the escape at the backslash.
  static func read(_ bytes: Span<UInt8>, at backslash: Int) -> Form {
    guard backslash + 1 < bytes.count else { return .unknown }
    let end = backslash + 2
    switch bytes[backslash + 1] {
    case UInt8(ascii: "\""): return .scalar("\"", end: end)
    case UInt8(ascii: "\\"): return .scalar("\\", end: end)
    case UInt8(ascii: "/"): return .scalar("/", end: end)
    case UInt8(ascii: "b"): return .scalar("\u{8}", end: end)
    case UInt8(ascii: "f"): return .scalar("\u{C}", end: end)
    case UInt8(ascii: "n"): return .scalar("\n", end: end)
    case UInt8(ascii: "r"): return .scalar("\r", end: end)
    case UInt8(ascii: "t"): return .scalar("\t", end: end)
    case UInt8(ascii: "u"): return codePoint(bytes, at: backslash)
    default: return .unknown
    }
  }

  /// Resolves the escapes between two indices, which have been checked.
  static func resolved(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(end - start)
    var index = start
    while index < end {
      if bytes[index] == UInt8(ascii: "\\"), case .scalar(let scalar, let next) = read(bytes, at: index) {
        UTF8.encode(scalar)?.forEach { result.append($0) }
        index = next
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func codePoint(_ bytes: Span<UInt8>, at backslash: Int) -> Form {
    guard let unit = codeUnit(bytes, at: backslash) else { return .unknown }
    if let scalar = Unicode.Scalar(unit) { return .scalar(scalar, end: backslash + 6) }
    guard UTF16.isLeadSurrogate(unit), let trail = codeUnit(bytes, at: backslash + 6), UTF16.isTrailSurrogate(trail)
    else { return .loneSurrogate }
    return .scalar(UTF16.decode(UTF16.EncodedScalar([unit, trail])), end: backslash + 12)
  }

  /// The four hexadecimal digits of `\uXXXX` at the backslash; `nil` where there is no such escape.
  private static func codeUnit(_ bytes: Span<UInt8>, at backslash: Int) -> UInt16? {
    guard backslash + 6 <= bytes.count, bytes[backslash] == UInt8(ascii: "\\"),
      bytes[backslash + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for index in backslash + 2..<backslash + 6 {
      guard let digit = hexDigit(bytes[index]) else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }

  private static func hexDigit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
