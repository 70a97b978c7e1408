/// The forms in which postings leave a ledger for tools that keep accounts.
public enum PostingFormat: String, Sendable, CaseIterable {
  /// A journal for hledger.
  case hledger
  /// A ledger for Beancount.
  case beancount
  /// A table with a row a posting (RFC 4180).
  case csv
}
