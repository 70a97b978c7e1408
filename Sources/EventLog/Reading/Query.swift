public import EventModel

/// Which events: any of the items, and within an item one of the types and all of the tags.
public struct EventQuery: Sendable, Hashable {
  /// One alternative; an empty set of types means every type, no tags mean any entity.
  public struct Item: Sendable, Hashable {
    /// The types, any of which will do.
    public var types: Set<EventType>
    /// The tags, all of which the event must carry.
    public var tags: [Tag]

    /// An alternative by types and tags.
    public init(types: Set<EventType> = [], tags: [Tag] = []) {
      self.types = types
      self.tags = tags
    }

    func matches(_ event: Event) -> Bool {
      if !types.isEmpty, !types.contains(event.type) { return false }
      if tags.isEmpty { return true }
      let carried = event.payload.tags
      return tags.allSatisfy(carried.contains)
    }
  }

  /// The alternatives.
  public var items: [Item]

  /// A query of several alternatives.
  public init(_ items: [Item]) {
    self.items = items
  }

  /// A query of one alternative.
  public init(types: Set<EventType> = [], tags: [Tag] = []) {
    self.items = [Item(types: types, tags: tags)]
  }

  /// Whether an event is one of those asked for.
  public func matches(_ event: Event) -> Bool { items.contains { $0.matches(event) } }

  /// The types that can match, or `nil` when any can.
  var possibleTypes: Set<EventType>? {
    items.contains { $0.types.isEmpty } ? nil : items.reduce(into: []) { $0.formUnion($1.types) }
  }

  var everyItemHasTags: Bool { !items.isEmpty && items.allSatisfy { !$0.tags.isEmpty } }
}

/// A selection of the log: a query within ranges of position, recorded time and valid time.
public struct EventSelection: Sendable {
  /// The events asked for, or `nil` for all.
  public var query: EventQuery?
  /// Only positions within this range.
  public var positions: ClosedRange<Position>
  /// Only events recorded within this range.
  public var recorded: ClosedRange<Instant>?
  /// Only events valid within this range.
  public var valid: ClosedRange<Instant>?
  /// Oldest or newest first.
  public var direction: ScanDirection

  /// A selection; without arguments all events, oldest first.
  public init(
    query: EventQuery? = nil, positions: ClosedRange<Position> = Position(1)...Position(.max),
    recorded: ClosedRange<Instant>? = nil, valid: ClosedRange<Instant>? = nil, direction: ScanDirection = .forward
  ) {
    self.query = query
    self.positions = positions
    self.recorded = recorded
    self.valid = valid
    self.direction = direction
  }
}
