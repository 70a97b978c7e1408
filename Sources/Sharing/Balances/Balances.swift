package import EventLog
public import EventModel

/// What accounts come to at (V, K), in the order of their names.
///
/// A posting counts when its day is not later than the civil day of V in Beijing and its event was recorded at or before
/// K. The order of the two conditions makes no difference.
public struct Balances: Sendable, Hashable {
  /// The two times.
  public let asOf: AsOf
  /// The accounts and their sums.
  public let rows: [Balance]

  /// Adds up the accounts of a prefix.
  ///
  /// - Parameters:
  ///   - prefix: whole leading parts of account names, or `nil` for all accounts.
  ///   - includingZero: whether accounts whose postings come to nothing are listed too.
  /// - Complexity: O(postings of these accounts + accounts · log accounts).
  package init(
    _ log: LogReader, asOf: AsOf, prefix: AccountPrefix? = nil, includingZero: Bool = false
  ) throws {
    self.asOf = asOf
    rows = try AccountSums(log, prefix, asOf: asOf).balances.filter { includingZero || $0.amount != 0 }
      .sorted { $0.account < $1.account }
  }

  /// What an account comes to; 0 when it is not listed.
  ///
  /// - Complexity: O(log accounts).
  public subscript(account: Account) -> Int128 {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].account < account { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].account == account ? rows[low].amount : 0
  }
}
