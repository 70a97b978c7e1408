/// The files made of a catalogue.
enum SwiftSource {
  static func files(of catalogue: Catalogue) -> [(name: String, text: String)] {
    var files = catalogue.events.map { event in
      (name: event.swiftName + ".swift", text: EventWriter(event: event, catalogue: catalogue).text)
    }
    files.append(("Types.swift", TypesWriter(catalogue: catalogue).text))
    files.append(("TagKind.swift", TagKindWriter(catalogue: catalogue).text))
    files.append(("EventType.swift", EventTypeWriter(catalogue: catalogue).text))
    files.append(("EventPayload.swift", EventPayloadWriter(catalogue: catalogue).text))
    return files
  }
}
