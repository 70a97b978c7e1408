/// Reads deterministic CBOR (RFC 8949 §4.2.1) from borrowed bytes and refuses every other spelling of the same data.
///
/// So whatever decodes is re-encoded to exactly the bytes it came from, and a stored record has one content and one
/// hash. A reader never looks outside its span, whatever the bytes say; after an error it is in no useful state.
public struct CBORReader: ~Escapable {
  @usableFromInline let bytes: RawSpan
  /// Distance in bytes from the start of the span to the next item.
  public internal(set) var offset: Int

  /// Reads `bytes` from `offset`, which has to lie within them.
  @_lifetime(copy bytes)
  public init(_ bytes: RawSpan, from offset: Int = 0) {
    precondition(offset >= 0 && offset <= bytes.byteCount, "offset \(offset) of \(bytes.byteCount) bytes")
    self.bytes = bytes
    self.offset = offset
  }

  /// Whether all bytes are consumed.
  public var isAtEnd: Bool { offset >= bytes.byteCount }

  /// An error about the item at `offset`, for a type whose rule a well-formed item breaks.
  public func failure(_ reason: CodecError.Reason, at offset: Int) -> CodecError {
    CodecError(reason, at: offset)
  }

  /// Reads an integer.
  ///
  /// - Throws: `CodecError` for another kind of item, or one beyond `Int64`.
  @inline(__always)
  public mutating func int() throws(CodecError) -> Int64 {
    let first = try peek()
    if first < 24 {
      offset += 1
      return Int64(first)
    }
    return try longInt()
  }

  @inline(never)
  private mutating func longInt() throws(CodecError) -> Int64 {
    let start = offset
    let isNegative = try peek() & 0xE0 == CBORKind.negative.rawValue
    let argument = try argument(isNegative ? .negative : .unsigned)
    guard argument <= UInt64(Int64.max) else { throw CodecError(.illegalValue, at: start) }
    return isNegative ? ~Int64(argument) : Int64(argument)
  }

  /// Reads text as the bytes it is stored in, not checked to be UTF-8.
  @inline(__always)
  @_lifetime(copy self)
  public mutating func textSpan() throws(CodecError) -> RawSpan { try contents(.text) }

  /// Reads a byte string.
  @_lifetime(copy self)
  public mutating func byteSpan() throws(CodecError) -> RawSpan { try contents(.bytes) }

  @inline(__always)
  @_lifetime(copy self)
  private mutating func contents(_ kind: CBORKind) throws(CodecError) -> RawSpan {
    let count = try length(kind)
    let start = offset
    offset = start + count
    return unsafe bytes.extracting(unchecked: start..<start + count)
  }

  /// Reads text.
  ///
  /// - Throws: `CodecError` with `notUTF8` where the bytes are not UTF-8; nothing is repaired.
  public mutating func text() throws(CodecError) -> String {
    let start = offset
    let span = try textSpan()
    guard let text = String(checking: span) else { throw CodecError(.notUTF8, at: start) }
    return text
  }

  /// Reads true or false.
  public mutating func bool() throws(CodecError) -> Bool {
    switch try peek() {
    case CBORByte.true:
      offset += 1
      return true
    case CBORByte.false:
      offset += 1
      return false
    default: throw CodecError(.wrongType, at: offset)
    }
  }

  /// Whether the next item is null.
  public var isNull: Bool { (try? peek()) == CBORByte.null }

  /// Reads null.
  public mutating func null() throws(CodecError) {
    guard try peek() == CBORByte.null else { throw CodecError(.wrongType, at: offset) }
    offset += 1
  }

  /// Reads an array's head and answers how many items follow; never more than there are bytes left.
  public mutating func arrayCount() throws(CodecError) -> Int {
    try length(.array)
  }

  /// Reads a map's head and answers how many pairs follow; never more than half the bytes left.
  @inline(__always)
  public mutating func mapCount() throws(CodecError) -> Int {
    try length(.map, bytesEach: 2)
  }

  /// Requires that nothing follows.
  public func end() throws(CodecError) {
    guard isAtEnd else { throw CodecError(.trailingBytes, at: offset) }
  }
}
