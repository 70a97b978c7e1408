package import EventModel

/// Which rows follow from an event: a pure function of the recorded event alone, so rebuilding needs no order.
enum Rows {
  /// Adds every row of one event and its entry.
  static func add(_ event: Event, _ entry: Entry, at position: Position, to batch: inout RowBatch) {
    add(event, entry, event.payload.tags, at: position, to: &batch)
  }

  /// The same for an event whose tags are at hand.
  static func add(_ event: Event, _ entry: Entry, _ tags: [Tag], at position: Position, to batch: inout RowBatch) {
    batch.add(
      .ids, position: position,
      key: { Keys.appendEventID(source: event.source, id: event.id, to: &$0) }, value: { _ in })
    let group = event.type.timelineGroup(of: event.payload)
    for tag in tags {
      batch.add(
        .timelines, position: position,
        key: { Keys.appendTimeline(tag, group: group, to: &$0) },
        value: {
          $0.append(littleEndian: UInt64(bitPattern: event.validTime.microseconds))
          $0.append(littleEndian: event.type.rawValue)
        })
    }
    for posting in entry.postings {
      batch.add(
        .postings, position: position, key: { Keys.appendPostings(posting.account, posting.day, to: &$0) },
        value: { $0.append(signedVarint: posting.amount) })
    }
    if let promise = ExclusivePromise(event.payload) {
      batch.add(
        .calendar, position: position,
        key: { Keys.appendCalendar(promise.resource, end: promise.end, to: &$0) },
        value: {
          $0.append(littleEndian: UInt64(bitPattern: promise.start.microseconds))
          $0.append(promise.booking)
        })
    }
  }
}

/// A span of time in which an event promises a resource to one booking alone.
///
/// The calendar keeps every promise ever made; whether one still holds is told by the booking's own timeline.
package struct ExclusivePromise: Sendable, Equatable {
  package let resource: Identifier
  package let booking: Identifier
  package let start: Instant
  package let end: Instant

  package init(resource: Identifier, booking: Identifier, start: Instant, end: Instant) {
    self.resource = resource
    self.booking = booking
    self.start = start
    self.end = end
  }

  init?(_ payload: EventPayload) {
    switch payload {
    case .bookingApproved(let data) where data.exclusive:
      self.init(resource: data.resource, booking: data.booking, start: data.start, end: data.end)
    case .bookingRescheduled(let data) where data.exclusive:
      self.init(resource: data.resource, booking: data.booking, start: data.start, end: data.end)
    default:
      return nil
    }
  }
}

extension EventType {
  /// The group of timeline rows an event is filed under: its own, and for a retraction that of the event taken back,
  /// so that whoever folds a timeline meets the retractions of what it reads.
  func timelineGroup(of payload: EventPayload) -> EventGroup {
    guard case .eventRetracted(let data) = payload else { return group }
    return data.targetType.group
  }
}
