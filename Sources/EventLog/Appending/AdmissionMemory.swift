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
  private var searches: [EventType: Search] = [:]

  /// How far the log was searched for a type, and where it was found.
  private struct Search {
    var through = Position.zero
    var found: [Position] = []
  }

  /// The whole timeline, from memory or else from `read`.
  func timeline(of tag: Tag, _ group: EventGroup, read: () throws -> [RecordedEvent]) rethrows -> [RecordedEvent] {
    if let known = known(tag, group) { return known }
    let events = try read()
    if events.count <= AdmissionMemory.timelineCountMax { keep(events, Key(tag: tag, group: group)) }
    return events
  }

  /// The whole timeline if it is in memory.
  func known(_ tag: Tag, _ group: EventGroup) -> [RecordedEvent]? {
    let key = Key(tag: tag, group: group)
    if let events = young[key] { return events }
    guard let events = old.removeValue(forKey: key) else { return nil }
    keep(events, key)
    return events
  }

  /// Puts a new event at its place on the timelines in memory.
  func add(_ event: RecordedEvent) {
    if case .eventRetracted = event.event.payload { return forget(event) }
    let group = event.event.type.group
    for tag in event.event.payload.tags {
      let key = Key(tag: tag, group: group)
      guard var events = young.removeValue(forKey: key) ?? old.removeValue(forKey: key) else { continue }
      guard events.count < AdmissionMemory.timelineCountMax else { continue }
      let place = events.lastIndex { $0.event.validTime <= event.event.validTime }.map { $0 + 1 } ?? 0
      events.insert(event, at: place)
      young[key] = events
    }
  }

  /// Forgets the timelines an event is part of.
  func forget(_ event: RecordedEvent) {
    let group = event.event.type.timelineGroup(of: event.event.payload)
    for tag in event.event.payload.tags {
      young[Key(tag: tag, group: group)] = nil
      old[Key(tag: tag, group: group)] = nil
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
