import ArgumentParser
import ShareLedger

/// `register`: the postings of accounts with their running balances.
struct RegisterCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "Show the postings of accounts one by one, with their running balance.",
    discussion: """
      Lines are in order of day, then position: a fact recorded late stands on its true day.

      EXAMPLE
        shareledger register lab receivable:125000004504012315:u-7f3a9c2e
        shareledger register lab hours:x-PNNL --from 2025-01-01 --through 2025-03-31 --csv
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(
    help: ArgumentHelp("The account, or the parts that names of accounts begin with.", valueName: "account|prefix"),
    transform: Arguments.accountPrefix)
  var prefix: AccountPrefix

  @OptionGroup var days: DayRangeOptions
  @OptionGroup var asOf: AsOfOptions

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  func answer(_ view: LedgerView) throws -> Answer {
    let register = try view.register(of: prefix, from: days.from, through: days.through)
    return Answer { try RegisterOutput(register: register).write($0, $1) }
  }
}
