import ArgumentParser
import EventModel
import ShareLedger

/// `report`: the reports an auditor asks for.
struct ReportCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Show a report for an audit; every row names the positions it rests on.",
    discussion: """
      EXAMPLE
        shareledger report --list
        shareledger report lab untraceable-charges --from 2024-01-01 --through 2024-12-31
        shareledger report lab fee-book --through 2024-05-06 --csv

      Money is shown in yuan, time as hours:minutes:seconds; JSON and CSV have whole fen and seconds, and all positions.
      """)

  @Argument(help: "The ledger's directory.", completion: .directory)
  var ledger: String?

  @Argument(
    help: ArgumentHelp("The report.", valueName: "name"), completion: .list(Reports.all.map { $0.name }))
  var name: String?

  @Flag(help: "List the reports.")
  var list = false

  @Option(help: ArgumentHelp("Only this unit's books.", valueName: "party"), transform: Arguments.identifier)
  var unit: Identifier?

  @OptionGroup var days: DayRangeOptions
  @OptionGroup var asOf: AsOfOptions

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  func validate() throws {
    if list {
      if ledger != nil { throw ValidationError("--list takes no ledger") }
      return
    }
    guard ledger != nil, let name else { throw ValidationError("name a ledger and a report, or --list") }
    if Reports.named(name) == nil {
      throw ValidationError("\"\(Visible.text(name))\" is not a report; `shareledger report --list` names them")
    }
    if name == PoolBalancesReport.name, days.from == nil {
      throw ValidationError("--from is missing: days of cost need a period")
    }
  }

  var place: LedgerArgument {
    var place = LedgerArgument()
    place.ledger = ledger ?? ""
    return place
  }

  func run() throws {
    guard list else { return try ask() }
    let output = Output()
    var table = Table(["report", "shows"])
    for report in Reports.all { table.add([.text(report.name), .text(report.summary)]) }
    try output.table(table)
    try output.flush()
  }

  func answer(_ view: LedgerView) throws -> Answer {
    guard let report = name.flatMap(Reports.named) else {
      throw ValidationError("name a ledger and a report, or --list")
    }
    let sheet = try report.sheet(view, unit: unit, in: try days.period(in: view))
    return Answer { try sheet.write(view.asOf, $0, $1) }
  }
}
