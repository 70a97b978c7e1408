/// Reading the fixed part back: nothing that could not have been written is accepted.
extension RecordHeader {
  /// The five words, once format, zero bytes and lengths are found right.
  @inline(__always)
  static func words(of bytes: RawSpan) throws(CodecError) -> (UInt64, UInt64, UInt64, UInt64, UInt64) {
    guard bytes.byteCount >= byteCount else { throw CodecError(.truncated, at: bytes.byteCount) }
    guard bytes.byteCount <= EventRecord.byteCountMax else { throw CodecError(.tooLong, at: EventRecord.byteCountMax) }
    let words = (word(0, bytes), word(1, bytes), word(2, bytes), word(3, bytes), word(4, bytes))
    guard UInt8(truncatingIfNeeded: words.0) == format else { throw CodecError(.unknownFormat, at: 0) }
    guard words.4 >> 48 == 0 else { throw CodecError(.notZero, at: 38) }
    let id = words.4 & 0xFF, source = words.4 >> 8 & 0xFF, actor = words.4 >> 16 & 0xFF
    let correlation = words.4 >> 24 & 0xFF, causation = words.4 >> 32 & 0xFF
    guard id > 0, source > 0, actor > 0 else { throw CodecError(.illegalValue, at: 32) }
    let key = words.4 >> 40 & 0xFF
    let signature = key == 0 ? 0 : key + UInt64(AuthorSignature.byteCount)
    let total = UInt64(byteCount) + id + source + actor + correlation + causation + signature + (words.1 >> 32)
    guard total == UInt64(bytes.byteCount) else { throw CodecError(.lengthMismatch, at: payloadLengthOffset) }
    return words
  }

  @inline(__always)
  static func instant(_ word: UInt64, at offset: Int) throws(CodecError) -> Instant {
    let microseconds = Int64(bitPattern: word)
    guard microseconds >= Instant.first.microseconds, microseconds <= Instant.last.microseconds else {
      throw CodecError(.illegalValue, at: offset)
    }
    return Instant(unchecked: microseconds)
  }

  @inline(__always)
  static func batch(_ words: (UInt64, UInt64, UInt64, UInt64, UInt64)) throws(CodecError) -> Batch {
    let index = UInt32(truncatingIfNeeded: words.0 >> 32), length = UInt32(truncatingIfNeeded: words.1)
    guard index < length else { throw CodecError(.batchOutOfRange, at: 4) }
    return Batch(index: index, length: length)
  }

  @inline(__always)
  private static func word(_ index: Int, _ bytes: RawSpan) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
  }
}
