/// A stored record read in place: nothing is copied or allocated, and it cannot outlive the bytes.
///
/// Making one checks the fixed part and all lengths, not the characters of ids nor the payload; reading a payload's
/// view checks its form. Ids are the bytes they are stored in, compared byte by byte.
public struct EventView: ~Escapable {
  /// The event's place in the log.
  public let position: Position
  /// The whole record: what the leaf hash covers.
  public let bytes: RawSpan
  /// When it became true.
  public let validTime: Instant
  /// When the ledger accepted it.
  public let recordedTime: Instant
  /// Its place among the events accepted together.
  public let batch: Batch
  /// The code of its type; ``type`` is `nil` when this version does not know it.
  public let typeCode: UInt16
  /// The version of its schema.
  public let schemaVersion: UInt8
  /// Lengths of id, source, actor, correlation, causation and the signing key's id, a byte each from the lowest.
  @usableFromInline let lengths: UInt64

  /// Looks at a record's bytes.
  ///
  /// - Throws: `CodecError` for another format, lengths that do not add up, or a time or batch that cannot be.
  @_lifetime(copy bytes)
  public init(_ bytes: RawSpan, position: Position) throws(CodecError) {
    let words = try RecordHeader.words(of: bytes)
    self.position = position
    self.bytes = bytes
    self.validTime = try RecordHeader.instant(words.2, at: 16)
    self.recordedTime = try RecordHeader.instant(words.3, at: 24)
    self.batch = try RecordHeader.batch(words)
    self.typeCode = UInt16(truncatingIfNeeded: words.0 >> 16)
    self.schemaVersion = UInt8(truncatingIfNeeded: words.0 >> 8)
    self.lengths = words.4
  }

  /// The event type, or `nil` when this version does not know it.
  public var type: EventType? { EventType(rawValue: typeCode) }
}

/// The parts of variable length.
extension EventView {
  /// The author's id for the fact.
  @inlinable
  public var id: RawSpan {
    @_lifetime(copy self)
    get { part(0) }
  }

  /// The system that states it.
  @inlinable
  public var source: RawSpan {
    @_lifetime(copy self)
    get { part(1) }
  }

  /// The party that answers for it.
  @inlinable
  public var actor: RawSpan {
    @_lifetime(copy self)
    get { part(2) }
  }

  /// The conversation or case it belongs to, if any.
  @inlinable
  public var correlation: RawSpan? {
    @_lifetime(copy self)
    get { length(ofPart: 3) == 0 ? nil : part(3) }
  }

  /// The id of the event it follows from, if any.
  @inlinable
  public var causation: RawSpan? {
    @_lifetime(copy self)
    get { length(ofPart: 4) == 0 ? nil : part(4) }
  }

  /// Whether its author signed it.
  @inlinable
  public var isSigned: Bool { length(ofPart: 5) != 0 }

  /// The event's data in deterministic CBOR, to be read by the view of its type.
  @inlinable
  public var payload: RawSpan {
    @_lifetime(copy self)
    get { bytes.extracting(offset(ofPart: 6) + (isSigned ? AuthorSignature.byteCount : 0)..<bytes.byteCount) }
  }

  /// Where a part starts: after the header and the parts before it.
  @inlinable
  func offset(ofPart index: Int) -> Int {
    var offset = RecordHeader.byteCount
    for part in 0..<index { offset += length(ofPart: part) }
    return offset
  }

  @inlinable
  func length(ofPart index: Int) -> Int { Int(truncatingIfNeeded: lengths >> UInt64(8 * index) & 0xFF) }

  @inlinable
  @_lifetime(copy self)
  func part(_ index: Int) -> RawSpan {
    let start = offset(ofPart: index)
    return bytes.extracting(start..<start + length(ofPart: index))
  }
}
