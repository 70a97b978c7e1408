import ArgumentParser
import EventModel
import ShareLedger

/// `schema`: the types of events.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "List the types of events, or show the JSON Schema of one.",
    discussion: """
      EXAMPLE
        shareledger schema
        shareledger schema resource.acquired
      """)

  @Argument(
    help: ArgumentHelp("The type of event.", valueName: "type"),
    completion: .list(EventType.allCases.map(\.wireName)), transform: Arguments.eventType)
  var type: EventType?

  @Flag(help: "With a type: show an example of its data instead.")
  var example = false

  func validate() throws {
    if example, type == nil { throw ValidationError("--example needs a type") }
  }

  func run() throws {
    let output = Output()
    if let type {
      try output.line(example ? type.exampleText : type.schemaText)
    } else {
      var table = Table(["type", "version", "group", "title", "article"])
      for type in EventType.allCases {
        table.add([
          .text(type.wireName), .number("\(type.schemaVersion)"), .text(type.group.wireName), .text(type.title),
          .text(type.article),
        ])
      }
      try output.table(table)
    }
    try output.flush()
  }
}
