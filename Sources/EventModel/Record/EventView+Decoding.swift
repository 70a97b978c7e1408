extension EventView {
  /// Copies the whole event out, every part of it checked.
  ///
  /// - Throws: `CodecError` with the offset in the record.
  public func recordedEvent() throws(CodecError) -> RecordedEvent {
    guard let type else { throw CodecError(.unknownType, at: 2) }
    guard schemaVersion == type.schemaVersion else { throw CodecError(.unknownVersion, at: 1) }
    let event = Event(
      id: try identifier(0, id), source: try eventSource(), validTime: validTime, actor: try identifier(2, actor),
      correlation: try optionalIdentifier(3), causation: try optionalIdentifier(4), payload: try payload(type))
    return RecordedEvent(position: position, recordedTime: recordedTime, batch: batch, event: event)
  }

  /// Reads the payload with offsets counted from the start of the record.
  private func payload(_ type: EventType) throws(CodecError) -> EventPayload {
    var reader = CBORReader(bytes, from: offset(ofPart: 5))
    let payload = try EventPayload(type: type, from: &reader)
    try reader.end()
    return payload
  }

  private func optionalIdentifier(_ index: Int) throws(CodecError) -> Identifier? {
    length(ofPart: index) == 0 ? nil : try identifier(index, part(index))
  }

  private func identifier(_ index: Int, _ span: RawSpan) throws(CodecError) -> Identifier {
    do { return try Identifier(utf8: try UTF8Span(validating: span.octets)) } catch {
      throw CodecError(.illegalValue, at: offset(ofPart: index))
    }
  }

  private func eventSource() throws(CodecError) -> EventSource {
    do { return try EventSource(utf8: try UTF8Span(validating: source.octets)) } catch {
      throw CodecError(.illegalValue, at: offset(ofPart: 1))
    }
  }
}
