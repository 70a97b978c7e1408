import ArgumentParser
import ShareLedger

/// `explain`: the events behind a number.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Show the exact events behind a balance, or behind its movement in some days.",
    discussion: """
      The amounts add up to the number explained, to the last fen.

      EXAMPLE
        shareledger explain lab cash:125000004504012315 --at 2025-06-30 --known 5000
        shareledger explain lab hours:x-PNNL:160:external --from 2025-01-01 --through 2025-01-31
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(
    help: ArgumentHelp("The account, such as cash:125000004504012315.", valueName: "account"),
    transform: Arguments.account)
  var account: Account

  @OptionGroup var days: DayRangeOptions
  @OptionGroup var asOf: AsOfOptions

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  func run() throws {
    try place.reading { ledger in
      let explanation = try asOf.view(ledger).explanation(of: account, from: days.from, through: days.through)
      let output = Output()
      try ExplanationOutput(explanation: explanation).write(output, format)
      try output.flush()
    }
  }
}
