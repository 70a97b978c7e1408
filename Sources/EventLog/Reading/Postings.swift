package import EventModel

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
    let bucket = prefix.map { Array($0.text.utf8) } ?? []
    try derived.scan(.postings, prefix: bucket, known: known) { row in
      let posting = try PostingRow(row)
      if posting.day <= day.number, prefix?.contains(posting.account) ?? true { try body(posting) }
    }
  }
}

/// A row of the postings, in place.
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
    var offset = 0
    guard row.key.byteCount > 5, let amount = row.value.signedVarint(at: &offset) else {
      throw LogDamage(position: row.position, reason: .derivedRow(table: DerivedTable.postings.name))
    }
    account = row.key.extracting(0..<row.key.byteCount - 5)
    position = row.position
    day = PostingRow.day(ofKey: row.key)
    self.amount = amount
  }

  /// The day at the end of a key of at least four bytes.
  static func day(ofKey key: RawSpan) -> Int32 {
    Int32(bitPattern: key.u32(at: key.byteCount - 4).byteSwapped ^ (1 << 31))
  }
}
