public import EventLog
public import EventModel

extension Ledger {
  /// The newest position; `Position.zero` in an empty ledger.
  public func head() throws(LedgerError) -> Position {
    do {
      return try log.head()
    } catch {
      throw LedgerError(error)
    }
  }

  /// The ledger as it was true at a valid time, as known at some moment.
  ///
  /// - Parameters:
  ///   - valid: facts up to this instant count; by default up to the end of today in Beijing.
  ///   - known: what the ledger knew; resolved to a position now, so that the view's answers never change.
  /// - Throws: ``LedgerError/beyondHead(_:head:)`` for a position that is not recorded yet, ``LedgerError/fork(_:)`` for a
  ///   checkpoint of another history.
  public func view(at valid: Instant? = nil, known: Known = .head) throws(LedgerError) -> LedgerView {
    let position = try position(of: known)
    return LedgerView(ledger: self, asOf: AsOf(valid: valid ?? today.end, known: position))
  }

  /// The position up to which something is known.
  func position(of known: Known) throws(LedgerError) -> Position {
    try ask { log in
      switch known {
      case .head: return log.head
      case .position(let position):
        guard position <= log.head else { throw LedgerError.beyondHead(position, head: log.head) }
        return position
      case .instant(let instant): return try log.position(recordedBy: instant)
      case .checkpoint(let kept): return try log.position(of: kept)
      }
    }
  }

  /// Calls `body` with every selected event until it answers `false`.
  ///
  /// Events are read a slice a transaction and handed over outside of it, so `body` may take its time.
  ///
  /// - Throws: ``LedgerError``, or whatever `body` throws as ``LedgerError/unexpected(_:)`` unless it is one.
  /// - Complexity: O(events of the range), or with tags in every alternative O(events of these tags).
  public func forEachEvent(
    _ selection: EventSelection = EventSelection(), _ body: (RecordedEvent) throws -> Bool
  ) throws(LedgerError) {
    var rest = selection
    // Events recorded from now on are not part of the answer.
    let head = try head()
    guard rest.positions.lowerBound <= head else { return }
    rest.positions = rest.positions.clamped(to: Position(1)...max(head, Position(1)))
    do {
      while let slice = try slice(rest) {
        for event in slice.events where try !body(event) { return }
        if let failure = slice.failure { throw failure }
        guard let next = slice.rest else { return }
        rest.positions = next
      }
    } catch {
      throw LedgerError(error)
    }
  }

  /// The events recorded after a position and, without end, those recorded from now on, whichever process writes them.
  ///
  /// Every event is durable when it is seen. The sequence ends when its task is cancelled.
  public func follow(after position: Position) -> LiveEvents { log.follow(after: position) }

  private static var sliceCount: Int { 1_000 }

  private struct Slice {
    var events: [RecordedEvent] = []
    /// Where the next slice starts and the selection ends; `nil` after the last slice.
    var rest: ClosedRange<Position>?
    /// What stopped the slice: told once the events before it are handed over.
    var failure: LedgerError?
  }

  private func slice(_ selection: EventSelection) throws(LedgerError) -> Slice? {
    var slice = Slice()
    do throws(LedgerError) {
      try ask { log in
        try log.select(selection) { event in
          slice.events.append(event)
          return slice.events.count < Ledger.sliceCount
        }
      }
    } catch {
      slice.failure = error
      return slice
    }
    guard let last = slice.events.last?.position else { return nil }
    guard slice.events.count == Ledger.sliceCount else { return slice }
    let range = selection.positions
    switch selection.direction {
    case .forward: if last < range.upperBound { slice.rest = last.next...range.upperBound }
    case .backward: if last > range.lowerBound { slice.rest = range.lowerBound...Position(last.number - 1) }
    }
    return slice
  }
}
