import EventLog
import EventModel

/// What a rule may know: the ledger up to the event, folded or as timelines.
struct RuleContext: ~Escapable {
  /// The ledger, with the events of the same commit before this one.
  let log: LogReader
  /// When the event would be recorded.
  let recordedTime: Instant
  private let memory = TimelineMemory()

  @_lifetime(copy log)
  init(log: LogReader, recordedTime: Instant) {
    self.log = log
    self.recordedTime = recordedTime
  }

  /// Everything known about an entity in one group, in valid order, whatever its valid time.
  ///
  /// Several rules of one event ask for the same timeline; it is read once.
  func timeline(of tag: Tag, _ group: EventGroup) throws -> [RecordedEvent] {
    if let known = memory.find(tag, group) { return known }
    let events = try log.timeline(of: tag, group, asOf: AsOf(valid: .last, known: log.head))
    memory.keep(events, tag, group)
    return events
  }

  /// The event as it would be recorded next, to be put into timelines.
  func candidate(_ event: Event) -> RecordedEvent {
    RecordedEvent(position: log.head.next, recordedTime: recordedTime, batch: .single, event: event)
  }
}

/// The timelines read for one event.
private final class TimelineMemory {
  private var entries: [(tag: Tag, group: EventGroup, events: [RecordedEvent])] = []

  func find(_ tag: Tag, _ group: EventGroup) -> [RecordedEvent]? {
    entries.first { $0.group == group && $0.tag == tag }?.events
  }

  func keep(_ events: [RecordedEvent], _ tag: Tag, _ group: EventGroup) {
    entries.append((tag, group, events))
  }
}
