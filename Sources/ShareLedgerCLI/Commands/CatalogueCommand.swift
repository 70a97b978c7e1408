import ArgumentParser
import EventModel
import ShareLedger

/// `catalogue`: every resource as of two times, or what became known between two positions.
struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue", abstract: "Show the resources as of any time, as known at any later moment.",
    discussion: """
      EXAMPLE
        shareledger catalogue lab --at 2025-10-01T00:00:00Z --csv
        shareledger catalogue lab --overdue --sort daysLate --descending --limit 20
        shareledger catalogue lab --at 2025-10-01 --since 5000

      With --since, shows instead what the ledger learned after that position about the same day, and the events that \
      made the difference.
      """)

  @OptionGroup var place: LedgerArgument
  @OptionGroup var options: CatalogueOptions
  @OptionGroup var asOf: AsOfOptions

  @Option(
    help: ArgumentHelp(
      "Show what became known after this position (or instant of recording), up to --known.",
      valueName: "position|instant"),
    transform: Arguments.known)
  var since: Known?

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  func run() throws {
    try place.reading { ledger in
      let view = try asOf.view(ledger)
      let output = Output()
      if let since {
        try DifferenceOutput(view: view, difference: try view.difference(from: since)).write(output, format)
      } else {
        let page = try view.catalogue(
          options.filter, sort: options.sort, descending: options.descending, offset: options.offset,
          limit: options.limit)
        try CatalogueOutput(view: view, page: page).write(output, format)
      }
      try output.flush()
    }
  }
}
