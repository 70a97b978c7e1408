package import EventLog
public import EventModel

/// The exact events behind one balance, or behind what one account took in and gave away in some days.
///
/// The parts add up to the number explained, to the last fen.
public struct Explanation: Sendable, Hashable {
  /// The account.
  public let account: Account
  /// The two times.
  public let asOf: AsOf
  /// The first day that counts; `nil` explains a balance.
  public let from: Day?
  /// The last day that counts.
  public let through: Day
  /// The postings with their events, in order of day, then position.
  public let parts: [RecordedPosting]

  /// Explains what an account comes to, or its movement from a day on.
  ///
  /// - Parameters:
  ///   - from: the first civil day that counts, or `nil` to explain the balance.
  ///   - through: the last civil day that counts; at most, and by default, the day of V.
  /// - Complexity: O(postings of the account), and an event is read for each part.
  package init(
    _ log: LogReader, of account: Account, asOf: AsOf, from: Day? = nil, through: Day? = nil
  ) throws {
    self.account = account
    self.asOf = asOf
    self.from = from
    self.through = asOf.lastDay(through)
    let prefix = AccountPrefix(account)
    let postings = try PostingLines(log, prefix, through: self.through, known: asOf.known) { row in
      from.map { row.day >= $0.number } ?? true
    }
    var parts: [RecordedPosting] = []
    try postings.forEach(log) { parts.append($0) }
    self.parts = parts
  }

  /// The sum of the parts above zero.
  public var debit: Int128 { parts.reduce(0) { $0 + Int128(max($1.amount, 0)) } }
  /// The sum of the parts below zero, as a positive number.
  public var credit: Int128 { parts.reduce(0) { $0 - Int128(min($1.amount, 0)) } }
  /// Debit less credit: the balance, or by how much it moved.
  public var sum: Int128 { debit - credit }
}
