/// A value that is text in JSON and in stored bytes.
protocol TextValue: FieldValue {
  /// The text it is written as.
  var wireText: String { get }
  /// Reads that text.
  init(utf8: UTF8Span) throws(ValueError)
}

extension TextValue {
  /// Writes a CBOR text string.
  public func encode(to writer: inout CBORWriter) { writer.text(wireText) }

  /// Reads a CBOR text string.
  public init(from reader: inout CBORReader) throws(CodecError) {
    self = try reader.value { (utf8) throws(ValueError) in try Self(utf8: utf8) }
  }

  /// Writes a JSON string.
  public func write(to writer: inout JSONWriter) { writer.string(wireText) }

  /// Reads a JSON string.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (utf8) throws(ValueError) in try Self(utf8: utf8) }
  }
}

extension EventSource: TextValue {
  var wireText: String { text }
}

extension Tag: TextValue {
  var wireText: String { description }

  init(utf8: UTF8Span) throws(ValueError) { try self.init(String(copying: utf8)) }
}

extension EventType: TextValue {
  var wireText: String { wireName }

  init(utf8: UTF8Span) throws(ValueError) {
    let name = String(copying: utf8)
    guard let type = EventType(wireName: name) else {
      throw ValueError(.unknownName, text: name, message: "is not a type of event")
    }
    self = type
  }
}
