import ArgumentParser
import ShareLedger

/// `log`: the events, one a line.
struct LogCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Show recorded events, one a line.",
    discussion: """
      EXAMPLE
        shareledger log lab --type resource.statusChanged --reverse --limit 20
        shareledger log lab --tag resource:160 --json
        shareledger log lab --from 1000 --follow
      """)

  @OptionGroup var place: LedgerArgument
  @OptionGroup var selection: SelectionOptions

  @Flag(help: "Newest first.")
  var reverse = false

  @Option(help: ArgumentHelp("At most so many events.", valueName: "events"))
  var limit: Int?

  @Flag(help: "Go on with events as they are recorded, by any process, until interrupted.")
  var follow = false

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must not be negative") }
    if follow, reverse || limit != nil || selection.to != nil || selection.known != nil {
      throw ValidationError("--follow goes on without end: leave out --reverse, --limit, --to and --known")
    }
  }

  func run() async throws {
    let ledger = try Ledger(path: place.ledger, access: .reading)
    let output = Output()
    let lines = EventLines(format: format)
    let head = try ledger.head()
    try output.finishing {
      try lines.begin(output)
      var count = 0
      if limit == 0 { return }
      try selection.view(ledger).forEachEvent(selection.selection(reverse ? .backward : .forward)) { event in
        if follow, event.position > head { return false }
        try lines.write(event, output)
        count += 1
        return count != limit
      }
    }
    if follow { try await follow(ledger, after: max(head, previous(selection.from)), lines, output) }
    try ledger.close()
  }

  private func previous(_ from: Position?) -> Position {
    from.map { Position(max($0.number, 1) - 1) } ?? .zero
  }

  private func follow(_ ledger: Ledger, after: Position, _ lines: EventLines, _ output: Output) async throws {
    let query = selection.query
    do {
      for try await event in ledger.follow(after: after) {
        if let query, !query.matches(event.event) { continue }
        if let at = selection.at, event.event.validTime > at { continue }
        try lines.write(event, output)
        try output.flush()
      }
    } catch let damage as LogDamage {
      throw LedgerError.damaged(damage)
    } catch let fault as StorageFault {
      throw LedgerError.fault(fault)
    }
  }
}
