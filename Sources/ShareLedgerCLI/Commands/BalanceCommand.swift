import ArgumentParser
import ShareLedger

/// `balance`: what accounts come to, their movements by period, or the trial balance.
struct BalanceCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "balance", abstract: "Show what accounts come to as of any day, as known at any later moment.",
    discussion: """
      Money is shown in yuan, time as hours:minutes:seconds; JSON and CSV have whole fen and seconds. Debits are \
      positive, credits negative. --json is an array of {"account", "commodity", "amount"}; --certificate writes what it \
      rests on to a file.

      EXAMPLE
        shareledger balance lab receivable:125000004504012315 --at 2025-06-30
        shareledger balance lab hours:x-PNNL --from 2025-01-01 --through 2025-12-31 --every month --csv
        shareledger balance lab --at 2025-06-30 --known 5000 --trial

      A prefix is whole parts of account names: cost:x-a names the accounts of unit x-a, not those of x-ab.
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(
    help: ArgumentHelp(
      "Only accounts whose names begin with these parts, such as hours:x-PNNL.", valueName: "prefix"),
    transform: Arguments.accountPrefix)
  var prefix: AccountPrefix?

  @OptionGroup var days: DayRangeOptions

  @Option(
    help: ArgumentHelp("With --from: how long each period is; a period begins with its day, month, quarter or year."))
  var every: PeriodStep?

  @Flag(help: "Show per commodity that debits equal credits.")
  var trial = false

  @Flag(help: "Also show accounts that come to zero.")
  var zero = false

  @OptionGroup var asOf: AsOfOptions

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  func validate() throws {
    if days.from == nil, days.through != nil || every != nil {
      throw ValidationError("--through and --every need --from")
    }
    if trial, prefix != nil || days.from != nil || zero {
      throw ValidationError("--trial is about all accounts: leave out the prefix, --from and --zero")
    }
    if zero, days.from != nil { throw ValidationError("--zero and --from exclude each other") }
  }

  func answer(_ view: LedgerView) throws -> Answer {
    if trial {
      let trial = try view.trialBalance()
      return Answer(status: trial.isBalanced ? .ok : .fault) { try TrialBalanceOutput(trial: trial).write($0, $1) }
    }
    if days.from != nil {
      let movements = try view.movements(of: prefix, in: try days.period(in: view), every: every)
      return Answer { try MovementsOutput(movements: movements).write($0, $1) }
    }
    let balances = try view.balances(of: prefix, includingZero: zero)
    return Answer { try BalancesOutput(balances: balances).write($0, $1) }
  }
}
