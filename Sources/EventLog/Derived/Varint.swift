import EventModel

extension [UInt8] {
  /// Appends a number in groups of seven bits, least significant first; every byte but the last has its top bit set.
  package mutating func append(varint number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  /// The same for a signed number, whose sign becomes the lowest bit, so that small ones stay short.
  package mutating func append(signedVarint number: Int64) {
    append(varint: UInt64(bitPattern: number << 1 ^ number >> 63))
  }
}

extension RawSpan {
  /// Reads a number and moves the offset behind it; `nil` when the bytes end first or it has more than 64 bits.
  package func varint(at offset: inout Int) -> UInt64? {
    guard offset < byteCount else { return nil }
    let first = u8(at: offset)
    offset += 1
    if first < 0x80 { return UInt64(first) }
    var number = UInt64(first & 0x7F)
    var shift: UInt64 = 7
    while offset < byteCount, shift < 64 {
      let byte = u8(at: offset)
      offset += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return nil
  }

  /// The same for a signed number.
  package func signedVarint(at offset: inout Int) -> Int64? {
    guard let number = varint(at: &offset) else { return nil }
    return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }
}

/// How many bytes a number takes.
func varintCount(_ number: Int) -> Int { number < 0x80 ? 1 : (70 - UInt64(number).leadingZeroBitCount) / 7 }
