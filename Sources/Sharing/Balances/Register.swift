package import EventLog
public import EventModel

/// One line of a register: a posting and what its account comes to with it.
public struct RegisterLine: Sendable, Hashable {
  /// The posting and its event.
  public let recorded: RecordedPosting
  /// The account's running balance.
  public let balance: Int128
}

/// The postings of accounts one after the other, in order of day, then position.
///
/// A late fact stands on its true day, so that lines shown earlier may show another running balance now; each account
/// runs for itself.
public struct Register: Sendable, Hashable {
  /// The two times.
  public let asOf: AsOf
  /// What each account counted on came to before the first line, in the order of their names.
  public let openings: [Balance]
  /// The postings.
  public let lines: [RegisterLine]
  /// What each of these accounts comes to after the last line.
  public let closings: [Balance]

  /// Lists the postings of a prefix.
  ///
  /// - Parameters:
  ///   - from: the first civil day listed, or `nil` for the first there is.
  ///   - through: the last civil day listed; at most the day of V.
  /// - Complexity: O(postings of these accounts), and an event is read for each line.
  package init(
    _ log: LogReader, asOf: AsOf, prefix: AccountPrefix?, from: Day? = nil, through: Day? = nil
  ) throws {
    self.asOf = asOf
    let postings = try PostingLines(log, prefix, through: asOf.lastDay(through), known: asOf.known) { row in
      from.map { row.day >= $0.number } ?? true
    }
    openings = postings.rest
    var balances = Dictionary(uniqueKeysWithValues: openings.map { ($0.account, $0.amount) })
    var lines: [RegisterLine] = []
    try postings.forEach(log) { recorded in
      balances[recorded.account, default: 0] += Int128(recorded.amount)
      lines.append(RegisterLine(recorded: recorded, balance: balances[recorded.account] ?? 0))
    }
    self.lines = lines
    closings = openings.map { Balance(account: $0.account, amount: balances[$0.account] ?? 0) }
  }
}

extension AsOf {
  /// The last civil day that counts when only days through the given one are asked for.
  func lastDay(_ through: Day?) -> Day { min(through ?? .last, valid.day) }
}
