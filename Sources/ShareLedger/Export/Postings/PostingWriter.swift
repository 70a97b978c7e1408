internal import EventModel

/// Writes postings in the form of one tool.
protocol PostingWriter {
  /// What was written and not taken yet.
  var text: PostingText { get set }

  /// Writes what stands before all postings.
  mutating func begin()

  /// Writes the postings of an event on a day.
  mutating func write(_ postings: DatedPostings)
}

extension PostingFormat {
  func writer() -> any PostingWriter {
    switch self {
    case .hledger: HledgerWriter()
    case .beancount: BeancountWriter()
    case .csv: PostingTableWriter()
    }
  }
}
