/// Writes the enumeration with one case per event type.
struct EventPayloadWriter {
  let catalogue: Catalogue

  var text: String {
    var source = SourceText(generatedFrom: "Schemas")
    source.doc("What an event says: the data of one event type.")
    source.block("public indirect enum EventPayload: Sendable, Hashable") { source in
      for event in catalogue.events {
        source.doc("\(event.title) (`\(event.wireName)`).")
        source.line("case \(event.caseName)(\(event.swiftName))")
      }
    }
    source.line()
    source.block("extension EventPayload") { source in
      source.doc("The event type.")
      writeSwitch("public var type: EventType", to: &source) { "case .\($0.caseName): .\($0.caseName)" }
      source.line()
      source.doc("The data without its case.")
      writeSwitch("public var data: any EventData", to: &source) { "case .\($0.caseName)(let data): data" }
      source.line()
      source.doc("The entities the event concerns, each once, in the order of the fields.")
      writeSwitch("public var tags: [Tag]", to: &source) { "case .\($0.caseName)(let data): data.tags" }
    }
    source.line()
    source.block("extension EventPayload") { source in
      source.doc("Writes the data as deterministic CBOR.")
      writeSwitch("public func encode(to writer: inout CBORWriter)", to: &source) {
        "case .\($0.caseName)(let data): data.encode(to: &writer)"
      }
      source.line()
      source.doc("Reads the data of one event type from deterministic CBOR.")
      writeSwitch(
        "public init(type: EventType, from reader: inout CBORReader) throws(CodecError)", on: "type", to: &source
      ) { "case .\($0.caseName): self = .\($0.caseName)(try \($0.swiftName)(from: &reader))" }
      source.line()
      source.doc("Writes the data as compact JSON.")
      writeSwitch("public func write(to writer: inout JSONWriter)", to: &source) {
        "case .\($0.caseName)(let data): data.write(to: &writer)"
      }
      source.line()
      source.doc("Reads the data of one event type from JSON.")
      writeSwitch(
        "public init(type: EventType, from reader: inout JSONReader) throws(InputError)", on: "type", to: &source
      ) { "case .\($0.caseName): self = .\($0.caseName)(try \($0.swiftName)(from: &reader))" }
    }
    return source.text
  }

  private func writeSwitch(
    _ declaration: String, on subject: String = "self", to source: inout SourceText,
    _ line: (EventDefinition) -> String
  ) {
    source.block(declaration) { source in
      source.line("switch \(subject) {")
      for event in catalogue.events { source.line(line(event)) }
      source.line("}")
    }
  }
}
