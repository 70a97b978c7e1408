/// Escapes in strings.
extension JSONReader {
  /// Checks the escape at the backslash and answers where it ends, after both halves of a surrogate pair.
  func scanEscape(at backslash: Int) throws(InputError) -> Int {
    guard backslash + 1 < bytes.count else { throw badEscape(at: backslash) }
    switch bytes[backslash + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return backslash + 2
    case UInt8(ascii: "u"):
      guard let unit = codeUnit(at: backslash) else { throw badEscape(at: backslash) }
      if UTF16.isTrailSurrogate(unit) { throw loneSurrogate(at: backslash) }
      if !UTF16.isLeadSurrogate(unit) { return backslash + 6 }
      guard let trail = codeUnit(at: backslash + 6), UTF16.isTrailSurrogate(trail) else {
        throw loneSurrogate(at: backslash)
      }
      return backslash + 12
    default: throw badEscape(at: backslash)
    }
  }

  /// The text of a string that has escapes, which scanning has checked.
  func unescaped(_ token: JSONString) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(token.end - token.start)
    var index = token.start
    while index < token.end {
      guard bytes[index] == UInt8(ascii: "\\") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let (scalar, end) = scalar(at: index)
      UTF8.encode(scalar)?.forEach { result.append($0) }
      index = end
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The character the escape at the backslash stands for, and where the escape ends.
  private func scalar(at backslash: Int) -> (Unicode.Scalar, end: Int) {
    switch bytes[backslash + 1] {
    case UInt8(ascii: "b"): return ("\u{8}", backslash + 2)
    case UInt8(ascii: "f"): return ("\u{C}", backslash + 2)
    case UInt8(ascii: "n"): return ("\n", backslash + 2)
    case UInt8(ascii: "r"): return ("\r", backslash + 2)
    case UInt8(ascii: "t"): return ("\t", backslash + 2)
    case UInt8(ascii: "u"):
      let unit = codeUnit(at: backslash) ?? 0xFFFD
      if let scalar = Unicode.Scalar(unit) { return (scalar, backslash + 6) }
      let trail = codeUnit(at: backslash + 6) ?? 0xFFFD
      return (UTF16.decode(UTF16.EncodedScalar([unit, trail])), backslash + 12)
    case let byte: return (Unicode.Scalar(byte), backslash + 2)
    }
  }

  /// The four hexadecimal digits of `\uXXXX` at the backslash; `nil` where there is no such escape.
  private func codeUnit(at backslash: Int) -> UInt16? {
    guard backslash + 6 <= bytes.count, bytes[backslash] == UInt8(ascii: "\\"),
      bytes[backslash + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for index in backslash + 2..<backslash + 6 {
      guard let digit = Self.hexDigit(bytes[index]) else { return nil }
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
