internal import EventModel

/// Bytes and ids nobody else has: the one place where randomness comes into the ledger.
enum RandomBytes {
  /// So many bytes of the system's cryptographic generator.
  static func make(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// A random UUID as the id of an event.
  static func identifier() throws(ValueError) -> Identifier { try Identifier(uuid()) }

  /// A random UUID in lower case (RFC 9562 §5.4, version 4).
  static func uuid() -> String {
    var bytes = make(16)
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array("0123456789abcdef")
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text.append("-") }
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return text
  }
}
