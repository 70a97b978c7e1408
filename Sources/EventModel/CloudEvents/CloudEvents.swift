/// Events as lines of JSON in the CloudEvents 1.0 format, the form in which they enter and leave a ledger.
///
/// What is read and written again gives the same bytes, provided the line was in the form written here: members in a
/// fixed order, no blanks, instants in Beijing time.
///
/// Source: CloudEvents 1.0.2, *Core* and *JSON Event Format*.
public enum CloudEvents {
  /// The only version of CloudEvents there is a use for.
  static let specVersion = "1.0"
  /// The only form of `data`.
  static let contentType = "application/json"

  /// Reads one line.
  ///
  /// Members may come in any order; unknown ones are refused, and so is a version of the data this ledger does not
  /// know. `datacontenttype` and `dataversion` may be left out.
  ///
  /// - Parameters:
  ///   - line: The line, with or without its line feed; at most ``JSONLimits/byteCountMax`` bytes.
  ///   - number: The number of the line, counted from 1, for errors.
  /// - Throws: ``InputError``, which names line, field, rule and value.
  public static func parse(_ line: RawSpan, number: Int) throws(InputError) -> CloudEventLine {
    var reader = JSONReader(line, line: number)
    var envelope = CloudEventEnvelope()
    try reader.beginObject()
    var previous: CloudEventAttribute?
    while let key = try reader.nextKey() {
      guard let attribute = CloudEventAttribute.find(key, after: previous) else { throw reader.unknownField(key) }
      previous = attribute
      try envelope.read(attribute, from: &reader)
    }
    try reader.end()
    return try envelope.line(from: &reader)
  }

  /// Writes an event as one object, without a line feed.
  public static func write(_ event: Event, into writer: inout JSONWriter) {
    writer.beginObject()
    writeContext(event, into: &writer)
    writeData(event, into: &writer)
    writer.endObject()
  }

  /// Writes a recorded event as one object, without a line feed.
  public static func write(_ recorded: RecordedEvent, into writer: inout JSONWriter) {
    writer.beginObject()
    writeContext(recorded.event, into: &writer)
    writer.key(.recordedtime)
    recorded.recordedTime.write(to: &writer)
    writer.key(.position)
    writer.string(recorded.position.description)
    if recorded.batch.length > 1 {
      writer.key(.batch)
      writer.string(recorded.batch.text)
    }
    writeData(recorded.event, into: &writer)
    writer.endObject()
  }

  private static func writeContext(_ event: Event, into writer: inout JSONWriter) {
    writer.key(.specversion)
    writer.string(specVersion)
    writer.key(.id)
    writer.string(event.id.text)
    writer.key(.source)
    writer.string(event.source.text)
    writer.key(.type)
    writer.string(event.type.wireName)
    writer.key(.time)
    event.validTime.write(to: &writer)
    writer.key(.datacontenttype)
    writer.string(contentType)
    writer.key(.actor)
    writer.string(event.actor.text)
    if let correlation = event.correlation {
      writer.key(.correlationid)
      writer.string(correlation.text)
    }
    if let causation = event.causation {
      writer.key(.causationid)
      writer.string(causation.text)
    }
    writer.key(.dataversion)
    writer.string(String(event.type.schemaVersion))
    if let signature = event.signature {
      writer.key(.signature)
      writer.string(Base64.text(signature.bytes))
      writer.key(.signingkey)
      writer.string(signature.key.text)
    }
  }

  private static func writeData(_ event: Event, into writer: inout JSONWriter) {
    writer.key(.data)
    event.payload.write(to: &writer)
  }
}

extension JSONWriter {
  fileprivate mutating func key(_ attribute: CloudEventAttribute) { key(attribute.name) }
}
