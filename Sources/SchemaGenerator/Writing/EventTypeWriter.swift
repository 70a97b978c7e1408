/// Writes the registry of event types.
struct EventTypeWriter {
  let catalogue: Catalogue

  var text: String {
    var source = SourceText(generatedFrom: "Schemas")
    source.doc(
      "The registry of event types.",
      "The raw value is the type code in stored records; it never changes and is never used again.")
    source.block("public enum EventType: UInt16, Sendable, Hashable, CaseIterable") { source in
      for event in catalogue.events {
        source.doc("\(event.title) (`\(event.wireName)`).")
        source.line("case \(event.caseName) = \(event.code)")
      }
      writeSwitch("The name on the wire, such as `resource.acquired`.", "wireName: String", to: &source) {
        "\"\($0.wireName)\""
      }
      writeSwitch("The title for people.", "title: String", to: &source) { SourceText.literal($0.title) }
      writeSwitch("The articles of the regulation it serves.", "article: String", to: &source) {
        SourceText.literal($0.article)
      }
      writeSwitch("The family of types it belongs to.", "group: EventGroup", to: &source) {
        ".\(Names.member($0.group))"
      }
      writeSwitch("The newest version of its schema.", "schemaVersion: UInt8", to: &source) { _ in "1" }
      writeSwitch("Its JSON Schema as compact JSON.", "schemaText: String", to: &source) {
        "\($0.swiftName).schemaText"
      }
      writeSwitch("The example of its schema as compact JSON.", "exampleText: String", to: &source) {
        "\($0.swiftName).exampleText"
      }
      writeSwitch("Its fields in the order of their keys.", "fields: [FieldDescription]", to: &source) {
        "\($0.swiftName).fields"
      }
    }
    return source.text
  }

  private func writeSwitch(
    _ doc: String, _ declaration: String, to source: inout SourceText, _ value: (EventDefinition) -> String
  ) {
    source.line()
    source.doc(doc)
    source.block("public var \(declaration)") { source in
      source.line("switch self {")
      for event in catalogue.events { source.line("case .\(event.caseName): \(value(event))") }
      source.line("}")
    }
  }
}
