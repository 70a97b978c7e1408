/// Bytes as people write them.
enum Hex {
  /// Reads hexadecimal digits; blanks and line ends are skipped.
  static func bytes(_ text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  /// Writes 32 bytes a line.
  static func text(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    var text = ""
    for (index, byte) in bytes.enumerated() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
      if index % 32 == 31 { text.append("\n") }
    }
    return text.hasSuffix("\n") ? text : text + "\n"
  }
}
