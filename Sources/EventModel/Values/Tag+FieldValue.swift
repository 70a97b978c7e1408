extension Tag: FieldValue {
  /// Writes `kind:id` as a CBOR text string.
  public func encode(to writer: inout CBORWriter) { writer.text(description) }

  /// Reads `kind:id` from a CBOR text string.
  public init(from reader: inout CBORReader) throws(CodecError) {
    self = try reader.value { (utf8) throws(ValueError) in try Tag(String(copying: utf8)) }
  }

  /// Writes `kind:id` as a JSON string.
  public func write(to writer: inout JSONWriter) { writer.string(description) }

  /// Reads `kind:id` from a JSON string.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (utf8) throws(ValueError) in try Tag(String(copying: utf8)) }
  }
}
