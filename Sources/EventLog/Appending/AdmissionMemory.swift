import EventModel

/// What the writer remembers of timelines it read, so that a rule that asks again about the same party or resource reads
/// no storage.
///
/// Always as known at the head, pending events included, but for their place in a batch; used by the writer's thread alone.
/// What was not asked for while one generation filled up is forgotten with the next.
final class AdmissionMemory {
  /// How much one generation keeps: events, and one for each timeline.
  private static let weightMax = 1 << 16
  /// Longer timelines are read each time, since putting an event into one costs more than it saves.
  private static let timelineCountMax = 512

  /// Which memory is of which timeline; the memories are changed in place.
  private var places: [TimelineKey: Int] = [:]
  private var memories: [TimelineMemory] = []
  private var unused: [Int] = []
  private var generation = 0
  private var weight = 0
  private var searches: [EventType: Search] = [:]

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
    let place = place(of: TimelineKey(tag, group))
    guard try know(place, read) else { return try read(types) }
    let events = memories[place].events
    return types.map { types in events.filter { types.contains($0.event.type) } } ?? events
  }

  /// What a timeline comes to: remembered until the timeline changes, if that is in memory.
  func folded<State: Sendable>(
    _ tag: Tag, _ group: EventGroup, types: Set<EventType>?, read: (Set<EventType>?) throws -> [RecordedEvent],
    fold: ([RecordedEvent]) -> State
  ) rethrows -> State {
    let place = place(of: TimelineKey(tag, group))
    for case let state as State in memories[place].states { return state }
    guard try know(place, read) else { return fold(try read(types)) }
    let state = fold(memories[place].events)
    memories[place].states.append(state)
    return state
  }

  /// The first event of a type that concerns an entity, from memory or else from `read`, which also tells whether
  /// nothing at all is on the timeline.
  func first(
    of type: EventType, concerning tag: Tag, read: () throws -> (position: Position?, isEmpty: Bool)
  ) rethrows -> Position? {
    let place = place(of: TimelineKey(tag, type.group))
    if let first = memories[place].first, first.type == type { return first.position }
    let position: Position?
    if memories[place].extent == .known {
      position = memories[place].events.lazy.filter { $0.event.type == type }.map(\.position).min()
    } else {
      let found = try read()
      position = found.position
      if found.isEmpty { memories[place].extent = .known }
    }
    if let position { memories[place].first = (type, position) }
    return position
  }

  /// Puts a new event at its place on the timelines in memory.
  func add(_ event: RecordedEvent, tags: [Tag]) {
    if case .eventRetracted = event.event.payload { return forget(event) }
    let group = event.event.type.group
    for tag in tags {
      guard let place = places[TimelineKey(tag, group)] else { continue }
      memories[place].states = []
      guard memories[place].extent == .known else { continue }
      guard memories[place].events.count < AdmissionMemory.timelineCountMax else {
        memories[place].events = []
        memories[place].extent = .long
        continue
      }
      let index = memories[place].events.lastIndex { $0.event.validTime <= event.event.validTime }
      memories[place].events.insert(event, at: index.map { $0 + 1 } ?? 0)
      weight += 1
    }
  }

  /// Forgets the timelines an event is part of.
  func forget(_ event: RecordedEvent) {
    let group = event.event.type.timelineGroup(of: event.event.payload)
    for tag in event.event.payload.tags {
      if let place = places[TimelineKey(tag, group)] { forget(place) }
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

  /// Reads a timeline that was not asked for before; answers whether it is in memory.
  private func know(_ place: Int, _ read: (Set<EventType>?) throws -> [RecordedEvent]) rethrows -> Bool {
    if memories[place].extent == .unknown {
      let events = try read(nil)
      let isShort = events.count <= AdmissionMemory.timelineCountMax
      memories[place].extent = isShort ? .known : .long
      if isShort {
        memories[place].events = events
        weight += events.count
      }
    }
    return memories[place].extent == .known
  }

  /// Where a timeline is remembered, of which nothing may be known yet.
  private func place(of key: TimelineKey) -> Int {
    if let place = places[key] {
      if memories[place].generation != generation {
        memories[place].generation = generation
        weight += 1 + memories[place].events.count
      }
      return place
    }
    if weight >= AdmissionMemory.weightMax { startGeneration() }
    weight += 1
    let memory = TimelineMemory(key: key, generation: generation)
    let place = unused.popLast() ?? memories.count
    if place < memories.count { memories[place] = memory } else { memories.append(memory) }
    places[key] = place
    return place
  }

  private func startGeneration() {
    for place in memories.indices where memories[place].generation < generation { forget(place) }
    generation += 1
    weight = 0
  }

  private func forget(_ place: Int) {
    guard let key = memories[place].key else { return }
    places[key] = nil
    memories[place] = TimelineMemory(key: nil, generation: generation)
    unused.append(place)
  }
}

/// Which timeline.
private struct TimelineKey: Hashable {
  let tag: Tag
  let group: EventGroup

  init(_ tag: Tag, _ group: EventGroup) { (self.tag, self.group) = (tag, group) }

  func hash(into hasher: inout Hasher) {
    hasher.combine(tag.id.fingerprint ^ UInt64(tag.kind.rawValue) << 8 ^ UInt64(group.rawValue))
  }
}

/// What is remembered of one timeline.
private struct TimelineMemory {
  /// How much of the timeline is in memory.
  enum Extent {
    /// Nothing, since it was not asked for.
    case unknown
    /// All of it.
    case known
    /// Nothing, since it is too long.
    case long
  }

  /// Which timeline it is; `nil` while it is of none.
  let key: TimelineKey?
  /// When it was last asked for.
  var generation: Int
  var extent = Extent.unknown
  /// The events, while the timeline is known.
  var events: [RecordedEvent] = []
  /// Where the entity's first event of a type stands: for entities of which only that is asked.
  var first: (type: EventType, position: Position)?
  /// What was folded of the events.
  var states: [any Sendable] = []

  init(key: TimelineKey?, generation: Int) { (self.key, self.generation) = (key, generation) }
}
