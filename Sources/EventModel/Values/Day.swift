/// A civil day in Beijing time (UTC+08:00, fixed), 1900-01-01 to 2199-12-31.
public struct Day: Sendable, Hashable {
  /// The first day, 1900-01-01.
  public static let first = Day(unchecked: -25_567)
  /// The last day, 2199-12-31.
  public static let last = Day(unchecked: 84_005)

  /// Days since 1970-01-01.
  public let number: Int32

  /// Takes a number of days since 1970-01-01.
  ///
  /// - Throws: ``ValueError`` with rule `outOfRange`.
  public init(number: Int64) throws(ValueError) {
    guard number >= Self.first.number && number <= Self.last.number else {
      throw ValueError(.outOfRange, number: number, message: "days from 1970-01-01 is not in the years 1900 to 2199")
    }
    self.number = Int32(number)
  }

  /// Takes a day of the calendar.
  ///
  /// - Throws: ``ValueError`` with rule `notOnCalendar` or `outOfRange`.
  public init(year: Int, month: Int, day: Int) throws(ValueError) {
    guard let checked = Self.checked(year: year, month: month, day: day) else {
      throw Self.impossible(year, text: "\(year)-\(month)-\(day)")
    }
    self = checked
  }

  init(unchecked number: Int) { self.number = Int32(truncatingIfNeeded: number) }

  static func checked(year: Int, month: Int, day: Int) -> Day? {
    guard CivilCalendar.years.contains(year), month >= 1, month <= 12, day >= 1,
      day <= CivilCalendar.dayCount(year: year, month: month)
    else { return nil }
    return Day(unchecked: CivilCalendar.dayNumber(year: year, month: month, day: day))
  }

  static func impossible(_ year: Int, text: String) -> ValueError {
    CivilCalendar.years.contains(year)
      ? ValueError(.notOnCalendar, text: text, message: "is not a day of the calendar")
      : ValueError(.outOfRange, text: text, message: "is not in the years 1900 to 2199")
  }

  /// Year, month 1…12 and day of the month 1…31.
  public var civil: (year: Int, month: Int, day: Int) { CivilCalendar.civil(dayNumber: Int(number)) }

  /// The day so many days later, or earlier when negative.
  ///
  /// - Throws: ``ValueError`` with rule `outOfRange` when it leaves the years 1900 to 2199.
  public func advanced(by days: Int) throws(ValueError) -> Day {
    let (sum, overflow) = Int64(number).addingReportingOverflow(Int64(days))
    return try Day(number: overflow ? Int64(days) : sum)
  }

  /// How many days after the other day this one is; negative when before.
  public func days(since other: Day) -> Int { Int(number) - Int(other.number) }

  /// The first instant of the day, midnight in Beijing.
  public var start: Instant {
    Instant(unchecked: Int64(number) * Instant.microsecondsPerDay - Instant.beijingOffset)
  }

  /// The last instant of the day, one microsecond before the next midnight in Beijing.
  public var end: Instant { Instant(unchecked: start.microseconds + Instant.microsecondsPerDay - 1) }
}

extension Day: Comparable {
  /// Orders by time.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}
