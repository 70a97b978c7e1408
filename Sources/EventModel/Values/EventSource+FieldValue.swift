extension EventSource: FieldValue {
  /// Writes a CBOR text string.
  public func encode(to writer: inout CBORWriter) { writer.text(text) }

  /// Reads a CBOR text string.
  public init(from reader: inout CBORReader) throws(CodecError) {
    self = try reader.value { (utf8) throws(ValueError) in try EventSource(utf8: utf8) }
  }

  /// Writes a JSON string.
  public func write(to writer: inout JSONWriter) { writer.string(text) }

  /// Reads a JSON string.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (utf8) throws(ValueError) in try EventSource(utf8: utf8) }
  }
}
