package import EventModel

/// What else has to be right about recorded events, in the words of whoever knows what they mean.
///
/// Stretches of the log are judged side by side: each by a copy of the judge that took the deciding events before it.
package protocol RecordJudge: Sendable {
  /// The types of events that decide what is right of later ones.
  var decidingTypes: Set<EventType> { get }
  /// The types of events of which more is to be read.
  var reviewedTypes: Set<EventType> { get }

  /// Takes into account the deciding events up to a position, which are not read again.
  mutating func prepare(_ log: LogReader, through position: Position) throws
  /// Takes a deciding event into account.
  mutating func take(_ event: RecordedEvent)
  /// What is wrong with an event after all deciding ones before it, or `nil`.
  func objection(to event: RecordedEvent) -> String?
  /// What is wrong with an event of a reviewed type, beside the log it is in, or `nil`.
  func objection(to event: RecordedEvent, in log: LogReader) throws -> String?
}

/// Has nothing to say: for logs without domain rules.
package struct NoJudge: RecordJudge {
  package var decidingTypes: Set<EventType> { [] }
  package var reviewedTypes: Set<EventType> { [] }
  package init() {}
  package func prepare(_ log: LogReader, through position: Position) {}
  package func take(_ event: RecordedEvent) {}
  package func objection(to event: RecordedEvent) -> String? { nil }
  package func objection(to event: RecordedEvent, in log: LogReader) -> String? { nil }
}
