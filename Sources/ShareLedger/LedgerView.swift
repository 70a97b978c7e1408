public import EventLog
public import EventModel

/// The ledger as it was true at one valid time and known at one position: a value that gives the same answers for ever.
///
/// Each question is one read transaction. A late fact recorded after ``asOf``'s position changes nothing here.
public struct LedgerView: Sendable {
  let ledger: Ledger
  /// The two times.
  public let asOf: AsOf

  /// What happened to an entity, of all groups, in order of valid time, then position.
  ///
  /// Facts taken back are part of it, each with the position of its retraction.
  public func timeline(of tag: Tag) throws(LedgerError) -> [TimelineItem] {
    try ledger.ask { try $0.history(of: tag, asOf: asOf) }
  }

  /// Calls `body` with every selected event that is true and known in this view, until it answers `false`.
  public func forEachEvent(
    _ selection: EventSelection = EventSelection(), _ body: (RecordedEvent) throws -> Bool
  ) throws(LedgerError) {
    var selection = selection
    guard selection.positions.lowerBound <= asOf.known else { return }
    selection.positions = selection.positions.clamped(to: min(Position(1), asOf.known)...asOf.known)
    let valid = selection.valid ?? Instant.first...Instant.last
    guard valid.lowerBound <= asOf.valid else { return }
    selection.valid = valid.clamped(to: Instant.first...asOf.valid)
    try ledger.forEachEvent(selection, body)
  }

  /// The event at a position, such as one that evidence names.
  ///
  /// - Throws: ``LedgerError/beyondHead(_:head:)`` when this view does not know the position.
  public func event(at position: Position) throws(LedgerError) -> RecordedEvent {
    guard position <= asOf.known else { throw .beyondHead(position, head: asOf.known) }
    return try ledger.ask { try $0.event(at: position) }
  }

  /// The selected events of this view, at most `countMax`.
  public func events(
    _ selection: EventSelection = EventSelection(), countMax: Int = 1_000
  ) throws(LedgerError) -> [RecordedEvent] {
    var events: [RecordedEvent] = []
    try forEachEvent(selection) { event in
      events.append(event)
      return events.count < countMax
    }
    return events
  }
}
