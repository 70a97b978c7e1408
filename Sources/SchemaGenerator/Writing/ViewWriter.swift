/// Writes the view of an event type: its fields read in place from stored bytes.
struct ViewWriter {
  let event: EventDefinition

  func write(to source: inout SourceText) {
    source.doc(
      "The fields of a stored `\(event.wireName)`, read in place.",
      "Nothing is copied or allocated. Ids and texts are the bytes they are stored in, all that is not a number its CBOR; "
        + "neither is checked further, because the record was when it was written.")
    source.block("public struct \(event.swiftName)View: ~Escapable") { source in
      for field in event.fields {
        source.doc(field.description)
        source.line("public let \(field.swiftName): \(swiftType(field))")
      }
      source.line()
      source.doc("Reads the fields of a payload in one pass.")
      source.line("@_lifetime(copy payload)")
      source.block("public init(_ payload: RawSpan) throws(CodecError)") { source in
        source.line("var reader = CBORReader(payload)")
        source.line("var fields = try reader.fields()")
        for field in event.fields { writeRead(field, to: &source) }
        source.line("try reader.end(fields)")
        source.line("try reader.end()")
      }
    }
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
