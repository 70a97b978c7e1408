public import EventLog
public import EventModel

extension Ledger {
  /// Appends events all or nothing, and returns once they are durable.
  ///
  /// An event the ledger holds already answers `AppendOutcome.alreadyRecorded(position:)`, so a request may be
  /// repeated whenever its answer was lost.
  ///
  /// - Parameters:
  ///   - events: at most 100,000, in the order they are to be recorded.
  ///   - condition: what must not have happened meanwhile; by default there is none.
  /// - Returns: one outcome an event, in the same order.
  /// - Throws: `AppendError`; nothing was written unless a fault's code is `outcomeUnknown`.
  @discardableResult
  public func append(
    _ events: [Event], condition: AppendCondition? = nil
  ) throws(AppendError) -> [AppendOutcome] {
    try log.append(events, condition: condition)
  }

  /// Appends events all or nothing without holding a thread while the commit is under way.
  @discardableResult
  public func append(
    _ events: [Event], condition: AppendCondition? = nil
  ) async throws(AppendError) -> [AppendOutcome] {
    try await log.append(events, condition: condition)
  }

  /// Appends each event for itself: one that is refused keeps none of the others out.
  public func appendEach(_ events: [Event]) throws(AppendError) -> [Result<AppendOutcome, AppendError>] {
    try log.appendEach(events)
  }
}
