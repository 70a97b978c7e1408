extension Text {
  /// Whether text may not hold the scalar.
  ///
  /// C0 and C1 controls, the Unicode property Bidi_Control (UAX #9), zero-width characters, the line and paragraph
  /// separators, the byte order mark and the 66 noncharacters.
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C: true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060, 0x2066...0x2069: true
    case 0xFEFF, 0xFDD0...0xFDEF: true
    case let value: value & 0xFFFE == 0xFFFE
    }
  }

  /// The scalar's code for a message: `U+202E`.
  static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
