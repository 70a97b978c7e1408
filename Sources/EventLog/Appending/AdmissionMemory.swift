import EventModel

/// What the writer remembers of timelines it read, so that a rule that asks again about the same party or resource reads
/// no storage.
///
/// Always as known at the head, pending events included, but for their place in a batch; used by the writer's thread alone. Entries leave in two
/// generations: what was not asked for while one filled up is forgotten with the next.
final class AdmissionMemory {
  private struct Key: Hashable {
    let tag: Tag
    let group: EventGroup
  }

  /// How many events one generation keeps.
  private static let eventCountMax = 1 << 15
  /// Longer timelines are read each time, since putting an event into one costs more than it saves.
  private static let timelineCountMax = 512

  private var young: [Key: [RecordedEvent]] = [:]
  private var old: [Key: [RecordedEvent]] = [:]
  private var youngEventCount = 0
  /// The timelines that were too long to be remembered when they were read.
  private var long: Set<Key> = []
  /// Where an entity's first event of a type stands: for entities of which only that is asked.
  private var youngFirsts: [Key: FirstEvent] = [:]
  private var oldFirsts: [Key: FirstEvent] = [:]
  private static let firstCountMax = 1 << 16
  private var searches: [EventType: Search] = [:]

  private struct FirstEvent {
    let type: EventType
    let position: Position
  }

  /// How far the log was searched for a type, and where it was found.
  private struct Search {
    var through = Position.zero
    var found: [Position] = []
  }

  /// The events of some types, or all, on a timeline: from memory, or else from `read`, which gets the types to read.
  ///
  /// Of a timeline too long to be remembered only these types are read.
  func timeline(
    of tag: Tag, _ group: EventGroup, types: Set<EventType>?, read: (Set<EventType>?) throws -> [RecordedEvent]
  ) rethrows -> [RecordedEvent] {
    let key = Key(tag: tag, group: group)
    if long.contains(key) { return try read(types) }
    let whole: [RecordedEvent]
    if let known = known(tag, group) {
      whole = known
    } else {
      whole = try read(nil)
      if whole.count <= AdmissionMemory.timelineCountMax { keep(whole, key) } else { long.insert(key) }
    }
    return types.map { types in whole.filter { types.contains($0.event.type) } } ?? whole
  }

  /// The whole timeline if it is in memory.
  func known(_ tag: Tag, _ group: EventGroup) -> [RecordedEvent]? {
    let key = Key(tag: tag, group: group)
    if let events = young[key] { return events }
    guard let events = old.removeValue(forKey: key) else { return nil }
    keep(events, key)
    return events
  }

  /// The first event of a type that concerns an entity, from memory or else from `read`; that there is none is not
  /// remembered.
  func first(
    of type: EventType, concerning tag: Tag, read: () throws -> Position?
  ) rethrows -> Position? {
    let key = Key(tag: tag, group: type.group)
    if let first = youngFirsts[key], first.type == type { return first.position }
    if let first = oldFirsts[key], first.type == type {
      keep(first, key)
      return first.position
    }
    guard let position = try read() else { return nil }
    keep(FirstEvent(type: type, position: position), key)
    return position
  }

  private func keep(_ first: FirstEvent, _ key: Key) {
    if youngFirsts.count >= AdmissionMemory.firstCountMax {
      oldFirsts = youngFirsts
      youngFirsts = [:]
    }
    youngFirsts[key] = first
  }

  /// Puts a new event at its place on the timelines in memory.
  func add(_ event: RecordedEvent) {
    if case .eventRetracted = event.event.payload { return forget(event) }
    let group = event.event.type.group
    for tag in event.event.payload.tags {
      let key = Key(tag: tag, group: group)
      guard var events = young.removeValue(forKey: key) ?? old.removeValue(forKey: key) else { continue }
      guard events.count < AdmissionMemory.timelineCountMax else {
        long.insert(key)
        continue
      }
      let place = events.lastIndex { $0.event.validTime <= event.event.validTime }.map { $0 + 1 } ?? 0
      events.insert(event, at: place)
      young[key] = events
    }
  }

  /// Forgets the timelines an event is part of.
  func forget(_ event: RecordedEvent) {
    let group = event.event.type.timelineGroup(of: event.event.payload)
    for tag in event.event.payload.tags {
      let key = Key(tag: tag, group: group)
      young[key] = nil
      old[key] = nil
      youngFirsts[key] = nil
      oldFirsts[key] = nil
    }
  }

  /// Where events of a type stand, searching only what was not searched before.
  func positions(
    of type: EventType, head: Position, search: (ClosedRange<Position>) throws -> [Position]
  ) rethrows -> [Position] {
    var known = searches[type] ?? Search()
    if known.through < head {
      known.found += try search(known.through.next...head)
      known.through = head
      searches[type] = known
    }
    return known.found
  }

  /// Forgets what was found after a position, since those events are taken back.
  func forgetSearches(after head: Position) {
    searches = searches.mapValues { search in
      Search(through: min(search.through, head), found: search.found.filter { $0 <= head })
    }
  }

  private func keep(_ events: [RecordedEvent], _ key: Key) {
    // An entity nothing is known of costs a little too.
    youngEventCount += max(events.count, 1)
    if youngEventCount > AdmissionMemory.eventCountMax {
      old = young
      young = [:]
      youngEventCount = max(events.count, 1)
    }
    young[key] = events
  }
}
