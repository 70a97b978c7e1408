import ArgumentParser
import EventModel
import ShareLedger

/// `rank`: the scorecards of all units or organisations, best first.
struct RankCommand: LabelledQuestion {
  static let configuration = CommandConfiguration(
    commandName: "rank", abstract: "Rank all units, or all organisations, by their scorecards of a period (art. 20).",
    discussion: """
      EXAMPLE
        shareledger rank lab --from 2024-01-01 --through 2024-12-31
        shareledger rank lab --from 2024-01-01 --at 2024-12-31 --known 5000 --set assessment-2024 --csv
        shareledger rank lab --from 2024-01-01 --through 2024-12-31 --lang zh --html > ranking.html

      Equal totals are ranked by service income, then by external hours for each resource; what is equal then shares a \
      rank. Every indicator of the set has a column with its points, or with its value when no set is in force.
      """)

  @OptionGroup var place: LedgerArgument
  @OptionGroup var days: DayRangeOptions
  @OptionGroup var options: ScoreOptions
  @OptionGroup var labels: LanguageOption
  @OptionGroup var asOf: AsOfOptions

  @Option(help: ArgumentHelp("At most so many rows.", valueName: "rows"))
  var limit: Int?

  @OptionGroup var form: PrintableForm

  var format: OutputFormat? { form.format }

  /// 2: rows have names.
  static let revision: UInt64 = 2

  func validate() throws {
    try days.requireBeginning()
    if let limit, limit < 0 { throw ValidationError("--limit must not be negative") }
  }

  func answer(_ view: LedgerView) throws -> Answer {
    let ranking = try view.scorecards(as: options.role, in: try days.period(in: view), by: options.choice)
    let names = try view.names(of: ranking.rows.prefix(limit ?? .max).map(\.card.party))
    let sheet = RankSheet(ranking: ranking, limit: limit, names: names, language: labels.language).sheet
    let printout = RankPrintout(ranking: ranking, names: names, sheet: sheet, language: labels.language)
    return Answer(view, sheet, form.html ? printout.printout : nil)
  }
}
