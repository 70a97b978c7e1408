extension Instant: FieldValue {
  /// Writes a CBOR integer, microseconds since 1970-01-01T00:00:00Z.
  public func encode(to writer: inout CBORWriter) { writer.int(microseconds) }

  /// Reads a CBOR integer, microseconds since 1970-01-01T00:00:00Z.
  public init(from reader: inout CBORReader) throws(CodecError) {
    self = try reader.value { (number) throws(ValueError) in try Instant(microseconds: number) }
  }

  /// Writes a JSON string, an RFC 3339 date-time in Beijing time.
  public func write(to writer: inout JSONWriter) { writer.plainString { append(to: &$0) } }

  /// Reads a JSON string, an RFC 3339 date-time.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (utf8) throws(ValueError) in try Instant(utf8: utf8) }
  }
}
