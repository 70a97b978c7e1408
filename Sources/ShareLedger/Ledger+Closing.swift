public import EventModel
internal import Sharing

extension Ledger {
  /// The data of the event that closes books through a day: the control totals of what was posted since they were last
  /// closed, as known now.
  ///
  /// ```swift
  /// let closing = try ledger.closing(of: unit, through: Day(iso: "2024-12-31"))
  /// try ledger.append([try ledger.event(closing.payload, by: office, source: source)])
  /// ```
  ///
  /// What is recorded between the two lines makes the totals differ, and then the append is refused.
  ///
  /// - Parameters:
  ///   - books: a unit's id, or `platform` for all books.
  ///   - day: the last day to close.
  ///   - commodities: what to close, each once; by default money. Others stay open to late truth.
  /// - Throws: ``LedgerError/unexpected(_:)`` when a total is too large for a field.
  /// - Complexity: O(postings in the books).
  public func closing(
    of books: Identifier, through day: Day, commodities: [Commodity] = [.cny]
  ) throws(LedgerError) -> PeriodClosed {
    try ask { log in
      let state = try BooksState(log, books: books, known: log.head)
      let totals = try ControlTotals(
        log, books: books, after: state.closedThrough, through: day, known: log.head)
      return PeriodClosed(
        books: books, through: day,
        controlTotals: try commodities.map { commodity in
          ControlTotal(
            commodity: commodity, debit: try Ledger.fen(totals[commodity].debit),
            credit: try Ledger.fen(totals[commodity].credit))
        },
        postings: try Count(totals.postingCount(of: commodities)))
    }
  }

  /// An event that is true now, with a random id unless one is given.
  ///
  /// - Parameters:
  ///   - payload: what happened.
  ///   - actor: the party that answers for it.
  ///   - source: the system that states it.
  ///   - id: the author's id for it.
  public func event(
    _ payload: EventPayload, by actor: Identifier, source: EventSource, id: Identifier? = nil
  ) throws(LedgerError) -> Event {
    do {
      return Event(
        id: try id ?? RandomBytes.identifier(), source: source, validTime: now, actor: actor, payload: payload)
    } catch {
      throw LedgerError(error)
    }
  }

  private static func fen(_ sum: Int128) throws -> Fen { try Fen(Int64(clamping: sum)) }
}
