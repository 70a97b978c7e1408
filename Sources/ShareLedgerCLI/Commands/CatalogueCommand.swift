import ArgumentParser
import EventModel
import ShareLedger

/// `catalogue`: every resource as of two times, or what became known between two positions.
struct CatalogueCommand: Question {
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
    transform: Arguments.earlier)
  var since: Known?

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  func answer(_ view: LedgerView) throws -> Answer {
    if let since {
      let difference = try view.difference(from: since)
      return Answer { try DifferenceOutput(view: view, difference: difference).write($0, $1) }
    }
    let page = try view.catalogue(
      options.filter, sort: options.sort, descending: options.descending, offset: options.offset,
      limit: options.limit)
    return Answer { try CatalogueOutput(view: view, page: page).write($0, $1) }
  }
}
