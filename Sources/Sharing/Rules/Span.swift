import EventModel

/// A span of time something takes, with the limits every span obeys.
struct Span {
  /// The longest booking, use or outage.
  static let dayCountMax: Int64 = 366
  /// The same in microseconds.
  static let microsecondsMax = dayCountMax * microsecondsPerDay

  static let microsecondsPerSecond: Int64 = 1_000_000
  static let microsecondsPerDay = 86_400 * microsecondsPerSecond

  let start: Instant
  let end: Instant

  /// Takes a start and a later end, at most 366 days apart.
  ///
  /// - Throws: ``Refusal/endNotAfterStart(start:end:)`` or ``Refusal/longerThanAYear(start:end:)``.
  init(_ start: Instant, _ end: Instant) throws(Refusal) {
    guard end > start else { throw .endNotAfterStart(start: start, end: end) }
    guard end.microseconds - start.microseconds <= Span.microsecondsMax else {
      throw .longerThanAYear(start: start, end: end)
    }
    self.start = start
    self.end = end
  }

  /// Whether the two have more than a moment in common; one may start when the other ends.
  func overlaps(_ start: Instant, _ end: Instant) -> Bool { self.start < end && start < self.end }

  /// Checks a split over civil days: each day once, in order, with no more seconds than the span has on that day, and in
  /// all exactly the span.
  ///
  /// - Throws: ``Refusal/daysDoNotAddUp(spanSeconds:daysSeconds:)``.
  func check(_ days: [DayShare]) throws(Refusal) {
    var (sum, isSound) = (Int64(0), true)
    var last: Day?
    for entry in days {
      if let last, entry.day <= last { isSound = false }
      last = entry.day
      isSound = isSound && entry.seconds.value <= seconds(on: entry.day)
      sum = sum.addingReportingOverflow(entry.seconds.value).partialValue
    }
    let length = end.microseconds - start.microseconds
    if !isSound || length % Span.microsecondsPerSecond != 0 || sum != length / Span.microsecondsPerSecond {
      throw .daysDoNotAddUp(spanSeconds: length / Span.microsecondsPerSecond, daysSeconds: sum)
    }
  }

  /// How many seconds of the span lie on a day, a broken one counted whole: at midnight it may go to either side.
  private func seconds(on day: Day) -> Int64 {
    let from = max(start.microseconds, day.start.microseconds)
    let to = min(end.microseconds, day.end.microseconds + 1)
    return max(0, (to - from + Span.microsecondsPerSecond - 1) / Span.microsecondsPerSecond)
  }
}
