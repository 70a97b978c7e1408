public import EventModel

extension Ledger {
  /// Calls `body` with every event up to a pinned position, oldest first, in place and with its checksum checked.
  ///
  /// The fastest way through the log: nothing is copied or allocated. Read the payload through the view of its type.
  ///
  /// ```swift
  /// try ledger.replay { event in
  ///   guard event.type == .usageRecorded else { return }
  ///   let usage = try UsageRecordedView(event.payload)
  ///   total += usage.end.microseconds - usage.start.microseconds
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - first: the first position, by default 1.
  ///   - last: the last position, or `nil`, the default, for the head at the start.
  ///   - body: called with each event; what it throws ends the replay.
  /// - Throws: ``LedgerError/damaged(_:)`` at the first damaged record; an error of `body` that is not a
  ///   ``LedgerError`` comes as ``LedgerError/unexpected(_:)``.
  /// - Complexity: O(events), tens of nanoseconds each; memory does not grow with the log.
  public func replay(
    from first: Position = Position(1), upTo last: Position? = nil, _ body: (EventView) throws -> Void
  ) throws(LedgerError) {
    do {
      try log.replay(from: first, upTo: last, body)
    } catch {
      throw LedgerError(error)
    }
  }
}
