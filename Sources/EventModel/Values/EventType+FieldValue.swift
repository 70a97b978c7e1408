/// An event type as a field, as in a retraction: its name, in stored bytes too, so that a reader of the bytes needs no
/// table of codes.
extension EventType: FieldValue {
  /// Writes the name as a CBOR text string.
  public func encode(to writer: inout CBORWriter) { writer.text(wireName) }

  /// Reads the name from a CBOR text string.
  public init(from reader: inout CBORReader) throws(CodecError) {
    self = try reader.value { (utf8) throws(ValueError) in try Self.named(utf8) }
  }

  /// Writes the name as a JSON string.
  public func write(to writer: inout JSONWriter) { writer.string(wireName) }

  /// Reads the name from a JSON string.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (utf8) throws(ValueError) in try Self.named(utf8) }
  }

  private static func named(_ utf8: UTF8Span) throws(ValueError) -> EventType {
    let name = String(copying: utf8)
    guard let type = EventType(wireName: name) else {
      throw ValueError(.unknownName, text: name, message: "is not an event type this version knows")
    }
    return type
  }
}
