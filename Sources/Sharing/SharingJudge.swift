package import EventLog
package import EventModel

/// Judges recorded events again: their authorship, and the totals of closings.
package struct SharingJudge: RecordJudge {
  /// A closing whose postings are added up.
  private struct Closing: Sendable {
    let position: Position
    let data: PeriodClosed
    /// The last day closed before.
    let after: Day?
    /// What is in the books from the stretch's first event up to the closing.
    var totals: ControlTotals
  }

  private var authors = AuthorBook()
  private var closedThrough: [Identifier: BooksState] = [:]
  /// The postings of this stretch; `nil` when those of the events before are not read.
  private var sums: BooksSums? = BooksSums()
  private var closings: [Closing] = []
  package private(set) var closingCount: UInt64 = 0

  /// Starts before the first event.
  package init() {}

  package var decidingTypes: Set<EventType> { [.keyBound, .keyRevoked, .periodClosed, .periodReopened] }
  package var reviewedTypes: Set<EventType> { sums == nil ? [.periodClosed] : [] }

  package mutating func prepare(_ log: LogReader, through position: Position) throws {
    sums = nil
    let asOf = AsOf(valid: .last, known: position)
    let events = try log.derived.entities(.key, .parties, known: position).flatMap { key in
      try log.timeline(of: Tag(.key, key), .parties, asOf: asOf)
    }
    for event in events.sorted(by: { $0.position < $1.position }) { authors.take(event) }
  }

  package mutating func take(_ event: RecordedEvent) {
    authors.take(event)
    switch event.event.payload {
    case .periodClosed(let data): closedThrough[data.books, default: BooksState()].take(event)
    case .periodReopened(let data): closedThrough[data.books, default: BooksState()].take(event)
    default: break
    }
  }

  /// Why the authorship of an event would be refused; an event that binds a key is judged by the keys before it.
  package mutating func objection(to event: RecordedEvent) -> String? {
    if case .periodClosed(let data) = event.event.payload, let sums {
      let after = closedThrough[data.books]?.closedThrough
      var closing = Closing(position: event.position, data: data, after: after, totals: ControlTotals())
      sums.add(books: data.books, after: after, through: data.through, to: &closing.totals)
      closings.append(closing)
    }
    do throws(Refusal) {
      try authors.check(event.event)
      return nil
    } catch {
      return "authorship: \(error)"
    }
  }

  package mutating func count(account: RawSpan, day: Int32, amount: Int64) {
    sums?.add(account: account, day: day, amount: amount)
  }

  package mutating func objections(joining later: any RecordJudge) -> [(position: Position, text: String)] {
    guard let later = later as? SharingJudge, let sums, let added = later.sums else { return [] }
    var objections: [(Position, String)] = []
    for var closing in later.closings {
      let data = closing.data
      sums.add(books: data.books, after: closing.after, through: data.through, to: &closing.totals)
      closingCount += 1
      do throws(Refusal) {
        try closing.totals.check(data)
      } catch {
        objections.append((closing.position, "closing: \(error)"))
      }
    }
    self.sums?.add(added)
    return objections
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
