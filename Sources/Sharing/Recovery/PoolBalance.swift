package import EventLog
public import EventModel

/// What one cost pool carried forward, took in and paid in a period, and what it has left in yuan and in days of cost.
public struct PoolBalance: Sendable, Hashable {
  /// The unit.
  public let unit: Identifier
  /// The pool.
  public let pool: Identifier
  /// All its components together.
  public let line: RecoveryLine

  /// The pools of one unit, or of all, in order of unit and pool.
  ///
  /// - Complexity: O(postings of cost and income, and events of deductions and waivers in the period).
  package static func all(
    _ log: LogReader, unit: Identifier?, in period: CivilPeriod, asOf: AsOf
  ) throws -> [PoolBalance] {
    let book = try RecoveryBook(log, unit: unit, in: period, asOf: asOf)
    var balances: [PoolBalance] = []
    var pool: [RecoveryBook.Key: RecoveryLine] = [:]
    let keys = book.lines.keys.sorted()
    for (index, key) in keys.enumerated() {
      pool[key] = book.lines[key]
      let next = index + 1 < keys.count ? keys[index + 1] : nil
      if next?.unit != key.unit || next?.pool != key.pool {
        let (components, total) = RecoveryStatement.sums(pool, dayCount: book.days.count)
        if !components.isEmpty { balances.append(PoolBalance(unit: key.unit, pool: key.pool, line: total)) }
        pool = [:]
      }
    }
    return balances
  }
}
