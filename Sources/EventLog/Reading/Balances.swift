package import EventModel
import LMDB

extension LogReader {
  /// What an account comes to by a day, as known at a position.
  ///
  /// - Complexity: O(runs + postings of the account outside blocks that count as a whole).
  package func balance(of account: Account, through day: Day, known: Position) throws -> Int128 {
    try derived.balance(of: Keys.postings(account), through: day.number, known: known)
  }

  /// What every account of a prefix comes to by a day, as known at a position, in the byte order of their names.
  ///
  /// An account whose postings cancel out is named with a sum of 0; one without any posting that counts is not.
  ///
  /// - Parameters:
  ///   - prefix: whole leading parts of account names, or `nil` for all accounts.
  ///   - day: the last civil day that counts.
  ///   - known: the last position that counts.
  ///   - body: called with each account's name and sum.
  /// - Complexity: O(postings of these accounts outside blocks that count as a whole + accounts · runs).
  package func balances(
    of prefix: AccountPrefix?, through day: Day, known: Position, _ body: (RawSpan, Int128) throws -> Void
  ) throws {
    var sums = AccountSums()
    try derived.addPostings(of: prefix.map { Array($0.text.utf8) } ?? [], through: day.number, known: known) {
      account, amount in
      if prefix?.contains(account) ?? true { sums.add(amount, to: account) }
    }
    try sums.forEachInOrder(body)
  }
}

/// Sums by account; amounts of one account come mostly together.
struct AccountSums {
  private var sums: [[UInt8]: Int128] = [:]
  private var account: [UInt8] = []
  private var sum: Int128?

  mutating func add(_ amount: Int64, to name: RawSpan) {
    if sum == nil || !name.equals(account.span.bytes) {
      settle()
      account = [UInt8](name)
      sum = 0
    }
    sum = (sum ?? 0) + Int128(amount)
  }

  mutating func forEachInOrder(_ body: (RawSpan, Int128) throws -> Void) rethrows {
    settle()
    for name in sums.keys.sorted(by: { $0.span.bytes.isOrderedBefore($1.span.bytes) }) {
      try body(name.span.bytes, sums[name] ?? 0)
    }
  }

  private mutating func settle() {
    if let sum { sums[account, default: 0] += sum }
    sum = nil
  }
}
