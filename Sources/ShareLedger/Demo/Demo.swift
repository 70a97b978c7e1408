public import EventModel

/// A city that does not exist, sharing instruments for some years: events to try the ledger on.
///
/// ```swift
/// let demo = try Demo(eventCount: 10_000, seed: 1)
/// var events = demo.events
/// while let event = try events.next() { … }
/// ```
///
/// The same parameters give the same events with the same ids, positions and times on every machine: no clock and no
/// other randomness is asked. Every event can be a fact, in this order: units with their instruments, fees, bookings,
/// usages and corrections, charges and what becomes of them, costs, closed books, vouchers from issue to redemption,
/// purchases with and without review, assessments twice a year, rewards, sanctions and fraud. No score is frozen: that
/// takes a scorecard of the recorded ledger.
/// Some facts are recorded late, and a few things are done wrong that a ledger records and an auditor finds.
public struct Demo: Sendable, Hashable {
  /// How many events there can be.
  public static let eventCounts = 1...100_000_000
  /// The first years there can be.
  public static let firstYears = 2017...2150
  /// How many years there can be.
  public static let yearCounts = 1...20
  /// How many events are recorded together; part of the recorded bytes, so that there is one number for all.
  public static let batchCount = 10_000

  /// How many events there are, exactly.
  public let eventCount: Int
  /// What the randomness starts from.
  public let seed: UInt64
  /// The year that begins with the first event.
  public let firstYear: Int
  /// How many years the events take; they may end some days earlier or later.
  public let yearCount: Int

  /// Names a demonstration.
  ///
  /// - Parameters:
  ///   - eventCount: how many events; the city grows with it. By default 10,000.
  ///   - seed: another seed is another city. By default 1.
  ///   - firstYear: by default 2024.
  ///   - yearCount: by default 2.
  /// - Throws: `ValueError` with rule `outOfRange`.
  public init(
    eventCount: Int = 10_000, seed: UInt64 = 1, firstYear: Int = 2024, yearCount: Int = 2
  ) throws(ValueError) {
    try Demo.check(eventCount, in: Demo.eventCounts, "events")
    try Demo.check(firstYear, in: Demo.firstYears, "as first year")
    try Demo.check(yearCount, in: Demo.yearCounts, "years")
    self.eventCount = eventCount
    self.seed = seed
    self.firstYear = firstYear
    self.yearCount = yearCount
  }

  /// The events in the order of recording, from the first.
  public var events: DemoEvents {
    get throws(ValueError) { try DemoEvents(self) }
  }

  private static func check(_ number: Int, in range: ClosedRange<Int>, _ what: String) throws(ValueError) {
    guard !range.contains(number) else { return }
    throw ValueError(
      .outOfRange, number: number, message: "\(what) is not between \(range.lowerBound) and \(range.upperBound)")
  }
}
