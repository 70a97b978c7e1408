import EventModel

/// What the writer remembers of timelines it read, so that a rule that asks again about the same party or resource reads
/// no storage.
///
/// Always as known at the head, pending events included, but for their place in a batch; used by the writer's thread alone.
/// What was not asked for while one generation filled up is forgotten with the next.
final class AdmissionMemory {
  private struct Key: Hashable {
    let tag: Tag
    let group: EventGroup
  }

  /// How much one generation keeps: events, and one for each timeline.
  private static let weightMax = 1 << 16
  /// Longer timelines are read each time, since putting an event into one costs more than it saves.
  private static let timelineCountMax = 512

  private var memories: [Key: TimelineMemory] = [:]
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
    let memory = memory(Key(tag: tag, group: group))
    guard try know(memory, read) else { return try read(types) }
    return types.map { types in memory.events.filter { types.contains($0.event.type) } } ?? memory.events
  }

  /// What a timeline comes to: remembered until the timeline changes, if that is in memory.
  func folded<State: Sendable>(
    _ tag: Tag, _ group: EventGroup, types: Set<EventType>?, read: (Set<EventType>?) throws -> [RecordedEvent],
    fold: ([RecordedEvent]) -> State
  ) rethrows -> State {
    let memory = memory(Key(tag: tag, group: group))
    for case let state as State in memory.states { return state }
    guard try know(memory, read) else { return fold(try read(types)) }
    let state = fold(memory.events)
    memory.states.append(state)
    return state
  }

  /// The first event of a type that concerns an entity, from memory or else from `read`, which also tells whether
  /// nothing at all is on the timeline.
  func first(
    of type: EventType, concerning tag: Tag, read: () throws -> (position: Position?, isEmpty: Bool)
  ) rethrows -> Position? {
    let memory = memory(Key(tag: tag, group: type.group))
    if let first = memory.first, first.type == type { return first.position }
    let position: Position?
    if memory.extent == .known {
      position = memory.events.lazy.filter { $0.event.type == type }.map(\.position).min()
    } else {
      let found = try read()
      position = found.position
      if found.isEmpty { memory.extent = .known }
    }
    if let position { memory.first = (type, position) }
    return position
  }

  /// Puts a new event at its place on the timelines in memory.
  func add(_ event: RecordedEvent, tags: [Tag]) {
    if case .eventRetracted = event.event.payload { return forget(event) }
    let group = event.event.type.group
    for tag in tags {
      guard let memory = memories[Key(tag: tag, group: group)] else { continue }
      memory.states = []
      guard memory.extent == .known else { continue }
      guard memory.events.count < AdmissionMemory.timelineCountMax else {
        memory.events = []
        memory.extent = .long
        continue
      }
      let place = memory.events.lastIndex { $0.event.validTime <= event.event.validTime }.map { $0 + 1 } ?? 0
      memory.events.insert(event, at: place)
      weight += 1
    }
  }

  /// Forgets the timelines an event is part of.
  func forget(_ event: RecordedEvent) {
    let group = event.event.type.timelineGroup(of: event.event.payload)
    for tag in event.event.payload.tags { memories[Key(tag: tag, group: group)] = nil }
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
  private func know(
    _ memory: TimelineMemory, _ read: (Set<EventType>?) throws -> [RecordedEvent]
  ) rethrows -> Bool {
    if memory.extent == .unknown {
      let events = try read(nil)
      memory.extent = events.count <= AdmissionMemory.timelineCountMax ? .known : .long
      if memory.extent == .known {
        memory.events = events
        weight += events.count
      }
    }
    return memory.extent == .known
  }

  /// What is remembered of a timeline, which may be nothing yet.
  private func memory(_ key: Key) -> TimelineMemory {
    if let memory = memories[key] {
      if memory.generation != generation {
        memory.generation = generation
        weight += 1 + memory.events.count
      }
      return memory
    }
    if weight >= AdmissionMemory.weightMax {
      memories = memories.filter { $0.value.generation == generation }
      generation += 1
      weight = 0
    }
    weight += 1
    let memory = TimelineMemory(generation)
    memories[key] = memory
    return memory
  }
}

/// What is remembered of one timeline; changed in place, so that an event put into it moves nothing else.
private final class TimelineMemory {
  /// How much of the timeline is in memory.
  enum Extent {
    /// Nothing, since it was not asked for.
    case unknown
    /// All of it.
    case known
    /// Nothing, since it is too long.
    case long
  }

  var extent = Extent.unknown
  /// The events, while the timeline is known.
  var events: [RecordedEvent] = []
  /// Where the entity's first event of a type stands: for entities of which only that is asked.
  var first: (type: EventType, position: Position)?
  /// What was folded of the events.
  var states: [any Sendable] = []
  /// When it was last asked for.
  var generation: Int

  init(_ generation: Int) { self.generation = generation }
}
