package import EventLog
public import EventModel

/// One account that is known otherwise, and the events that made it so.
public struct BalanceChange: Sendable, Hashable {
  /// The account.
  public let account: Account
  /// What it came to as known earlier.
  public let before: Int128
  /// The postings recorded in between, in order of day, then position; they add up to the difference.
  public internal(set) var parts: [RecordedPosting] = []

  /// What it comes to as known later.
  public var after: Int128 { before + difference }
  /// The sum of the parts.
  public var difference: Int128 { parts.reduce(0) { $0 + Int128($1.amount) } }
}

/// What the ledger learned about the balances of one valid time between two positions.
public struct BalanceDifference: Sendable, Hashable {
  /// The valid time of both.
  public let valid: Instant
  /// What was known before.
  public let earlier: Position
  /// What was known after.
  public let later: Position
  /// The accounts counted on in between, in the order of their names; also those whose parts cancel out.
  public let changes: [BalanceChange]

  /// Compares the balances valid at `valid` as known at two positions.
  ///
  /// - Complexity: O(postings of these accounts), and an event is read for each part.
  package init(
    _ log: LogReader, valid: Instant, from earlier: Position, to later: Position, prefix: AccountPrefix? = nil
  ) throws {
    self.valid = valid
    self.earlier = earlier
    self.later = later
    let postings = try PostingLines(log, prefix, through: valid.day, known: later) { $0.position > earlier }
    var changes = postings.rest.map { BalanceChange(account: $0.account, before: $0.amount) }
    let places = Dictionary(uniqueKeysWithValues: changes.enumerated().map { ($1.account, $0) })
    try postings.forEach(log) { recorded in
      if let place = places[recorded.account] { changes[place].parts.append(recorded) }
    }
    self.changes = changes.filter { !$0.parts.isEmpty }
  }
}
