import EventLog
import EventModel

/// A use as it stands at V, as known at K: what was used, by whom, how long and by which booking.
struct Service {
  /// The usage; absent for a planned use.
  var usage: Identifier?
  let resource: Identifier
  let serviceDay: Day
  let time: ServiceTime
  let samples: Int64
  /// The side the user is on, which is the class of user when nothing else is said.
  let side: UsageSide
  var positions: [Position] = []

  private static let usageTypes: Set<EventType> = [.usageRecorded, .usageCorrected, .usageVoided]
  private static let bookingTypes: Set<EventType> = [.bookingRequested, .bookingRescheduled]

  /// A use that is only planned.
  init(_ use: PlannedUse) {
    resource = use.resource
    serviceDay = use.start.day
    time = ServiceTime(start: use.start, end: use.end, booked: use.booked)
    samples = use.samples
    side = .external
  }

  /// Reads a usage with its corrections, and the booking it follows.
  ///
  /// - Complexity: O(events of the usage and its booking).
  static func read(_ usage: Identifier, _ log: LogReader, asOf: AsOf) throws -> Result<Service, NoQuote> {
    let timeline = try log.timeline(of: Tag(.usage, usage), .use, types: usageTypes, asOf: asOf)
    let state = UsageState(folding: timeline)
    guard let resource = state.resource, let facts = state.facts else { return .failure(.usageUnknown(usage)) }
    if state.isVoided { return .failure(.usageVoided(usage)) }
    var positions = timeline.map(\.position)
    let booked = try facts.booking.flatMap { booking -> BookingTimes? in
      let events = try log.timeline(of: Tag(.booking, booking), .use, types: bookingTypes, asOf: asOf)
      positions += events.map(\.position)
      let state = BookingState(folding: events)
      guard let start = state.start, let end = state.end else { return nil }
      return BookingTimes(start: start, end: end)
    }
    return .success(Service(usage, resource, facts, booked, positions))
  }

  private init(
    _ usage: Identifier, _ resource: Identifier, _ facts: UsageFacts, _ booked: BookingTimes?, _ positions: [Position]
  ) {
    self.usage = usage
    self.resource = resource
    serviceDay = facts.start.day
    time = ServiceTime(start: facts.start, end: facts.end, booked: booked)
    samples = facts.samples?.value ?? 0
    side = facts.side
    self.positions = positions
  }

  /// The class of user to price it for.
  func userClass(_ given: Identifier?) throws -> Identifier { try given ?? Identifier(side.wireName) }
}
