public import EventModel
public import Sharing

extension LedgerView {
  /// What accounts come to in this view: postings up to the civil day of its valid time, recorded up to its position.
  ///
  /// ```swift
  /// let owed = try ledger.view(at: day.end).balances(of: AccountPrefix("receivable:125000004504012315"))
  /// for row in owed.rows { print(row.account, row.amount) }
  /// ```
  ///
  /// - Parameters:
  ///   - prefix: whole leading parts of account names, or `nil`, the default, for all accounts.
  ///   - includingZero: whether accounts whose postings come to nothing are listed too; by default they are not.
  /// - Returns: the accounts in the order of their names.
  /// - Complexity: O(postings of these accounts).
  public func balances(
    of prefix: AccountPrefix? = nil, includingZero: Bool = false
  ) throws(LedgerError) -> Balances {
    try ledger.ask { try Balances($0, asOf: asOf, prefix: prefix, includingZero: includingZero) }
  }

  /// What one account comes to in this view, in its commodity; 0 when nothing was counted on it.
  ///
  /// - Complexity: O(postings of the account).
  public func balance(of account: Account) throws(LedgerError) -> Int128 {
    try ledger.ask { try $0.balance(of: account, through: asOf.valid.day, known: asOf.known) }
  }

  /// Whether everything counted balances in this view.
  ///
  /// - Complexity: O(all postings).
  public func trialBalance() throws(LedgerError) -> TrialBalance {
    try ledger.ask { try TrialBalance($0, asOf: asOf) }
  }

  /// What accounts opened with, took in, gave away and closed with in civil periods.
  ///
  /// ```swift
  /// guard let year = try CivilPeriod(from: Day(iso: "2025-01-01"), through: Day(iso: "2025-12-31")) else { return }
  /// let hours = try ledger.view().movements(of: AccountPrefix("hours:x-physics"), in: year, every: .month)
  /// ```
  ///
  /// - Parameters:
  ///   - prefix: whole leading parts of account names, or `nil`, the default, for all accounts.
  ///   - period: the days asked for; those after this view's valid time count nothing.
  ///   - step: how long a period is, or `nil`, the default, for one of all the days.
  /// - Complexity: O(postings of these accounts up to the last day).
  public func movements(
    of prefix: AccountPrefix? = nil, in period: CivilPeriod, every step: PeriodStep? = nil
  ) throws(LedgerError) -> Movements {
    try ledger.ask { try Movements($0, asOf: asOf, prefix: prefix, in: period, every: step) }
  }
}

extension LedgerView {
  /// The postings of accounts in order of day, then position, each with its event and the account's running balance.
  ///
  /// - Parameters:
  ///   - prefix: whole leading parts of account names, or `nil`, the default, for all accounts.
  ///   - from: the first civil day listed; by default the first there is.
  ///   - through: the last civil day listed; at most, and by default, the day of this view's valid time.
  /// - Complexity: O(postings of these accounts), and an event is read for each line.
  public func register(
    of prefix: AccountPrefix? = nil, from: Day? = nil, through: Day? = nil
  ) throws(LedgerError) -> Register {
    try ledger.ask { try Register($0, asOf: asOf, prefix: prefix, from: from, through: through) }
  }

  /// The exact events behind what an account comes to, or behind its movement in some days.
  ///
  /// - Parameters:
  ///   - account: the account.
  ///   - from: the first civil day that counts; by default the balance is explained.
  ///   - through: the last civil day that counts; at most, and by default, the day of this view's valid time.
  /// - Complexity: O(postings of the account), and an event is read for each.
  public func explanation(
    of account: Account, from: Day? = nil, through: Day? = nil
  ) throws(LedgerError) -> Explanation {
    try ledger.ask { try Explanation($0, of: account, asOf: asOf, from: from, through: through) }
  }

  /// What the ledger learned between an earlier position and this view about the balances of this view's valid time.
  ///
  /// - Parameters:
  ///   - earlier: what was known before.
  ///   - prefix: whole leading parts of account names, or `nil`, the default, for all accounts.
  /// - Throws: ``LedgerError/beyondHead(_:head:)`` when `earlier` is later than what this view knows.
  /// - Complexity: O(postings of these accounts), and an event is read for each that is new.
  public func balanceDifference(
    from earlier: Known, of prefix: AccountPrefix? = nil
  ) throws(LedgerError) -> BalanceDifference {
    let position = try ledger.position(of: earlier)
    guard position <= asOf.known else { throw .beyondHead(position, head: asOf.known) }
    return try ledger.ask {
      try BalanceDifference($0, valid: asOf.valid, from: position, to: asOf.known, prefix: prefix)
    }
  }
}
