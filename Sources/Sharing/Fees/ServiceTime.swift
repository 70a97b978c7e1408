public import EventModel

/// The three measures of time a price can be counted by, in whole seconds; a broken second is not charged.
///
/// Booked 13:00 to 14:00 and used 13:15 to 14:15 are 60 minutes booked, 60 used and 75 with overage.
public struct ServiceTime: Sendable, Hashable {
  /// The time of the booking; without a booking the time used.
  public let bookedSeconds: Int64
  /// The time used.
  public let usedSeconds: Int64
  /// The time booked and the time used beyond it; without a booking the time used.
  public let overageSeconds: Int64

  /// Measures a use and its booking, if it has one. A span that ends before it starts is empty.
  public init(start: Instant, end: Instant, booked: BookingTimes? = nil) {
    let used = ServiceTime.length(start, end)
    usedSeconds = used / ServiceTime.perSecond
    guard let booked else {
      (bookedSeconds, overageSeconds) = (usedSeconds, usedSeconds)
      return
    }
    let length = ServiceTime.length(booked.start, booked.end)
    let shared = ServiceTime.length(max(start, booked.start), min(end, booked.end))
    bookedSeconds = length / ServiceTime.perSecond
    overageSeconds = (length + used - shared) / ServiceTime.perSecond
  }

  /// A measure by its name in a standard; `used` when the standard names none.
  public func seconds(_ measure: FeeMeasure?) -> Int64 {
    switch measure {
    case .booked: bookedSeconds
    case .overage: overageSeconds
    case .used, nil: usedSeconds
    }
  }

  private static let perSecond: Int64 = 1_000_000

  /// Microseconds; instants have at most 54 bits.
  private static func length(_ start: Instant, _ end: Instant) -> Int64 {
    max(0, end.microseconds - start.microseconds)
  }
}
