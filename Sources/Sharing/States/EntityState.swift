import EventModel

/// What an entity is after the events of its timeline: a fold, the same for admission and for views.
protocol EntityState {
  /// The entity before anything happened.
  init()
  /// The part of the state that decides about a type of event, in a word or two, for people.
  func stateName(for type: EventType) -> String
  /// Whether the event can happen to the entity as it is.
  func allows(_ event: RecordedEvent) -> Bool
  /// Takes the event into account; also when it was not allowed, since a fact recorded elsewhere stays a fact.
  mutating func apply(_ event: RecordedEvent)
}

extension EntityState {
  /// The state after events in valid order.
  init(folding events: some Sequence<RecordedEvent>) {
    self.init()
    for event in events { apply(event) }
  }

  /// The state at a valid time, from events in valid order.
  init(folding events: [RecordedEvent], at validTime: Instant) {
    self.init(folding: events.prefix { $0.event.validTime <= validTime })
  }
}
