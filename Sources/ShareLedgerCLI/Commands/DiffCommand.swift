import ArgumentParser
import ShareLedger

/// `diff`: what became known about balances between two positions.
struct DiffCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what the ledger learned about balances between two positions, and from what.",
    discussion: """
      Both sides are as of the same day; the events recorded in between add up exactly to the difference.

      EXAMPLE
        shareledger diff lab --since 5000 --at 2025-06-30
        shareledger diff lab receivable:125000004504012315 --since 2025-07-01 --known 2025-08-01 --at 2025-06-30
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(
    help: ArgumentHelp(
      "Only accounts whose names begin with these parts, such as hours:x-PNNL.", valueName: "prefix"),
    transform: Arguments.accountPrefix)
  var prefix: AccountPrefix?

  @Option(
    help: ArgumentHelp(
      "What was known before: a position, or an instant of recording (a day means its end in Beijing).",
      valueName: "position|instant"),
    transform: Arguments.earlier)
  var since: Known

  @OptionGroup var asOf: AsOfOptions

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  func answer(_ view: LedgerView) throws -> Answer {
    let difference = try view.balanceDifference(from: since, of: prefix)
    return Answer { try BalanceDifferenceOutput(difference: difference).write($0, $1) }
  }
}
