import ArgumentParser
import ShareLedger

/// `explain`: the events behind a number.
struct ExplainCommand: Question {
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

  func answer(_ view: LedgerView) throws -> Answer {
    let explanation = try view.explanation(of: account, from: days.from, through: days.through)
    return Answer { try ExplanationOutput(explanation: explanation).write($0, $1) }
  }
}
