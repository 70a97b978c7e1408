import ArgumentParser
import ShareLedger

/// `subject open`: what is sealed about a subject, once it is recorded who asked.
struct SubjectOpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Show what is sealed about a subject; the access is recorded first.",
    discussion: """
      Appends access.logged with actor, subject and purpose, and shows the values once that is durable. Write nothing \
      personal into the purpose: it stays.

      EXAMPLE
        shareledger subject open lab s-5c1e09d7 --keys lab.keys --actor x-office --purpose 'complaint C-17'
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(help: "The pseudonym of the person.", transform: Arguments.identifier)
  var subject: Identifier

  @OptionGroup var store: KeyStoreOption
  @OptionGroup var acting: ActorOptions

  @Option(
    help: ArgumentHelp("What for.", valueName: "text"),
    transform: { text in try Arguments.checked { try Text(text) } })
  var purpose: Text

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  private static let titles = ["position", "validTime", "type", "field", "text", "retractedBy"]

  func run() throws {
    let keys = try store.open()
    let fields = try place.writing { ledger in
      try ledger.openSealed(
        about: subject, with: keys, purpose: purpose, by: acting.actor, source: acting.eventSource())
    }
    let output = Output()
    switch format {
    case .json: try output.json { writer in writer.array(fields) { Self.write($1, to: &$0) } }
    case .csv:
      for row in [Self.titles.map { .text($0) }] + fields.map(Self.cells) { try output.write(CSV.row(row)) }
    case nil:
      var table = Table(Self.titles)
      for field in fields { table.add(Self.cells(field)) }
      try output.table(table)
    }
    try output.flush()
  }

  private static func cells(_ field: OpenedField) -> [Cell] {
    [
      .number("\(field.position)"), .text("\(field.validTime)"), .text(field.type.wireName), .text(field.field),
      .text(field.text.string), field.retractedBy.map { .number("\($0)") } ?? .none,
    ]
  }

  private static func write(_ field: OpenedField, to writer: inout JSONWriter) {
    writer.member("position", "\(field.position)")
    writer.member("validTime", "\(field.validTime)")
    writer.member("type", field.type.wireName)
    writer.member("field", field.field)
    writer.member("text", field.text.string)
    if let position = field.retractedBy { writer.member("retractedBy", "\(position)") }
  }
}
