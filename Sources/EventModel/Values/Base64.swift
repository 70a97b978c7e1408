/// Byte strings as text: base64 with padding (RFC 4648 §4), in the one spelling each byte string has.
package enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let pad = UInt8(ascii: "=")

  /// The text of the bytes.
  package static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var group: UInt32 = 0
      for place in 0..<3 { group = group << 8 | (place < count ? UInt32(bytes[start + place]) : 0) }
      for place in 0..<4 { text.append(place <= count ? alphabet[Int(group >> (18 - 6 * UInt32(place)) & 63)] : pad) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of a text, or `nil` for any other spelling: blanks, missing padding, bits left over.
  package static func bytes(_ text: UTF8Span) -> [UInt8]? {
    let text = text.span
    guard text.count.isMultiple(of: 4) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    for start in stride(from: 0, to: text.count, by: 4) {
      var padCount = 0
      if start + 4 == text.count {
        while padCount < 2, text[start + 3 - padCount] == pad { padCount += 1 }
      }
      var group: UInt32 = 0
      for place in 0..<4 {
        guard let digit = place < 4 - padCount ? digit(text[start + place]) : 0 else { return nil }
        group = group << 6 | digit
      }
      guard group & (padCount == 0 ? 0 : padCount == 1 ? 0xFF : 0xFFFF) == 0 else { return nil }
      for place in 0..<3 - padCount { bytes.append(UInt8(truncatingIfNeeded: group >> (16 - 8 * UInt32(place)))) }
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}

/// Byte strings within values: base64 in JSON, byte strings in CBOR.
extension JSONReader {
  /// Reads bytes, of which there must be an allowed number; what was given instead is not shown, since it may be what
  /// should have been sealed.
  mutating func bytes(_ counts: ClosedRange<Int>) throws(InputError) -> [UInt8] {
    let token = try stringToken()
    let bytes: [UInt8]?
    if token.isEscaped {
      let text = string(token)
      bytes = Base64.bytes(text.utf8Span)
    } else {
      bytes = Base64.bytes(utf8(token))
    }
    guard let bytes, counts.contains(bytes.count) else {
      let number = counts.count == 1 ? "\(counts.lowerBound)" : "\(counts.lowerBound) to \(counts.upperBound)"
      throw error(.illegalValue, value: "", "is not base64 of \(number) bytes")
    }
    return bytes
  }
}

extension CBORReader {
  /// Reads a byte string of an allowed length.
  mutating func bytes(_ counts: ClosedRange<Int>) throws(CodecError) -> [UInt8] {
    let start = offset
    let bytes = try byteSpan()
    guard counts.contains(bytes.byteCount) else { throw failure(.illegalValue, at: start) }
    return [UInt8](bytes)
  }
}
