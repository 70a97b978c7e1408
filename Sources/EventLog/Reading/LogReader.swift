package import EventModel
import LMDB

/// The log and its derived tables inside one transaction: every question is answered through one of these.
///
/// During an append it also shows the events of the same commit that are not yet stored, so that a rule sees the
/// events before its own.
package struct LogReader: ~Escapable {
  let reader: Reader
  let pending: PendingEvents?
  private let stored: StoredRows?
  /// The newest position that can be read.
  package let head: Position

  @_lifetime(copy reader)
  init(_ reader: Reader) throws {
    self.reader = reader
    pending = nil
    stored = nil
    head = try LogReader.storedHead(reader)
  }

  /// The log with its derived rows.
  ///
  /// - Throws: ``RowsIncomplete`` when the rows are unfinished or in an older layout.
  @_lifetime(copy reader)
  init(_ reader: Reader, _ memory: RowMemory) throws {
    self.reader = reader
    pending = nil
    head = try LogReader.storedHead(reader)
    stored = StoredRows(memory, try RowState.current(reader, head: head, memory.layout), head: head.number)
  }

  /// The log as the commit under way sees it.
  @_lifetime(copy reader)
  init(_ reader: Reader, pending: PendingEvents) throws {
    self.reader = reader
    self.pending = pending
    stored = pending.stored
    head = pending.head
  }

  /// The rows derived from the events.
  package var derived: DerivedTables {
    @_lifetime(copy self)
    get throws {
      guard let stored else { throw RowsIncomplete() }
      return DerivedTables(reader, stored, pending: pending)
    }
  }

  /// The position of the newest stored event.
  static func storedHead(_ reader: Reader) throws -> Position {
    var cursor = try reader.cursor(Tables.log)
    guard let entry = try cursor.last() else { return .zero }
    return try Segment(first: Position(entry.integerKey), value: entry.value).last
  }

  /// Calls `body` with the event stored at a position, in place.
  ///
  /// - Throws: ``LogDamage`` when the stored bytes are not what was written or the position is beyond the head.
  /// - Complexity: O(log segments).
  package func withEvent<R>(at position: Position, _ body: (EventView) throws -> R) throws -> R {
    var cursor = try reader.cursor(Tables.log)
    guard let segment = try LogReader.segment(&cursor, holding: position) else {
      throw LogDamage(position: position, reason: .missing)
    }
    return try body(segment.event(Int(position.number - segment.first.number)))
  }

  /// The event at a position, decoded; a pending one is answered as it is.
  package func event(at position: Position) throws -> RecordedEvent {
    if let event = pending?[position] { return event }
    return try withEvent(at: position) { try $0.recordedEvent() }
  }

  /// The position at which an event id was recorded, if it was.
  package func position(source: EventSource, id: Identifier) throws -> Position? {
    var found: Position?
    try derived.scan(.ids, bucket: Keys.eventID(source: source, id: id), known: head) { row in
      found = row.position
      // An id is recorded once.
      return false
    }
    return found
  }

  /// The newest position recorded at or before an instant (recorded time rises with position).
  ///
  /// - Complexity: O(log² events).
  package func position(recordedBy instant: Instant) throws -> Position {
    var (low, high) = (UInt64(0), head.number)
    while low < high {
      let middle = high - (high - low) / 2
      let recorded = try event(at: Position(middle)).recordedTime
      if recorded <= instant { low = middle } else { high = middle - 1 }
    }
    return Position(low)
  }

  /// The segment that holds a position.
  @_lifetime(copy cursor)
  static func segment(_ cursor: inout Cursor, holding position: Position) throws -> Segment? {
    guard position > .zero else { return nil }
    var entry = try cursor.seek(atOrAfter: position.number)
    if entry == nil {
      entry = try cursor.last()
    } else if let found = entry, found.integerKey != position.number {
      entry = try cursor.previous()
    }
    guard let found = entry else { return nil }
    let segment = try Segment(first: Position(found.integerKey), value: found.value)
    return segment.first <= position && position <= segment.last ? segment : nil
  }
}
