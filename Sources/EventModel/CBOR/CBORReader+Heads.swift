/// The head of an item: three bits of kind, and an argument in its shortest form.
///
/// The common case, an argument in the head byte itself, is inlined everywhere; the rest is called. Loads are unchecked
/// right after the check that they lie within the span.
extension CBORReader {
  /// The next byte, which stays unread.
  @inline(__always)
  func peek() throws(CodecError) -> UInt8 {
    guard offset < bytes.byteCount else { throw CodecError(.truncated, at: offset) }
    return unsafe bytes.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
  }

  /// Reads a head of one kind and answers its argument.
  @inline(__always)
  mutating func argument(_ kind: CBORKind) throws(CodecError) -> UInt64 {
    // The kind's bits cancel out: what is below 24 is the right kind and a short argument.
    let short = try peek() ^ kind.rawValue
    if short < 24 {
      offset += 1
      return UInt64(short)
    }
    return try longArgument(kind)
  }

  /// Reads a head of one kind whose argument is a length; at least one byte follows for every `bytesEach` of it.
  @inline(__always)
  mutating func length(_ kind: CBORKind, bytesEach: Int = 1) throws(CodecError) -> Int {
    let start = offset
    let argument = try argument(kind)
    guard argument <= UInt64((bytes.byteCount - offset) / bytesEach) else { throw CodecError(.truncated, at: start) }
    return Int(truncatingIfNeeded: argument)
  }

  /// Reads an argument of 1, 2, 4 or 8 bytes and refuses one that fits in fewer.
  @inline(never)
  mutating func longArgument(_ kind: CBORKind) throws(CodecError) -> UInt64 {
    let start = offset
    let first = try peek()
    guard first & 0xE0 == kind.rawValue else { throw CodecError(.wrongType, at: start) }
    let (value, least): (UInt64, UInt64) =
      switch first & 0x1F {
      case 24: (UInt64(try load(UInt8.self)), 24)
      case 25: (UInt64(try load(UInt16.self)), 0x100)
      case 26: (UInt64(try load(UInt32.self)), 0x1_0000)
      case 27: (try load(UInt64.self), 0x1_0000_0000)
      // 28 to 30 are reserved and 31 is an indefinite length: neither is deterministic.
      default: throw CodecError(.notShortest, at: start)
      }
    guard value >= least else { throw CodecError(.notShortest, at: start) }
    return value
  }

  /// Reads a big-endian number after the head byte.
  @inline(__always)
  private mutating func load<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type
  ) throws(CodecError) -> Number {
    let size = MemoryLayout<Number>.size
    guard bytes.byteCount - offset > size else { throw CodecError(.truncated, at: offset) }
    let number = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 1, as: Number.self)
    offset += 1 + size
    return number.bigEndian
  }
}
