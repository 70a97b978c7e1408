import EventLog
package import EventModel

/// What a report is about: a unit's books or all, and the civil days on which things count.
package struct ReportScope: Sendable {
  let unit: Identifier?
  let period: CivilPeriod
  let asOf: AsOf

  /// Limits a report.
  ///
  /// - Parameters:
  ///   - unit: only this unit's books, or `nil` for all.
  ///   - period: the days; those after the view's do not count.
  ///   - asOf: the two times.
  package init(unit: Identifier?, in period: CivilPeriod, asOf: AsOf) {
    self.unit = unit
    self.period = period
    self.asOf = asOf
  }

  private var through: Day { min(period.through, asOf.valid.day) }

  func contains(_ day: Day) -> Bool { period.from <= day && day <= through }

  /// Calls `body` with every event of the types that counts on a day of the scope, in order of position, and that day.
  ///
  /// The types must be of money and not be retractable.
  ///
  /// - Complexity: O(events of the unit), or without a unit one pass over the log.
  func forEachEvent(
    _ types: Set<EventType>, _ log: LogReader, _ body: (RecordedEvent, Day) throws -> Void
  ) throws {
    func visit(_ event: RecordedEvent) throws {
      let day = CountedDay.of(event.event)
      if contains(day) { try body(event, day) }
    }
    if let unit {
      let everything = AsOf(valid: .last, known: asOf.known)
      let events = try log.timeline(of: Tag(.party, unit), .money, types: types, asOf: everything)
      for event in events.sorted(by: { $0.position < $1.position })
      where PostingTerms(event.event.payload)?.units == [unit] {
        try visit(event)
      }
    } else if asOf.known > .zero {
      try log.scan(Position(1)...asOf.known) { view in
        if let type = view.type, types.contains(type) { try visit(try view.recordedEvent()) }
        return true
      }
    }
  }
}

/// The civil day an event counts on.
enum CountedDay {
  /// The day it would count on by itself: that of the service for a charge, else that of its valid time.
  static func own(_ event: Event) -> Day {
    if case .chargeAssessed(let data) = event.payload { return data.serviceDay }
    return event.validTime.day
  }

  /// The day its postings are on, which is another when its own was closed.
  static func of(_ event: Event) -> Day { PostingTerms(event.payload)?.postedOn ?? own(event) }
}
