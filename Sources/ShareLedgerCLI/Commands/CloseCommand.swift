import ArgumentParser
import EventModel
import ShareLedger

/// `close`: closes books through a day with the control totals the ledger computes.
struct CloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close a unit's books, or the platform's, through a day.",
    discussion: """
      Computes the control totals of what was posted since the books were last closed and records period.closed. \
      From then on nothing is posted on those days in the commodities named; what is learnt later is posted on an \
      open day.

      EXAMPLE
        shareledger close lab 125000004504012315 --through 2024-12-31 --actor x-office --dry-run
        shareledger close lab platform --through 2024-12-31 --actor x-office --commodity CNY --commodity SEC
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(
    help: ArgumentHelp("The unit's id, or platform for all books.", valueName: "books"), transform: Arguments.identifier
  )
  var books: Identifier

  @Option(help: ArgumentHelp("The last civil day to close.", valueName: "day"), transform: Arguments.day)
  var through: Day

  @Option(help: ArgumentHelp("The party that closes them.", valueName: "party"), transform: Arguments.identifier)
  var actor: Identifier

  @Option(
    help: ArgumentHelp(
      "What to close: CNY, SEC or NUM; may be repeated.", discussion: "Default: CNY.", valueName: "commodity"))
  var commodity: [Commodity] = []

  @Option(
    help: ArgumentHelp("The event's id.", discussion: "Default: a random one.", valueName: "id"),
    transform: Arguments.identifier)
  var id: Identifier?

  @Option(
    help: ArgumentHelp("The event's source.", discussion: "Default: urn:shareledger:close.", valueName: "source"),
    transform: Arguments.source)
  var source: EventSource?

  @Flag(help: "Show the control totals and write nothing.")
  var dryRun = false

  @Flag(help: "Write the result as JSON.")
  var json = false

  mutating func validate() throws {
    if Set(commodity).count != commodity.count { throw ValidationError("--commodity names one twice") }
  }

  func run() throws {
    if dryRun {
      try place.reading { ledger in try write(closing(ledger), at: nil) }
      return
    }
    Interruption.deferToSteps()
    try place.writing { ledger in
      let closing = try closing(ledger)
      let source = try source ?? EventSource("urn:shareledger:close")
      let event = try ledger.event(closing.payload, by: actor, source: source, id: id)
      try write(closing, at: ledger.append([event]).first?.position)
    }
  }

  private func closing(_ ledger: Ledger) throws(LedgerError) -> PeriodClosed {
    try ledger.closing(of: books, through: through, commodities: commodity.isEmpty ? [.cny] : commodity)
  }

  private func write(_ closing: PeriodClosed, at position: Position?) throws {
    let output = Output()
    try ClosingOutput(closing: closing, position: position).write(output, json: json)
    try output.flush()
  }
}
