import EventLog
import EventModel

/// What the accounts of a prefix come to: the one sum behind balances and trial balance.
struct AccountSums {
  private var index = AccountIndex()
  private var sums: [Int128] = []

  /// Adds up every posting that counts by a day and was known at a position.
  ///
  /// - Complexity: O(postings of these accounts), without allocating for a row.
  init(_ log: LogReader, _ prefix: AccountPrefix?, asOf: AsOf) throws {
    try log.postings(of: prefix, through: asOf.valid.day, known: asOf.known) { row in
      let number = try index.number(of: row)
      if number == sums.count { sums.append(0) }
      sums[number] += Int128(row.amount)
    }
  }

  /// Every account met, in no particular order.
  var balances: [Balance] {
    zip(index.accounts, sums).map { Balance(account: $0, amount: $1) }
  }
}
