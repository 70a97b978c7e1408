package import EventModel

/// Which amounts an event counts: a pure function of that event alone, so that rows can be derived in any order and any
/// other program can recompute them from the exported log.
package protocol PostingRules: Sendable {
  /// The balanced entry of an event.
  ///
  /// - Throws: ``Refusal`` when the event's own amounts do not balance or are too large.
  func entry(of event: Event) throws(Refusal) -> Entry
}

/// Counts nothing: for logs without domain rules.
package struct NoPostings: PostingRules {
  package init() {}
  package func entry(of event: Event) throws(Refusal) -> Entry { .empty }
}
