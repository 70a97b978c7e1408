/// The piece of input an error shows.
extension JSONReader {
  /// What stands at the offset, as written, up to the end of the string, number or word; escaped and cut for showing.
  var given: String {
    // Beyond the excerpt's 80 characters of at most four bytes nothing is looked at.
    let limit = min(bytes.count, offset + 4 * Excerpt.scalarCountMax)
    var index = offset + 1
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
      while index < limit, bytes[index] != UInt8(ascii: "\"") { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
      index += 1
    } else if offset < bytes.count, !Self.isPunctuation(bytes[offset]) {
      while index < limit, !Self.endsToken(bytes[index]), !Self.isPunctuation(bytes[index]) { index += 1 }
    }
    var piece: [UInt8] = []
    for position in offset..<max(offset, min(index, limit)) { piece.append(bytes[position]) }
    return Excerpt.plain(String(decoding: piece, as: UTF8.self))
  }

  /// Whether the number at the offset is one of JSON's (RFC 8259 §6), fraction and exponent included.
  var isNumber: Bool {
    var index = offset
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    index = digitsEnd(index)
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      let end = digitsEnd(index + 1)
      if end == index + 1 { return false }
      index = end
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      let end = digitsEnd(index)
      if end == index { return false }
      index = end
    }
    return index == bytes.count || Self.endsToken(bytes[index])
  }

  private func digitsEnd(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] &- 0x30 <= 9 { index += 1 }
    return index
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","),
      UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
