/// Lower-case hexadecimal digits, two a byte.
enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The bytes, or `nil` where the text is anything but pairs of lower-case digits.
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    for place in stride(from: text.startIndex, to: text.endIndex, by: 2) {
      guard let high = digits.firstIndex(of: text[place]), let low = digits.firstIndex(of: text[place + 1]) else {
        return nil
      }
      bytes.append(UInt8(high << 4 | low))
    }
    return bytes
  }
}
