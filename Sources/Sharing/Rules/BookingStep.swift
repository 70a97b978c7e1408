import EventModel

/// The fields all events of a booking share, whichever step it is.
struct BookingStep {
  let booking: Identifier
  let resource: Identifier
  let unit: Identifier
  let user: Identifier
  /// The span and whether it is exclusive, for the steps that name one.
  var span: (start: Instant, end: Instant, isExclusive: Bool)?
  /// Whether the booking exists before.
  var isRequest = false

  init?(_ payload: EventPayload) {
    switch payload {
    case .bookingRequested(let data):
      (booking, resource, unit, user) = (data.booking, data.resource, data.unit, data.user)
      (span, isRequest) = ((data.start, data.end, data.exclusive), true)
    case .bookingApproved(let data):
      (booking, resource, unit, user) = (data.booking, data.resource, data.unit, data.user)
      span = (data.start, data.end, data.exclusive)
    case .bookingRescheduled(let data):
      (booking, resource, unit, user) = (data.booking, data.resource, data.unit, data.user)
      span = (data.start, data.end, data.exclusive)
    case .bookingRejected(let data):
      (booking, resource, unit, user) = (data.booking, data.resource, data.unit, data.user)
    case .bookingCancelled(let data):
      (booking, resource, unit, user) = (data.booking, data.resource, data.unit, data.user)
    case .bookingMissed(let data):
      (booking, resource, unit, user) = (data.booking, data.resource, data.unit, data.user)
    default: return nil
    }
  }

  /// What the step names; a later one repeats its request, which named the rest.
  var references: [(field: String, tag: Tag)] {
    if !isRequest { return [("booking", Tag(.booking, booking))] }
    return [
      ("resource", Tag(.resource, resource)), ("unit", Tag(.party, unit)), ("user", Tag(.party, user)),
    ]
  }
}
