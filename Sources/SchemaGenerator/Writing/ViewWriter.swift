/// Writes the view of an event type or of a shared object: its fields read in place from stored bytes.
struct ViewWriter {
  /// What the view looks at, for its documentation, such as `` `usage.recorded` ``.
  let subject: String
  let swiftName: String
  let fields: [Field]

  /// The view of an event type, made of a whole payload.
  init(_ event: EventDefinition) {
    self.init(subject: "`\(event.wireName)`", swiftName: event.swiftName, fields: event.fields)
  }

  /// The view of an object that is a field or stands in a list.
  init(_ type: TypeDefinition) {
    self.init(subject: "`\(type.name)`", swiftName: type.swiftName, fields: type.fields)
  }

  private init(subject: String, swiftName: String, fields: [Field]) {
    (self.subject, self.swiftName, self.fields) = (subject, swiftName, fields)
  }

  /// Writes a view that reads a payload from its first byte to its last.
  func writeOfPayload(to source: inout SourceText) {
    write(to: &source) { source in
      source.doc("Reads the fields of a payload in one pass.")
      source.line("@_lifetime(copy payload)")
      source.block("public init(_ payload: RawSpan) throws(CodecError)") { source in
        source.line("var reader = CBORReader(payload)")
        writeReads(to: &source)
        source.line("try reader.end()")
      }
    }
  }

  /// Writes a view that reads one object and leaves the reader after it.
  func writeOfItem(to source: inout SourceText) {
    write(to: &source) { source in
      source.doc("Reads the fields of the next item in one pass.")
      source.line("@_lifetime(copy reader)")
      source.block("public init(from reader: inout CBORReader) throws(CodecError)") { writeReads(to: &$0) }
    }
  }

  private func write(to source: inout SourceText, _ initializer: (inout SourceText) -> Void) {
    source.doc(
      "The fields of a stored \(subject), read in place.",
      "Nothing is copied or allocated. Ids and texts are the bytes they are stored in, all that is not a number its CBOR; "
        + "neither is checked further, because the record was when it was written.")
    source.block("public struct \(swiftName)View: ~Escapable") { source in
      for field in fields {
        source.doc(field.description)
        source.line("public let \(field.swiftName): \(swiftType(field))")
      }
      source.line()
      initializer(&source)
    }
  }

  private func writeReads(to source: inout SourceText) {
    source.line("var fields = try reader.fields()")
    for field in fields { writeRead(field, to: &source) }
    source.line("try reader.end(fields)")
  }

  private func writeRead(_ field: Field, to source: inout SourceText) {
    if field.isRequired {
      source.line("try reader.required(\(field.key), &fields)")
      source.line("self.\(field.name) = try \(reading(field))")
    } else {
      source.line("self.\(field.name) = try reader.optional(\(field.key), &fields) ? \(reading(field)) : nil")
    }
  }

  private func swiftType(_ field: Field) -> String {
    let type =
      switch field.type {
      case .scalar(let scalar) where scalar.isText: "RawSpan"
      case .object, .list, .scalar(.sealed), .scalar(.publicKey): "RawSpan"
      default: field.type.swiftName
      }
    return type + (field.isOptional ? "?" : "")
  }

  private func reading(_ field: Field) -> String {
    switch field.type {
    case .scalar(let scalar) where scalar.isText:
      field.isNullable ? "reader.nullableTextSpan()" : "reader.textSpan()"
    case .object, .list, .scalar(.sealed), .scalar(.publicKey):
      field.isNullable ? "reader.nullableItemSpan()" : "reader.itemSpan()"
    default: field.reading
    }
  }
}
