extension Day: FieldValue {
  /// Writes a CBOR integer, days since 1970-01-01.
  public func encode(to writer: inout CBORWriter) { writer.int(Int64(number)) }

  /// Reads a CBOR integer, days since 1970-01-01.
  public init(from reader: inout CBORReader) throws(CodecError) {
    self = try reader.value { (number) throws(ValueError) in try Day(number: number) }
  }

  /// Writes a JSON string, `YYYY-MM-DD`.
  public func write(to writer: inout JSONWriter) { writer.plainString { append(to: &$0) } }

  /// Reads a JSON string, `YYYY-MM-DD`.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (utf8) throws(ValueError) in try Day(utf8: utf8) }
  }
}
