/// The members of a line as they come, until all are there.
struct CloudEventEnvelope {
  private var seen: UInt32 = 0
  private var id: Identifier?
  private var source: EventSource?
  private var type: EventType?
  private var validTime: Instant?
  private var actor: Identifier?
  private var correlation: Identifier?
  private var causation: Identifier?
  private var dataVersion: String?
  private var signature: [UInt8]?
  private var signingKey: Identifier?
  private var recordedTime: Instant?
  private var position: Position?
  private var batch: Batch?
  private var payload: EventPayload?
  /// Where `data` stands when it came before `type`.
  private var dataMark: JSONReader.Mark?

  /// Reads the value of the member whose key was just read.
  mutating func read(_ attribute: CloudEventAttribute, from reader: inout JSONReader) throws(InputError) {
    if seen & attribute.bit != 0 { throw reader.duplicate(attribute.name) }
    seen |= attribute.bit
    switch attribute {
    case .specversion: try expect(CloudEvents.specVersion, from: &reader)
    case .id: id = try Identifier(from: &reader)
    case .source: source = try reader.value { (utf8) throws(ValueError) in try EventSource(utf8: utf8) }
    case .type: type = try eventType(from: &reader)
    case .time: validTime = try Instant(from: &reader)
    case .datacontenttype: try expect(CloudEvents.contentType, from: &reader)
    case .actor: actor = try Identifier(from: &reader)
    case .correlationid: correlation = try Identifier(from: &reader)
    case .causationid: causation = try Identifier(from: &reader)
    case .dataversion: dataVersion = try reader.string()
    case .signature: signature = try reader.bytes(AuthorSignature.byteCount...AuthorSignature.byteCount)
    case .signingkey: signingKey = try Identifier(from: &reader)
    case .recordedtime: recordedTime = try Instant(from: &reader)
    case .position: position = try reader.value { (utf8) throws(ValueError) in try Position(recorded: utf8) }
    case .batch: batch = try reader.value { (utf8) throws(ValueError) in try Batch(utf8: utf8) }
    case .data:
      if let type {
        payload = try EventPayload(type: type, from: &reader)
      } else {
        dataMark = reader.mark
        try reader.skip()
      }
    }
  }

  /// Makes the line of what was read, now that the object has ended; the members are moved, not copied.
  ///
  /// - Throws: ``InputError`` for the first required member, in the order of writing, that is missing.
  mutating func line(from reader: inout JSONReader) throws(InputError) -> CloudEventLine {
    if seen & CloudEventAttribute.specversion.bit == 0 { throw missing(.specversion, reader) }
    guard let id = id.take() else { throw missing(.id, reader) }
    guard let source = source.take() else { throw missing(.source, reader) }
    guard let type else { throw missing(.type, reader) }
    guard let validTime else { throw missing(.time, reader) }
    guard let actor = actor.take() else { throw missing(.actor, reader) }
    try checkVersion(of: type, line: reader.line)
    if let dataMark {
      reader.resume(at: dataMark)
      payload = try EventPayload(type: type, from: &reader)
    }
    guard let payload = payload.take() else { throw missing(.data, reader) }
    let event = Event(
      id: id, source: source, validTime: validTime, actor: actor, correlation: correlation.take(),
      causation: causation.take(), signature: try authorSignature(reader), payload: payload)
    return CloudEventLine(event: event, position: position, recordedTime: recordedTime, batch: batch)
  }

  /// The signature, whose two members come together or not at all.
  private func authorSignature(_ reader: borrowing JSONReader) throws(InputError) -> AuthorSignature? {
    if let signingKey, let signature { return AuthorSignature(key: signingKey, checked: signature) }
    if signingKey != nil { throw missing(.signature, reader) }
    if signature != nil { throw missing(.signingkey, reader) }
    return nil
  }

  private func missing(_ attribute: CloudEventAttribute, _ reader: borrowing JSONReader) -> InputError {
    reader.missing(attribute.name)
  }

  private func expect(_ text: String, from reader: inout JSONReader) throws(InputError) {
    let given = try reader.string()
    if given != text { throw reader.invalid(ValueError(.unknownName, text: given, message: "has to be \"\(text)\"")) }
  }

  private func eventType(from reader: inout JSONReader) throws(InputError) -> EventType {
    let name = try reader.string()
    guard let type = EventType(wireName: name) else {
      throw reader.error(.unknownType, value: Excerpt.quoted(name), "is not a type of event this ledger knows")
    }
    return type
  }

  private func checkVersion(of type: EventType, line: Int?) throws(InputError) {
    guard let dataVersion, dataVersion != String(type.schemaVersion) else { return }
    throw InputError(
      line: line, field: CloudEventAttribute.dataversion.name, rule: .illegalValue,
      value: Excerpt.quoted(dataVersion),
      message: "is not a version of \(type.wireName) this ledger knows: the newest is \(type.schemaVersion)")
  }
}
