public import EventModel
public import Sharing

extension LedgerView {
  /// Whether a unit's income covers its cost in a period, by component: cost, income, what vouchers paid of it, waivers,
  /// surplus, and what was carried forward.
  ///
  /// ```swift
  /// guard let year = CivilPeriod(from: first, through: last) else { return }
  /// let statement = try ledger.view().recovery(of: unit, in: year)
  /// print(statement.total.surplus, statement.total.reserveDays?.hundredths ?? 0)
  /// ```
  ///
  /// - Parameters:
  ///   - unit: the unit whose books are read.
  ///   - pool: one of its cost pools, or `nil`, the default, for all together.
  ///   - period: the days; those after this view's valid time do not count.
  /// - Complexity: O(postings of the unit's cost and income, and events of its deductions and waivers in the period).
  public func recovery(
    of unit: Identifier, pool: Identifier? = nil, in period: CivilPeriod
  ) throws(LedgerError) -> RecoveryStatement {
    try ledger.ask { try RecoveryStatement($0, unit: unit, pool: pool, in: period, asOf: asOf) }
  }

  /// The balance of every cost pool of a unit, or of all units, with what it carried forward into the period.
  ///
  /// - Parameters:
  ///   - unit: only this unit's pools; by default all.
  ///   - period: the days; those after this view's valid time do not count.
  public func poolBalances(
    of unit: Identifier? = nil, in period: CivilPeriod
  ) throws(LedgerError) -> [PoolBalance] {
    try ledger.ask { try PoolBalance.all($0, unit: unit, in: period, asOf: asOf) }
  }
}
