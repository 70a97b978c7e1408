import EventModel

/// The events of the commit under way, not yet stored: what later events of the same commit see of earlier ones.
///
/// Used by the writer's thread alone.
final class PendingEvents {
  /// The position the first pending event has or would have.
  private(set) var first: Position
  private(set) var events: [RecordedEvent] = []
  /// The records of the events, one after another, and where each ends.
  private(set) var records: [UInt8] = []
  private(set) var recordEnds: [Int] = []
  private(set) var rows = RowBatch()
  /// The order of the rows, as long as they are those of one request from its first event on without a gap.
  private var order: RowOrder?
  /// The postings among the rows, by account.
  private var postingOrder = PendingOrder(.postings)
  /// The rows stored before the commit under way.
  var stored: StoredRows?
  /// The recorded time of the newest event, stored or pending.
  private(set) var lastRecordedTime: Instant?

  /// Timelines read before, kept up to date with what is added here.
  let memory = AdmissionMemory()

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

  /// Adds one of the events of a request.
  ///
  /// - Throws: ``Refusal/cannotBeStored(reason:)`` for a list or record beyond the limits of the format, or what the
  ///   rules of posting refuse.
  func add(_ prepared: PreparedEvents, _ index: Int, recordedTime: Instant, batch: Batch) throws(Refusal) {
    try prepared.require(index)
    let position = head.next
    let start = records.count
    records.append(contentsOf: prepared.record(index))
    EventRecord.set(recordedTime, inRecordAt: start, of: &records)
    EventRecord.set(batch, inRecordAt: start, of: &records)
    recordEnds.append(records.count)
    let recorded = RecordedEvent(
      position: position, recordedTime: recordedTime, batch: batch, event: prepared.events[index])
    events.append(recorded)
    memory.add(recorded, tags: prepared.tags[index])
    let range = prepared.rows(of: index)
    if rows.count != range.lowerBound { order = nil } else if rows.count == 0 { order = prepared.order }
    if order !== prepared.order { order = nil }
    rows.add(prepared.rows, rows: range, at: position)
    lastRecordedTime = recordedTime
  }

  /// The rows as they are kept once they are stored.
  var chunk: TailChunk {
    let isWhole = order?.indices.count == rows.count
    return TailChunk(first.number...head.number, rows, order: isWhole ? order?.indices : nil)
  }

  /// Sets the place of each event added since a mark within its batch, once their number is known.
  func sealBatch(since mark: Mark) {
    let length = UInt32(events.count - mark.eventCount)
    for index in mark.eventCount..<events.count {
      let batch = Batch(index: UInt32(index - mark.eventCount), length: length)
      events[index].batch = batch
      EventRecord.set(batch, inRecordAt: index == 0 ? 0 : recordEnds[index - 1], of: &records)
    }
  }

  func remove(after mark: Mark) {
    guard events.count > mark.eventCount else { return }
    for event in events[mark.eventCount...] { memory.forget(event) }
    events.removeLast(events.count - mark.eventCount)
    recordEnds.removeLast(recordEnds.count - mark.eventCount)
    records.removeLast(records.count - (recordEnds.last ?? 0))
    rows.remove(after: mark.rowCount)
    postingOrder.remove(after: mark.rowCount)
    lastRecordedTime = mark.lastRecordedTime
    memory.forgetSearches(after: head)
  }

  /// Starts the next commit behind the events of this one.
  func clear() {
    first = head.next
    events.removeAll(keepingCapacity: events.count < 1 << 16)
    recordEnds.removeAll(keepingCapacity: recordEnds.count < 1 << 16)
    records.removeAll(keepingCapacity: records.count < 1 << 24)
    // Small commits are mostly followed by small ones, large ones by large ones.
    rows = RowBatch(roomFor: rows)
    order = nil
    postingOrder = PendingOrder(.postings)
    stored = nil
  }

  /// Calls `body` with the pending rows of a range of keys.
  func scan(_ table: DerivedTable, _ range: KeyRange, _ body: (DerivedRow) throws -> Void) rethrows {
    if table == .postings {
      postingOrder.extend(to: rows)
      return try postingOrder.scan(rows, range, body)
    }
    // Of other rows no rule asks for more than a bucket.
    for index in rows.rows.indices where rows.rows[index].table == table {
      try rows.visit(index) { row in
        if range.contains(row.key) { try body(row) }
      }
    }
  }

  /// Where pending events of a type stand.
  func positions(of type: EventType, in range: ClosedRange<Position>) -> [Position] {
    events.filter { $0.event.type == type && range.contains($0.position) }.map(\.position)
  }

  func firstMatch(_ query: EventQuery, after position: Position) -> Position? {
    events.first { $0.position > position && query.matches($0.event) }?.position
  }
}
