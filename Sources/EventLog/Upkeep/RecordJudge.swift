package import EventModel

/// What else has to be right about recorded events, in the words of whoever knows what they mean.
///
/// Stretches of the log are judged side by side: each by a copy of the judge that took the deciding events before it, in
/// order. What such a copy cannot tell without the stretches before its own, it keeps for ``objections(joining:)``.
package protocol RecordJudge: Sendable {
  /// The types of events that decide what is right of later ones.
  var decidingTypes: Set<EventType> { get }
  /// The types of events of which more is to be read in the log.
  var reviewedTypes: Set<EventType> { get }

  /// Takes into account the deciding events up to a position; neither they nor any other up to there are read again.
  mutating func prepare(_ log: LogReader, through position: Position) throws
  /// Takes a deciding event into account.
  mutating func take(_ event: RecordedEvent)
  /// What is wrong with an event after all deciding ones before it, or `nil`.
  mutating func objection(to event: RecordedEvent) -> String?
  /// Takes a posting of the last event into account.
  mutating func count(account: RawSpan, day: Int32, amount: Int64)
  /// Joins the judge of the stretch that follows; answers what is wrong with its events after all before it.
  mutating func objections(joining later: any RecordJudge) -> [(position: Position, text: String)]
  /// What is wrong with an event of a reviewed type, beside the log it is in, or `nil`.
  func objection(to event: RecordedEvent, in log: LogReader) throws -> String?
  /// How many closings were judged.
  var closingCount: UInt64 { get }
}

/// Has nothing to say: for logs without domain rules.
package struct NoJudge: RecordJudge {
  package var decidingTypes: Set<EventType> { [] }
  package var reviewedTypes: Set<EventType> { [] }
  package var closingCount: UInt64 { 0 }
  package init() {}
  package func prepare(_ log: LogReader, through position: Position) {}
  package func take(_ event: RecordedEvent) {}
  package func objection(to event: RecordedEvent) -> String? { nil }
  package func count(account: RawSpan, day: Int32, amount: Int64) {}
  package func objections(joining later: any RecordJudge) -> [(position: Position, text: String)] { [] }
  package func objection(to event: RecordedEvent, in log: LogReader) -> String? { nil }
}
