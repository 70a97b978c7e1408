package import EventModel
import LMDB

extension LogReader {
  /// Calls `body` with every posting to the accounts of a prefix that counts by a day and was known at a position.
  ///
  /// - Parameters:
  ///   - prefix: whole leading parts of account names, or `nil` for all accounts.
  ///   - day: the last civil day that counts.
  ///   - known: the last position that counts.
  ///   - body: called in no particular order but with all postings of an account that lie in one run together.
  /// - Complexity: O(postings of these accounts).
  package func postings(
    of prefix: AccountPrefix?, through day: Day, known: Position, _ body: (PostingRow) throws -> Void
  ) throws {
    let beginning = prefix.map { Array($0.text.utf8) } ?? []
    try derived.scan(.postings, bucket: beginning, isWhole: false, known: known) { row in
      let posting = try PostingRow(row)
      if posting.day <= day.number, prefix?.contains(posting.account) ?? true { try body(posting) }
      return true
    }
  }

  /// What an account comes to by a day, as known at a position.
  ///
  /// - Complexity: O(postings of the account).
  package func balance(of account: Account, through day: Day, known: Position) throws -> Int128 {
    var sum: Int128 = 0
    try derived.scan(.postings, bucket: Keys.postings(account), known: known) { row in
      let posting = try PostingRow(row)
      if posting.day <= day.number { sum += Int128(posting.amount) }
      return true
    }
    return sum
  }
}

extension LogReader {
  /// What every account of a prefix comes to by a day, as known at a position, in the byte order of their names.
  ///
  /// An account all of whose postings cancel out is named with a sum of 0; one without any posting that counts is not.
  ///
  /// - Complexity: O(postings of these accounts).
  package func balances(
    of prefix: AccountPrefix?, through day: Day, known: Position, _ body: (RawSpan, Int128) throws -> Void
  ) throws {
    var sums: [[UInt8]: Int128] = [:]
    var (account, sum): ([UInt8], Int128?) = ([], nil)
    try postings(of: prefix, through: day, known: known) { row in
      if !row.account.equals(account.span.bytes) {
        if let sum { sums[account, default: 0] += sum }
        account = [UInt8](row.account)
        sum = 0
      }
      sum = (sum ?? 0) + Int128(row.amount)
    }
    if let sum { sums[account, default: 0] += sum }
    for (account, sum) in sums.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      try body(account.span.bytes, sum)
    }
  }
}

/// A row of the postings table, in place.
package struct PostingRow: ~Escapable {
  /// The account's name.
  package let account: RawSpan
  /// The event that posted it.
  package let position: Position
  /// The civil day from which it counts, in days since 1970-01-01.
  package let day: Int32
  /// How much, in the account's commodity.
  package let amount: Int64

  @_lifetime(copy row)
  init(_ row: DerivedRow) throws(LogDamage) {
    guard row.key.byteCount > 1, row.value.byteCount == 12 else {
      throw LogDamage(position: row.position, reason: .derivedRow(table: Tables.postings.name))
    }
    account = row.key.extracting(0..<row.key.byteCount - 1)
    position = row.position
    day = Int32(bitPattern: row.value.u32(at: 0))
    amount = Int64(bitPattern: row.value.u64(at: 4))
  }
}
