internal import EventModel

/// Text for an accounting tool, put together byte by byte.
struct PostingText {
  private(set) var bytes: [UInt8] = []

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func add(_ byte: UInt8) { bytes.append(byte) }

  /// An amount as people write it: yuan with two decimals, seconds and counts whole.
  mutating func add(_ amount: Int64, _ commodity: Commodity) {
    if amount < 0 { add("-") }
    let size = amount.magnitude
    if commodity == .cny {
      add(String(size / 100))
      add(size % 100 < 10 ? ".0" : ".")
      add(String(size % 100))
    } else {
      add(String(size))
    }
    add(" ")
    add(commodity.wireName)
  }

  /// Bytes, those the closure does not let through as a mark and two hexadecimal digits.
  mutating func add(_ text: String, escapedBy mark: UInt8, except isPlain: (UInt8) -> Bool) {
    for byte in text.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes.append(mark)
        bytes.append(Hexadecimal.digit(byte >> 4))
        bytes.append(Hexadecimal.digit(byte & 15))
      }
    }
  }
}

/// Hexadecimal digits in upper case.
enum Hexadecimal {
  static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }

  /// The byte two digits stand for.
  static func byte(_ digits: Substring.UTF8View) -> UInt8? {
    guard digits.count == 2 else { return nil }
    return UInt8(Substring(digits), radix: 16)
  }
}

extension UInt8 {
  /// An ASCII letter or digit.
  var isLetterOrDigit: Bool { self &- 0x30 <= 9 || (self | 0x20) &- 0x61 <= 25 }
}
