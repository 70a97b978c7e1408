public import EventModel

/// Events kept as they are stored, to be folded as timelines once all are known: for the few that decide the state of
/// things, not for the many.
///
/// ```swift
/// state.kept.keep(event, of: .resource, acquired.resource)
/// ```
///
/// Costs the record's bytes and 32 more for each event.
public struct KeptEvents: Sendable {
  struct Entry {
    /// The thing's number in ``keys``.
    var key: UInt32
    let valid: Int64
    let position: Position
    var start: Int
    let byteCount: Int
  }

  /// A kind's byte and the bytes of an id.
  private(set) var keys = Interner()
  private(set) var entries: [Entry] = []
  private(set) var bytes: [UInt8] = []

  /// Nothing kept.
  public init() {}

  /// Keeps an event of a thing; one that concerns several things is kept once for each.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - kind: what kind of thing it is.
  ///   - id: the bytes of the thing's id.
  public mutating func keep(_ event: EventView, of kind: TagKind, _ id: RawSpan) {
    var key = [kind.rawValue]
    key.append(id)
    let number = keys.intern(key.span.bytes)
    entries.append(
      Entry(
        key: number, valid: event.validTime.microseconds, position: event.position, start: bytes.count,
        byteCount: event.bytes.byteCount))
    bytes.append(event.bytes)
  }

  /// Keeps an event under the thing its first field names; one whose first field names none is not kept.
  public mutating func keep(_ event: EventView) throws(CodecError) {
    guard let kind = event.type?.fields.first?.tag else { return }
    var reader = CBORReader(event.payload)
    var fields = try reader.fields()
    try reader.required(1, &fields)
    keep(event, of: kind, try reader.textSpan())
  }

  /// Joins what was kept of the events that follow.
  public mutating func merge(_ later: KeptEvents) {
    let numbers = keys.merge(later.keys)
    let start = bytes.count
    bytes += later.bytes
    entries.reserveCapacity(entries.count + later.entries.count)
    for var entry in later.entries {
      entry.key = numbers[Int(entry.key)]
      entry.start += start
      entries.append(entry)
    }
  }
}

/// What was kept, as timelines.
public struct KeptTimelines: Sendable {
  private let kept: KeptEvents
  /// The entries by thing, valid time and position.
  private let order: [Int]
  /// Where each thing's entries start in the order; one more for the end.
  private let starts: [Int]
  /// The things by kind and id.
  private let keys: [UInt32]

  /// Sorts what was kept.
  ///
  /// - Complexity: O(n log n) for n events.
  public init(_ kept: KeptEvents) {
    self.kept = kept
    let entries = kept.entries
    order = entries.indices.sorted {
      let (left, right) = (entries[$0], entries[$1])
      return (left.key, left.valid, left.position) < (right.key, right.valid, right.position)
    }
    var starts = Array(repeating: 0, count: kept.keys.count + 1)
    for entry in entries { starts[Int(entry.key) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    self.starts = starts
    keys = (0..<UInt32(kept.keys.count)).sorted { left, right in
      kept.keys.withKey(left) { left in kept.keys.withKey(right) { left.isOrderedBefore($0) } }
    }
  }

  /// Calls `body` with every thing of a kind in order of id, and its events in order of valid time, then position.
  ///
  /// - Throws: ``LogDamage`` for a record that cannot be read, and what `body` throws.
  public func forEach(_ kind: TagKind, _ body: (Identifier, [RecordedEvent]) throws -> Void) throws {
    for key in keys {
      let id = kept.keys.withKey(key) { bytes in
        bytes.u8(at: 0) == kind.rawValue ? Identifier(stored: bytes.extracting(1..<bytes.byteCount)) : nil
      }
      if let id { try body(id, try events(key)) }
    }
  }

  /// The events of one thing in order of valid time, then position; none when nothing was kept of it.
  public subscript(_ kind: TagKind, _ id: Identifier) -> [RecordedEvent] {
    get throws {
      var key = [kind.rawValue]
      key.append(id)
      return try kept.keys.number(of: key.span.bytes).map { try events($0) } ?? []
    }
  }

  private func events(_ key: UInt32) throws -> [RecordedEvent] {
    try order[starts[Int(key)]..<starts[Int(key) + 1]].map { index in
      let entry = kept.entries[index]
      let record = kept.bytes.span.bytes.extracting(entry.start..<entry.start + entry.byteCount)
      do throws(CodecError) {
        return try EventView(record, position: entry.position).recordedEvent()
      } catch {
        throw LogDamage(position: entry.position, reason: .record(error))
      }
    }
  }
}
