package import EventModel

extension LogReader {
  /// Calls `body` with every posting to one account that was known at a position, in no particular order.
  ///
  /// - Complexity: O(postings of the account).
  package func postings(to account: Account, known: Position, _ body: (PostingRow) throws -> Void) throws {
    try derived.scan(.postings, bucket: Keys.postings(account), known: known) { row in
      try body(try PostingRow(row))
      return true
    }
  }
}
