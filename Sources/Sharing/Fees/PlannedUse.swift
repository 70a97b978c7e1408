public import EventModel

/// A use that has not happened yet, to be priced beforehand.
public struct PlannedUse: Sendable, Hashable {
  /// The resource.
  public var resource: Identifier
  /// When the use would start.
  public var start: Instant
  /// When it would end.
  public var end: Instant
  /// The booking's span, when it differs from the use.
  public var booked: BookingTimes?
  /// How many samples.
  public var samples: Int64

  /// Plans a use.
  public init(
    resource: Identifier, start: Instant, end: Instant, booked: BookingTimes? = nil, samples: Int64 = 0
  ) {
    self.resource = resource
    self.start = start
    self.end = end
    self.booked = booked
    self.samples = samples
  }
}
