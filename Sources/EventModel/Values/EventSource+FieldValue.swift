extension EventSource: FieldValue {
  /// Writes a CBOR text string.
  public func encode(to writer: inout CBORWriter) { writer.text(ascii) }

  /// Reads a CBOR text string.
  public init(from reader: inout CBORReader) throws(CodecError) {
    let start = reader.offset
    guard let value = EventSource(stored: try reader.textSpan()) else { throw CodecError(.illegalValue, at: start) }
    self = value
  }

  /// Writes a JSON string.
  public func write(to writer: inout JSONWriter) { writer.string(text) }

  /// Reads a JSON string.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (utf8) throws(ValueError) in try EventSource(utf8: utf8) }
  }
}
