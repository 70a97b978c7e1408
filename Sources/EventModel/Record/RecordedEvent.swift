/// An event a ledger has accepted, with its place and the time it was accepted.
public struct RecordedEvent: Sendable, Hashable {
  /// Its place in the log.
  public var position: Position
  /// When the ledger accepted it; strictly increasing with position.
  public var recordedTime: Instant
  /// Its place among the events accepted together with it.
  public var batch: Batch
  /// The event.
  public var event: Event

  /// Joins an event to its place.
  public init(position: Position, recordedTime: Instant, batch: Batch, event: Event) {
    self.position = position
    self.recordedTime = recordedTime
    self.batch = batch
    self.event = event
  }
}
