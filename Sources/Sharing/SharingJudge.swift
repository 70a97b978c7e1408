package import EventLog
package import EventModel

/// Judges recorded events again: their authorship, and the totals of closings.
package struct SharingJudge: RecordJudge {
  private var book = AuthorBook()

  /// Starts before the first event.
  package init() {}

  package var decidingTypes: Set<EventType> { [.keyBound, .keyRevoked] }
  package var reviewedTypes: Set<EventType> { [.periodClosed] }

  package mutating func prepare(_ log: LogReader, through position: Position) throws {
    let asOf = AsOf(valid: .last, known: position)
    let events = try log.derived.entities(.key, .parties, known: position).flatMap { key in
      try log.timeline(of: Tag(.key, key), .parties, asOf: asOf)
    }
    for event in events.sorted(by: { $0.position < $1.position }) { book.take(event) }
  }

  package mutating func take(_ event: RecordedEvent) { book.take(event) }

  /// Why the authorship of an event would be refused; an event that binds a key is judged by the keys before it.
  package func objection(to event: RecordedEvent) -> String? {
    do throws(Refusal) {
      try book.check(event.event)
      return nil
    } catch {
      return "authorship: \(error)"
    }
  }

  /// Which total of a closing is not that of the postings before it, under the days that were open then.
  package func objection(to event: RecordedEvent, in log: LogReader) throws -> String? {
    guard case .periodClosed(let closed) = event.event.payload else { return nil }
    let before = Position(event.position.number - 1)
    let books = try BooksState(log, books: closed.books, known: before)
    let totals = try ControlTotals(
      log, books: closed.books, after: books.closedThrough, through: closed.through, known: before)
    do throws(Refusal) {
      try totals.check(closed)
      return nil
    } catch {
      return "closing: \(error)"
    }
  }
}
