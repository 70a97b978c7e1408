import ArgumentParser
import EventModel
import ShareLedger

/// `drift`: frozen scores that today's knowledge would change.
struct DriftCommand: LabelledQuestion {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    abstract: "Show the frozen scores that later knowledge would change, and the events that did it.",
    discussion: """
      A frozen score stays as it is. Each is rebuilt as it was known when it was frozen, and as it is known now, for the \
      same days, valid time and indicators. A score that does not come back as it was frozen is named too.

      EXAMPLE
        shareledger drift lab
        shareledger drift lab --cycle AC2024-1 --unit 125000004504012315 --known 5000 --json
      """)

  @OptionGroup var place: LedgerArgument

  @Option(help: ArgumentHelp("Only this unit's.", valueName: "party"), transform: Arguments.identifier)
  var unit: Identifier?

  @Option(help: ArgumentHelp("Only of this cycle.", valueName: "cycle"), transform: Arguments.identifier)
  var cycle: Identifier?

  @OptionGroup var labels: LanguageOption
  @OptionGroup var asOf: AsOfOptions

  @OptionGroup var form: PrintableForm

  var format: OutputFormat? { form.format }

  func answer(_ view: LedgerView) throws -> Answer {
    let drifts = try view.drift(of: unit, in: cycle)
    let sheet = DriftSheet(drifts: drifts, language: labels.language).sheet
    let printout = SheetPrintout(
      kind: .drift, sheet: sheet, asOf: view.asOf, language: labels.language, heading: unit?.text)
    return Answer(view, sheet, form.html ? printout.printout : nil)
  }
}
