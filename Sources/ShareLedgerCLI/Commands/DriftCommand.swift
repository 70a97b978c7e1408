import ArgumentParser
import EventModel
import ShareLedger

/// `drift`: frozen scores that today's knowledge would change.
struct DriftCommand: ParsableCommand {
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

  @Option(help: ArgumentHelp("The language of labels.", discussion: "Default: as the locale says."))
  var lang: LabelLanguage?

  @OptionGroup var asOf: AsOfOptions

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  func run() throws {
    try place.reading { ledger in
      let view = try asOf.view(ledger)
      let drifts = try view.drift(of: unit, in: cycle)
      let output = Output()
      try DriftSheet(drifts: drifts, language: lang ?? .ofLocale).sheet.write(view.asOf, output, format)
      try output.flush()
    }
  }
}
