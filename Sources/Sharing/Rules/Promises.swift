import EventLog
import EventModel

/// The one law of the calendar: approved exclusive bookings of a resource have no moment in common.
enum Promises {
  /// Checks a booking as it would stand after its timeline.
  ///
  /// The calendar names every promise ever made in the span; each other booking's own timeline tells whether it holds.
  ///
  /// - Throws: ``Refusal/bookingOverlaps(booking:other:start:end:)`` with the other booking's span.
  /// - Complexity: O(promises near the span).
  static func check(_ booking: Identifier, after timeline: [RecordedEvent], _ context: RuleContext) throws {
    let state = BookingState(folding: timeline)
    guard let (start, end) = state.exclusiveSpan, let resource = state.request?.resource else { return }
    let span = try Span(start, end)
    var seen: Set<Identifier> = [booking]
    let promises = try context.log.promises(
      of: resource, overlapping: start, end, spanMax: Span.microsecondsMax)
    for promise in promises where seen.insert(promise.booking).inserted {
      let other = BookingState(folding: try context.timeline(of: Tag(.booking, promise.booking), .use))
      if let (start, end) = other.exclusiveSpan, span.overlaps(start, end) {
        throw Refusal.bookingOverlaps(booking: booking, other: promise.booking, start: start, end: end)
      }
    }
  }
}

/// Timelines as they would be.
enum Timelines {
  /// With an event at its place in valid order, behind those of the same valid time.
  static func inserting(_ candidate: RecordedEvent, into timeline: [RecordedEvent]) -> [RecordedEvent] {
    var timeline = timeline
    let place = timeline.firstIndex { $0.event.validTime > candidate.event.validTime } ?? timeline.endIndex
    timeline.insert(candidate, at: place)
    return timeline
  }
}
