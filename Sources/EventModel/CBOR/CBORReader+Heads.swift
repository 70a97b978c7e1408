/// The head of an item: three bits of kind, and an argument in its shortest form.
extension CBORReader {
  /// The next byte, which stays unread.
  @inline(__always)
  func peek() throws(CodecError) -> UInt8 {
    guard offset < bytes.byteCount else { throw CodecError(.truncated, at: offset) }
    return unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  /// Reads a head: the kind's three bits in place, and the argument.
  @inline(__always)
  mutating func head() throws(CodecError) -> (kind: UInt8, argument: UInt64) {
    let first = try peek()
    let low = first & 0x1F
    if low < 24 {
      offset += 1
      return (first & 0xE0, UInt64(low))
    }
    return (first & 0xE0, try longArgument(low))
  }

  /// Reads a head of one kind whose argument is a length.
  @inline(__always)
  mutating func length(_ kind: CBORKind, at start: Int) throws(CodecError) -> Int {
    let (found, argument) = try head()
    guard found == kind.rawValue else { throw CodecError(.wrongType, at: start) }
    guard argument <= UInt64(UInt32.max) else { throw CodecError(.truncated, at: start) }
    return Int(argument)
  }

  /// Reads an argument of 1, 2, 4 or 8 bytes and refuses one that fits in fewer.
  private mutating func longArgument(_ low: UInt8) throws(CodecError) -> UInt64 {
    let start = offset
    let left = bytes.byteCount - start
    switch low {
    case 24:
      guard left >= 2 else { throw CodecError(.truncated, at: start) }
      let value = unsafe bytes.unsafeLoad(fromByteOffset: start + 1, as: UInt8.self)
      guard value >= 24 else { throw CodecError(.notShortest, at: start) }
      offset = start + 2
      return UInt64(value)
    case 25:
      guard left >= 3 else { throw CodecError(.truncated, at: start) }
      let value = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start + 1, as: UInt16.self).bigEndian
      guard value > 0xFF else { throw CodecError(.notShortest, at: start) }
      offset = start + 3
      return UInt64(value)
    case 26:
      guard left >= 5 else { throw CodecError(.truncated, at: start) }
      let value = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start + 1, as: UInt32.self).bigEndian
      guard value > 0xFFFF else { throw CodecError(.notShortest, at: start) }
      offset = start + 5
      return UInt64(value)
    case 27:
      guard left >= 9 else { throw CodecError(.truncated, at: start) }
      let value = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start + 1, as: UInt64.self).bigEndian
      guard value > 0xFFFF_FFFF else { throw CodecError(.notShortest, at: start) }
      offset = start + 9
      return value
    default:
      // 28 to 30 are reserved and 31 is an indefinite length: neither is deterministic.
      throw CodecError(.notShortest, at: start)
    }
  }
}
