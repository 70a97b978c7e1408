import EventModel

/// Whether a timeline stays a possible history when an event is put into it or taken out.
///
/// Events come late and out of order: what decides is the place by valid time, and what follows there.
/// Where the history was already impossible (a replica of a ledger with older rules) it is not held against the event.
enum Lifecycle<State: EntityState> {
  /// Puts the event at its place in valid order and lets the lifecycle run on from there.
  ///
  /// - Throws: ``Refusal/wrongState(_:state:event:)`` when the entity does not allow the event at that time, or no longer
  ///   allows a later one.
  /// - Complexity: O(events of the timeline).
  static func insert(_ candidate: RecordedEvent, into timeline: [RecordedEvent], of tag: Tag) throws(Refusal) {
    let validTime = candidate.event.validTime
    let place = timeline.firstIndex { $0.event.validTime > validTime } ?? timeline.endIndex
    var without = State(folding: timeline[..<place])
    guard without.allows(candidate) else {
      throw .wrongState(tag, state: without.stateName(for: candidate.event.type), event: candidate.event.type)
    }
    var with = without
    with.apply(candidate)
    for later in timeline[place...] {
      if without.allows(later), !with.allows(later) {
        let state = "followed by \(later.event.type.wireName) at \(later.event.validTime)"
        throw .wrongState(tag, state: state, event: candidate.event.type)
      }
      without.apply(later)
      with.apply(later)
    }
  }

  /// Takes the event at a position out and lets the lifecycle run on without it.
  ///
  /// - Throws: ``Refusal/retractionLeavesDangling(_:dependent:)`` with the first event that is no longer possible.
  static func remove(_ position: Position, from timeline: [RecordedEvent], of tag: Tag) throws(Refusal) {
    var with = State()
    var without = State()
    for event in timeline {
      if event.position == position {
        with.apply(event)
        continue
      }
      if with.allows(event), !without.allows(event) {
        throw .retractionLeavesDangling(tag, dependent: event.position)
      }
      with.apply(event)
      without.apply(event)
    }
  }
}
