import ShareLedger

/// Events one a line: for people, as CloudEvents, or as CSV.
struct EventLines {
  let format: OutputFormat?
  private static let typeWidth = EventType.allCases.reduce(0) { max($0, $1.wireName.utf8.count) }

  func begin(_ output: Output) throws(FileFault) {
    guard format == .csv else { return }
    let titles = ["position", "validTime", "recordedTime", "type", "source", "id", "actor", "tags", "data"]
    try output.write(CSV.row(titles.map { .text($0) }))
  }

  func write(_ recorded: RecordedEvent, _ output: Output) throws(FileFault) {
    switch format {
    case .json: try output.json { CloudEvents.write(recorded, into: &$0) }
    case .csv: try output.write(CSV.row(EventLines.cells(recorded)))
    case nil: try output.line(EventLines.text(recorded))
    }
  }

  private static func text(_ recorded: RecordedEvent) -> String {
    let event = recorded.event
    let position = "\(recorded.position)"
    let type = event.type.wireName
    let left = String(repeating: " ", count: max(0, 8 - position.utf8.count)) + position
    let padded = type + String(repeating: " ", count: max(0, typeWidth - type.utf8.count))
    return Visible.text("\(left)  \(event.validTime)  \(padded)  \(tags(event))  \(event.id)")
  }

  private static func cells(_ recorded: RecordedEvent) -> [Cell] {
    let event = recorded.event
    return [
      .number("\(recorded.position)"), .text("\(event.validTime)"), .text("\(recorded.recordedTime)"),
      .text(event.type.wireName), .text(event.source.text), .text(event.id.text), .text(event.actor.text),
      .text(tags(event)), .text(data(event)),
    ]
  }

  static func tags(_ event: Event) -> String { event.payload.tags.map(\.description).joined(separator: " ") }

  /// The event's data as compact JSON.
  static func data(_ event: Event) -> String {
    var writer = JSONWriter()
    event.payload.write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
