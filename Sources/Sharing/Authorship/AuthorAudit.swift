package import EventModel

/// Judges the authorship of recorded events again, in the order of recording.
package struct AuthorAudit {
  private var book = AuthorBook()
  /// How many signatures were judged.
  package private(set) var signatureCount: UInt64 = 0

  /// Starts before the first event.
  package init() {}

  /// Why the authorship of the next event would be refused, or `nil`; an event that binds a key is judged by the keys
  /// before it.
  package mutating func refusal(of recorded: RecordedEvent) -> Refusal? {
    if recorded.event.signature != nil { signatureCount += 1 }
    defer { book.take(recorded) }
    do throws(Refusal) {
      try book.check(recorded.event)
      return nil
    } catch {
      return error
    }
  }
}
