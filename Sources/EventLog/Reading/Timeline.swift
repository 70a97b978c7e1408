public import EventModel
import LMDB

extension LogReader {
  /// What happened to an entity: the events of one group that carry its tag, known at `asOf.known` and true by
  /// `asOf.valid`, in order of valid time, then position, without those taken back by then.
  ///
  /// A late fact takes its true place. A retraction counts from the position that records it, whatever its valid
  /// time, and is itself not part of the answer.
  ///
  /// - Parameter types: only events of these types; others are passed over without being read.
  /// - Complexity: O(k log k) for the k events of the entity's group.
  package func timeline(
    of tag: Tag, _ group: EventGroup, types: Set<EventType>? = nil, asOf: AsOf
  ) throws -> [RecordedEvent] {
    guard let memory = pending?.memory, asOf.known == head, asOf.valid == .last else {
      return try storedTimeline(of: tag, group, types: types, asOf: asOf)
    }
    return try memory.timeline(of: tag, group, types: types) {
      try storedTimeline(of: tag, group, types: $0, asOf: asOf)
    }
  }

  /// What a timeline at the head comes to, whatever its valid times; while appending it is folded anew only when the
  /// timeline changed.
  ///
  /// - Parameters:
  ///   - types: the types the fold looks at, or `nil` for all; it may get others too.
  ///   - fold: always the same for one type of state.
  package func folded<State: Sendable>(
    _ tag: Tag, _ group: EventGroup, types: Set<EventType>? = nil, _ fold: ([RecordedEvent]) -> State
  ) throws -> State {
    let asOf = AsOf(valid: .last, known: head)
    guard let memory = pending?.memory else {
      return fold(try storedTimeline(of: tag, group, types: types, asOf: asOf))
    }
    return try memory.folded(
      tag, group, types: types, read: { try storedTimeline(of: tag, group, types: $0, asOf: asOf) }, fold: fold)
  }

  private func storedTimeline(
    of tag: Tag, _ group: EventGroup, types: Set<EventType>?, asOf: AsOf
  ) throws -> [RecordedEvent] {
    var entries: [(valid: Int64, position: Position)] = []
    var retracted: Set<Position> = []
    try derived.scan(.timelines, bucket: Keys.timeline(tag, group: group), known: asOf.known) { row in
      let entry = try TimelineEntry(row)
      if entry.type == .eventRetracted {
        if let target = try target(ofRetractionAt: entry.position) { retracted.insert(target) }
      } else if entry.validTime <= asOf.valid, types?.contains(entry.type) ?? true {
        entries.append((entry.validTime.microseconds, entry.position))
      }
      return true
    }
    entries.sort { $0.valid != $1.valid ? $0.valid < $1.valid : $0.position < $1.position }
    return try entries.compactMap { entry in
      retracted.contains(entry.position) ? nil : try event(at: entry.position)
    }
  }

  /// The first event of a type that concerns an entity and was not taken back, whatever its valid time.
  ///
  /// - Complexity: O(k) rows of the entity's group; no event is read unless one of them is a retraction.
  package func firstPosition(of type: EventType, concerning tag: Tag) throws -> Position? {
    guard let pending else { return try storedFirstPosition(of: type, concerning: tag).position }
    return try pending.memory.first(of: type, concerning: tag) { try storedFirstPosition(of: type, concerning: tag) }
  }

  private func storedFirstPosition(
    of type: EventType, concerning tag: Tag
  ) throws -> (position: Position?, isEmpty: Bool) {
    var first: Position?
    var (isEmpty, hasRetraction) = (true, false)
    try derived.scan(.timelines, bucket: Keys.timeline(tag, group: type.group), known: head) { row in
      let entry = try TimelineEntry(row)
      if entry.type == type { first = min(first ?? entry.position, entry.position) }
      if entry.type == .eventRetracted { hasRetraction = true }
      isEmpty = false
      return true
    }
    guard hasRetraction, first != nil else { return (first, isEmpty) }
    let timeline = try storedTimeline(of: tag, type.group, types: [type], asOf: AsOf(valid: .last, known: head))
    return (timeline.map(\.position).min(), false)
  }

  /// Where the events of a type stand, pending and retracted ones included, in rising order.
  ///
  /// - Complexity: O(events); during appends only those recorded since the last time.
  package func positions(of type: EventType) throws -> [Position] {
    guard head > .zero else { return [] }
    guard let pending else { return try positions(of: type, in: Position(1)...head) }
    return try pending.memory.positions(of: type, head: head) { try positions(of: type, in: $0) }
  }

  private func positions(of type: EventType, in range: ClosedRange<Position>) throws -> [Position] {
    var found: [Position] = []
    try scan(range) { view in
      if view.type == type { found.append(view.position) }
      return true
    }
    return found + (pending?.positions(of: type, in: range) ?? [])
  }

  /// Everything that happened to an entity, of all groups, in order of valid time, then position; retracted events
  /// and retractions included, each marked with the position that took it back.
  package func history(of tag: Tag, asOf: AsOf) throws -> [TimelineItem] {
    var items: [TimelineItem] = []
    var retractedBy: [Position: Position] = [:]
    for group in EventGroup.allCases {
      try derived.scan(.timelines, bucket: Keys.timeline(tag, group: group), known: asOf.known) { row in
        let entry = try TimelineEntry(row)
        if entry.type == .eventRetracted, let target = try target(ofRetractionAt: entry.position) {
          retractedBy[target] = entry.position
        }
        if entry.validTime <= asOf.valid || entry.type == .eventRetracted {
          items.append(TimelineItem(event: try event(at: entry.position), retractedBy: nil))
        }
        return true
      }
    }
    for index in items.indices { items[index].retractedBy = retractedBy[items[index].event.position] }
    return items.sorted { $0.precedes($1) }
  }

  func target(ofRetractionAt position: Position) throws -> Position? {
    guard case .eventRetracted(let data) = try event(at: position).event.payload else { return nil }
    return try self.position(source: data.targetSource, id: data.targetId)
  }
}

/// One event of an entity's history.
public struct TimelineItem: Sendable, Hashable {
  /// The event.
  public let event: RecordedEvent
  /// The position of the `event.retracted` that took it back, if one did by then.
  public var retractedBy: Position?
}

/// A row of the timelines table.
struct TimelineEntry {
  let position: Position
  let validTime: Instant
  let type: EventType

  init(_ row: DerivedRow) throws(LogDamage) {
    guard row.value.byteCount == 10, let type = EventType(rawValue: row.value.u16(at: 8)),
      let validTime = try? Instant(microseconds: Int64(bitPattern: row.value.u64(at: 0)))
    else { throw LogDamage(position: row.position, reason: .derivedRow(table: DerivedTable.timelines.name)) }
    self.position = row.position
    self.validTime = validTime
    self.type = type
  }
}
