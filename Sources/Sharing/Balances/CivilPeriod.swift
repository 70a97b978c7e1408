public import EventModel

/// How long the periods of an answer are, on the civil calendar.
public enum PeriodStep: String, Sendable, Hashable, CaseIterable {
  /// Single days.
  case day
  /// January, February, …
  case month
  /// January to March, April to June, …
  case quarter
  /// January to December.
  case year

  /// The last day of the period a day lies in.
  func end(of day: Day) -> Day {
    let (year, month, _) = day.civil
    let last =
      switch self {
      case .day: 0
      case .month: month
      case .quarter: (month + 2) / 3 * 3
      case .year: 12
      }
    if last == 0 { return day }
    // The next month of these years exists, December's last day too.
    let end =
      last == 12
      ? try? Day(year: year, month: 12, day: 31) : try? Day(year: year, month: last + 1, day: 1).advanced(by: -1)
    return end ?? day
  }
}

/// Civil days in Beijing time, from the first to the last, both counted.
public struct CivilPeriod: Sendable, Hashable {
  /// The first day.
  public let from: Day
  /// The last day; not before the first.
  public let through: Day

  /// Takes the days, or gives `nil` when the last lies before the first.
  public init?(from: Day, through: Day) {
    guard from <= through else { return nil }
    self.from = from
    self.through = through
  }

  /// The 365 days up to a day, fewer at the beginning of the calendar.
  init(yearThrough last: Day) {
    from = (try? last.advanced(by: -364)) ?? .first
    through = last
  }

  /// Whether a day lies in it.
  public func contains(_ day: Day) -> Bool { from <= day && day <= through }

  /// The periods of the calendar that cover these days without gap or overlap, cut off at both ends.
  ///
  /// - Parameter step: how long they are, or `nil` for one period of all the days.
  /// - Returns: at least one period.
  public func split(every step: PeriodStep?) -> [CivilPeriod] {
    guard let step else { return [self] }
    var periods: [CivilPeriod] = []
    var first = from
    while let period = CivilPeriod(from: first, through: min(step.end(of: first), through)) {
      periods.append(period)
      guard let next = try? period.through.advanced(by: 1) else { break }
      first = next
    }
    return periods
  }
}
