import ArgumentParser
import EventModel
import ShareLedger

/// `unit`: everything one party is judged by.
struct UnitCommand: LabelledQuestion {
  static let configuration = CommandConfiguration(
    commandName: "unit", abstract: "Show a party's file: findings, sanctions, deadlines, grades, subsidies, clawbacks.",
    discussion: """
      Each row is an entry of one section, with its state at --at, amounts in yuan, and the positions behind it.

      EXAMPLE
        shareledger unit lab 125000004504012315
        shareledger unit lab 125000004504012315 --at 2024-12-31 --known 5000 --json
        shareledger unit lab 125000004504012315 --lang zh
        shareledger unit lab 125000004504012315 --html > file.html
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(help: ArgumentHelp("The party.", valueName: "party"), transform: Arguments.identifier)
  var party: Identifier

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var replay: ReplayOptions
  @OptionGroup var labels: LanguageOption

  @OptionGroup var form: PrintableForm

  var format: OutputFormat? { form.format }

  func answer(_ view: LedgerView) throws -> Answer {
    let file = try replay.run { try view.unitFile(of: party, options: $0) }
    let sheet = UnitFileOutput.sheet(file, labels.language)
    let printout = UnitPrintout(file: file, sheet: sheet, language: labels.language)
    return Answer(view, sheet, form.html ? printout.printout : nil)
  }
}
