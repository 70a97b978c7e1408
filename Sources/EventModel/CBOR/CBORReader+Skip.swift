/// Stepping over items nobody asked for.
extension CBORReader {
  /// Steps over the next item with everything inside it.
  ///
  /// Iterative: an item is counted when its head is met, so depth costs nothing and the span's length bounds the work.
  /// Inner keys are not checked for order; decoding does that.
  public mutating func skip() throws(CodecError) {
    var pending = 1
    while pending > 0 {
      pending -= 1
      let start = offset
      let first = try peek()
      switch first & 0xE0 {
      case CBORKind.unsigned.rawValue: _ = try argument(.unsigned)
      case CBORKind.negative.rawValue: _ = try argument(.negative)
      case CBORKind.bytes.rawValue: _ = try byteSpan()
      case CBORKind.text.rawValue: _ = try textSpan()
      case CBORKind.array.rawValue: pending += try arrayCount()
      case CBORKind.map.rawValue: pending += 2 * (try mapCount())
      default:
        guard first >= CBORByte.false, first <= CBORByte.null else { throw CodecError(.wrongType, at: start) }
        offset += 1
      }
      guard pending <= bytes.byteCount - offset else { throw CodecError(.truncated, at: start) }
    }
  }

  /// Steps over the next item and answers its bytes, to be read later.
  @_lifetime(copy self)
  public mutating func itemSpan() throws(CodecError) -> RawSpan {
    let start = offset
    try skip()
    return bytes.extracting(start..<offset)
  }

  /// Steps over the next item and answers its bytes, or `nil` when it is null.
  @_lifetime(copy self)
  public mutating func nullableItemSpan() throws(CodecError) -> RawSpan? {
    if isNull {
      try null()
      return nil
    }
    return try itemSpan()
  }

  /// Reads text as the bytes it is stored in, or `nil` when it is null.
  @_lifetime(copy self)
  public mutating func nullableTextSpan() throws(CodecError) -> RawSpan? {
    if isNull {
      try null()
      return nil
    }
    return try textSpan()
  }
}
