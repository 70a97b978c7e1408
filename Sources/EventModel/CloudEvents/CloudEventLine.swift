/// One line of interchange: an event, and what the ledger it was exported from said about its recording.
public struct CloudEventLine: Sendable, Hashable {
  /// The event.
  public let event: Event
  /// Its position in the exporting ledger; `nil` for an event that was never recorded.
  public let position: Position?
  /// When the exporting ledger recorded it; `nil` for an event that was never recorded.
  public let recordedTime: Instant?
  /// Its place among the events recorded with it; `nil` when it was recorded alone or never.
  public let batch: Batch?

  /// The recorded event, when the line says both where and when it was recorded.
  public var recorded: RecordedEvent? {
    guard let position, let recordedTime else { return nil }
    return RecordedEvent(position: position, recordedTime: recordedTime, batch: batch ?? .single, event: event)
  }
}
