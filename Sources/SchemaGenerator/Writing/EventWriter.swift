/// Writes one event type: the struct, its codecs, its tags, its description and its view.
struct EventWriter {
  let event: EventDefinition
  let catalogue: Catalogue

  var text: String {
    var source = SourceText(generatedFrom: event.file)
    let object = ObjectWriter(swiftName: event.swiftName, protocolName: "EventData", fields: event.fields)
    source.doc(
      "\(event.title) (`\(event.wireName)`).", event.description, "Source: \(event.article).")
    object.writeStruct(to: &source)
    source.line()
    object.writeCBOR(to: &source)
    source.line()
    object.writeJSON(to: &source)
    source.line()
    writeDescription(to: &source)
    source.line()
    ViewWriter(event).writeOfPayload(to: &source)
    return source.text
  }

  private func writeDescription(to source: inout SourceText) {
    source.block("extension \(event.swiftName)") { source in
      source.doc("The type's entry in the registry.")
      source.line("public static var type: EventType { .\(event.caseName) }")
      source.line()
      source.doc("The event as the payload of any type.")
      source.line("public var payload: EventPayload { .\(event.caseName)(self) }")
      source.line()
      TagsWriter(catalogue: catalogue).writeTags(of: event.fields, to: &source)
      source.line()
      writeSealedFields(to: &source)
      source.doc("The fields in the order of their keys.")
      source.line("public static let fields: [FieldDescription] = [")
      for field in event.fields { source.lines(description(field).map { "  " + $0 }) }
      source.line("]")
      source.line()
      source.doc("The schema as compact JSON.")
      source.line("static var schemaText: String {")
      source.line("  \(SourceText.literal(event.schemaText))")
      source.line("}")
      source.line()
      source.doc("The schema's example as compact JSON.")
      source.line("static var exampleText: String {")
      source.line("  \(SourceText.literal(event.exampleText))")
      source.line("}")
    }
  }

  /// Types without sealed fields have the protocol's empty list.
  private func writeSealedFields(to source: inout SourceText) {
    let fields = event.fields.filter(\.isSealed)
    if fields.isEmpty { return }
    source.doc("The sealed values it holds, in the order of the fields.")
    source.block("public var sealedFields: [SealedField]") { source in
      let items = fields.map { field in
        field.isOptional
          ? "self.\(field.name).map { SealedField(name: \"\(field.name)\", value: $0) }"
          : "SealedField(name: \"\(field.name)\", value: self.\(field.name))"
      }
      source.line("let fields: [SealedField?] = [\(items.joined(separator: ", "))]")
      source.line("return fields.compactMap { $0 }")
    }
    source.line()
  }

  private func description(_ field: Field) -> [String] {
    let tag = field.tagKind.map { ".\(Names.member($0))" } ?? "nil"
    return [
      "FieldDescription(",
      "  name: \"\(field.name)\", key: \(field.key), type: \"\(field.type.schemaName)\",",
      "  isRequired: \(field.isRequired), isNullable: \(field.isNullable), tag: \(tag),",
      "  description: \(SourceText.literal(field.description))),",
    ]
  }
}
