extension EventView {
  /// Copies the whole event out, every part of it checked.
  ///
  /// - Throws: `CodecError` with the offset in the record.
  public func recordedEvent() throws(CodecError) -> RecordedEvent {
    guard let type else { throw CodecError(.unknownType, at: 2) }
    guard schemaVersion == type.schemaVersion else { throw CodecError(.unknownVersion, at: 1) }
    var parts = PartReader(bytes: bytes, lengths: lengths)
    // One expression: an event held in a variable first would be copied field by field into its place.
    return RecordedEvent(
      position: position, recordedTime: recordedTime, batch: batch,
      event: Event(
        id: try parts.identifier(), source: try parts.source(), validTime: validTime, actor: try parts.identifier(),
        correlation: try parts.optionalIdentifier(), causation: try parts.optionalIdentifier(),
        signature: try parts.signature(), payload: try parts.payload(type)))
  }
}

/// Takes the parts of variable length one after the other.
private struct PartReader: ~Escapable {
  let bytes: RawSpan
  /// Lengths not yet used, the next one lowest.
  var lengths: UInt64
  var offset = RecordHeader.byteCount

  @_lifetime(copy bytes)
  init(bytes: RawSpan, lengths: UInt64) {
    self.bytes = bytes
    self.lengths = lengths
  }

  @inline(__always)
  @_lifetime(copy self)
  private mutating func next() -> RawSpan {
    let start = offset
    offset += Int(truncatingIfNeeded: lengths & 0xFF)
    lengths >>= 8
    return bytes.extracting(start..<offset)
  }

  @inline(__always)
  mutating func identifier() throws(CodecError) -> Identifier {
    let start = offset
    guard let id = Identifier(stored: next()) else { throw CodecError(.illegalValue, at: start) }
    return id
  }

  @inline(__always)
  mutating func optionalIdentifier() throws(CodecError) -> Identifier? {
    if lengths & 0xFF != 0 { return try identifier() }
    lengths >>= 8
    return nil
  }

  @inline(__always)
  mutating func signature() throws(CodecError) -> AuthorSignature? {
    guard let key = try optionalIdentifier() else { return nil }
    let start = offset
    offset += AuthorSignature.byteCount
    return AuthorSignature(key: key, checked: [UInt8](bytes.extracting(start..<offset)))
  }

  @inline(__always)
  mutating func source() throws(CodecError) -> EventSource {
    let start = offset
    guard let source = EventSource(stored: next()) else { throw CodecError(.illegalValue, at: start) }
    return source
  }

  /// Reads the payload with offsets counted from the start of the record.
  @inline(__always)
  func payload(_ type: EventType) throws(CodecError) -> EventPayload {
    var reader = CBORReader(bytes, from: offset)
    let payload = try EventPayload(type: type, from: &reader)
    try reader.end()
    return payload
  }
}
