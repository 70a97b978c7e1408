import EventModel

/// The events of the commit under way, not yet stored: what later events of the same commit see of earlier ones.
///
/// Used by the writer's thread alone.
final class PendingEvents {
  /// The position the first pending event has or would have.
  private(set) var first: Position
  private(set) var events: [RecordedEvent] = []
  var rows = RowBatch()
  /// The recorded time of the newest event, stored or pending.
  private(set) var lastRecordedTime: Instant?

  init(after head: Position, lastRecordedTime: Instant?) {
    self.first = head.next
    self.lastRecordedTime = lastRecordedTime
  }

  /// The newest position, pending events included.
  var head: Position { Position(first.number + UInt64(events.count) - 1) }

  subscript(position: Position) -> RecordedEvent? {
    guard position >= first, position <= head else { return nil }
    return events[Int(position.number - first.number)]
  }

  /// A place to come back to.
  struct Mark {
    let eventCount: Int
    let rowCount: Int
    let lastRecordedTime: Instant?
  }

  var mark: Mark { Mark(eventCount: events.count, rowCount: rows.count, lastRecordedTime: lastRecordedTime) }

  func add(_ event: Event, recordedTime: Instant, batch: Batch) {
    let position = head.next
    events.append(RecordedEvent(position: position, recordedTime: recordedTime, batch: batch, event: event))
    Rows.add(event, at: position, to: &rows)
    lastRecordedTime = recordedTime
  }

  /// Sets the place of each event added since a mark within its batch, once their number is known.
  func sealBatch(since mark: Mark) {
    let length = UInt32(events.count - mark.eventCount)
    for index in mark.eventCount..<events.count {
      events[index].batch = Batch(index: UInt32(index - mark.eventCount), length: length)
    }
  }

  func remove(after mark: Mark) {
    events.removeLast(events.count - mark.eventCount)
    rows.remove(after: mark.rowCount)
    lastRecordedTime = mark.lastRecordedTime
  }

  /// Starts the next commit behind the events of this one.
  func clear() {
    first = head.next
    events.removeAll(keepingCapacity: events.count < 1 << 16)
    rows.removeAll()
  }

  func firstMatch(_ query: EventQuery, after position: Position) -> Position? {
    events.first { $0.position > position && query.matches($0.event) }?.position
  }
}
