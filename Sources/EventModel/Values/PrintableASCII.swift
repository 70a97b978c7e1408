/// The one check behind every kind of identifier: printable ASCII without blanks, counted in bytes.
enum PrintableASCII {
  /// Checks `0x21…0x7E` and `1…byteCountMax`, and copies the text.
  static func text(_ utf8: UTF8Span, byteCountMax: Int) throws(ValueError) -> String {
    let bytes = utf8.span
    if bytes.isEmpty { throw ValueError(.empty, utf8: utf8, message: "is empty") }
    if bytes.count > byteCountMax {
      throw ValueError(.tooLong, utf8: utf8, message: "is longer than \(byteCountMax) characters")
    }
    for index in bytes.indices where bytes[index] &- 0x21 > 0x7E - 0x21 {
      throw ValueError(
        .illegalCharacter, utf8: utf8,
        message: bytes[index] == 0x20
          ? "holds a blank" : "holds a character other than printable ASCII")
    }
    return String(copying: utf8)
  }
}
