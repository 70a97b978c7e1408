import ArgumentParser
import EventModel
import ShareLedger

/// `scorecard`: how one party did in a period.
struct ScorecardCommand: LabelledQuestion {
  static let configuration = CommandConfiguration(
    commandName: "scorecard",
    abstract: "Show how a unit or organisation did in a period, indicator by indicator (art. 20).",
    discussion: """
      EXAMPLE
        shareledger scorecard lab 125000004504012315 --from 2024-01-01 --through 2024-12-31
        shareledger scorecard lab 125000004504012315 --from 2024-01-01 --at 2024-12-31 --known 5000 --evidence --json
        shareledger scorecard lab 91500107MA5U8K2C2C --as organisation --from 2024-01-01 --set assessment-2024
        shareledger scorecard lab 125000004504012315 --from 2024-01-01 --through 2024-12-31 --html > card.html

      Resources are counted as they are at --at. An indicator that would divide by zero has no value. Points are shown \
      with two decimals, JSON and CSV have whole basis points; values there are in the unit of targets: basis points, \
      seconds, fen or a count.

      --standing adds the name, the rank among all, the hours, and the totals of periods of the same months that ended \
      with each of the eleven months before, as of their ends and as known now, by the same set. --html does so too.
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(help: ArgumentHelp("The unit or organisation.", valueName: "party"), transform: Arguments.identifier)
  var party: Identifier

  @OptionGroup var days: DayRangeOptions
  @OptionGroup var options: ScoreOptions
  @OptionGroup var labels: LanguageOption
  @OptionGroup var asOf: AsOfOptions

  @Flag(help: "Name the positions behind each value.")
  var evidence = false

  @Flag(help: "Add name, rank, hours, and the totals of the months before.")
  var standing = false

  @OptionGroup var form: PrintableForm

  var format: OutputFormat? { form.format }

  var impliedWords: [String] { form.html && !standing ? ["--standing"] : [] }

  func validate() throws { try days.requireBeginning() }

  func answer(_ view: LedgerView) throws -> Answer {
    let period = try days.period(in: view)
    let card = try view.scorecard(of: party, as: options.role, in: period, by: options.choice)
    var found: [ScoreEvidence?] = []
    for cell in evidence ? card.cells : [] {
      found.append(try cell.indicator.map { try view.scoreEvidence(of: $0, for: party, as: options.role, in: period) })
    }
    let standing = standing || form.html ? try view.scoreStanding(of: card) : nil
    let sheet = ScorecardSheet(
      card: card, evidence: evidence ? found : nil, standing: standing, language: labels.language
    ).sheet
    guard form.html, let standing else { return Answer(view, sheet) }
    let printout = ScorecardPrintout(card: card, standing: standing, sheet: sheet, language: labels.language)
    return Answer(view, sheet, printout.printout)
  }
}
