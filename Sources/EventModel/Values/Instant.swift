/// A moment in microseconds, from the first to the last civil day in Beijing time of the years 1900 to 2199.
///
/// Stored as one integer, so order and equality are exact. Beijing time is UTC+08:00 for all of it: historical daylight
/// saving is deliberately left out, the ledger's days are the same for everyone who recomputes them.
public struct Instant: Sendable, Hashable {
  /// The first instant, 1900-01-01T00:00:00+08:00.
  public static let first = Day.first.start
  /// The last instant, 2199-12-31T23:59:59.999999+08:00.
  public static let last = Day.last.end

  static let microsecondsPerSecond: Int64 = 1_000_000
  static let microsecondsPerDay: Int64 = 86_400 * microsecondsPerSecond
  /// Beijing is eight hours ahead of UTC.
  static let beijingOffset: Int64 = 8 * 3600 * microsecondsPerSecond

  /// Microseconds since 1970-01-01T00:00:00Z.
  public let microseconds: Int64

  /// Takes microseconds since 1970-01-01T00:00:00Z.
  ///
  /// - Throws: ``ValueError`` with rule `outOfRange`.
  public init(microseconds: Int64) throws(ValueError) {
    guard microseconds >= Self.first.microseconds && microseconds <= Self.last.microseconds else {
      throw ValueError(
        .outOfRange, number: microseconds,
        message: "microseconds from 1970-01-01T00:00:00Z is not in the years 1900 to 2199 in Beijing")
    }
    self.microseconds = microseconds
  }

  init(unchecked microseconds: Int64) { self.microseconds = microseconds }

  /// The civil day in Beijing.
  public var day: Day { Day(unchecked: Int(beijing.day)) }

  /// Days since 1970-01-01 and microseconds since midnight, both in Beijing.
  var beijing: (day: Int64, microsecond: Int64) {
    let local = microseconds + Self.beijingOffset
    // Rounds towards the past, also before 1970.
    let day = (local - (local < 0 ? Self.microsecondsPerDay - 1 : 0)) / Self.microsecondsPerDay
    return (day, local - day * Self.microsecondsPerDay)
  }
}

extension Instant: Comparable {
  /// Orders by time.
  public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }
}
