/// Up to 15 bytes in a register pair, the first one lowest: a key of at most five bytes and a head of at most nine.
struct PackedBytes: Sendable {
  private(set) var word: UInt128 = 0
  private(set) var count = 0

  /// Adds the lowest `count` bytes of `number`, lowest first.
  @inline(__always)
  mutating func append(_ number: UInt64, count: Int) {
    word |= UInt128(number) << UInt128(8 * self.count)
    self.count += count
  }

  /// Adds a head in its shortest form.
  @inline(__always)
  mutating func head(_ kind: CBORKind, _ argument: UInt64) {
    if argument < 24 {
      append(UInt64(kind.rawValue) | argument, count: 1)
    } else {
      longHead(kind, argument)
    }
  }

  private mutating func longHead(_ kind: CBORKind, _ argument: UInt64) {
    if argument <= 0xFF {
      append(UInt64(kind.rawValue | 24) | argument << 8, count: 2)
    } else if argument <= 0xFFFF {
      append(UInt64(kind.rawValue | 25), count: 1)
      append(UInt64(UInt16(truncatingIfNeeded: argument).byteSwapped), count: 2)
    } else if argument <= 0xFFFF_FFFF {
      append(UInt64(kind.rawValue | 26), count: 1)
      append(UInt64(UInt32(truncatingIfNeeded: argument).byteSwapped), count: 4)
    } else {
      append(UInt64(kind.rawValue | 27), count: 1)
      append(argument.byteSwapped, count: 8)
    }
  }
}

extension [UInt8] {
  /// Appends packed bytes with one growth check.
  @inline(__always)
  mutating func append(_ packed: PackedBytes) {
    append(addingCapacity: 16) { (out: inout OutputSpan<UInt8>) in
      unsafe out.withUnsafeMutableBufferPointer { (buffer, count) in
        unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
          .storeBytes(of: packed.word.littleEndian, as: UInt128.self)
        count += packed.count
      }
    }
  }

  /// Appends packed bytes and a text's UTF-8, of which `textCount` is the length, with one growth check.
  @inline(__always)
  mutating func append(_ packed: PackedBytes, then text: String, _ textCount: Int) {
    append(addingCapacity: 16 + textCount) { (out: inout OutputSpan<UInt8>) in
      unsafe out.withUnsafeMutableBufferPointer { (buffer, count) in
        unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
          .storeBytes(of: packed.word.littleEndian, as: UInt128.self)
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[(count + packed.count)...])
        _ = unsafe rest.initialize(from: text.utf8)
        count += packed.count + textCount
      }
    }
  }
}
