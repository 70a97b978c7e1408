import EventLog
import EventModel

/// Bookings: a legal course, on a resource that can be booked, and never two at once where one is exclusive.
enum BookingRules {
  static let types: Set<EventType> = [
    .bookingRequested, .bookingApproved, .bookingRejected, .bookingRescheduled, .bookingCancelled, .bookingMissed,
  ]

  static let all = [
    Rule("bookingIsNew", types: [.bookingRequested]) { event, context in
      guard case .bookingRequested(let data) = event.payload else { return }
      try context.requireNew(Tag(.booking, data.booking), createdBy: .bookingRequested)
      try context.requireParty(data.user, "user")
      try context.requireOwner(data.unit, of: data.resource, at: event.validTime)
      _ = try Span(data.start, data.end)
    },
    Rule("bookingRepeatsItsRequest", types: types.subtracting([.bookingRequested])) { event, context in
      guard let step = BookingStep(event.payload) else { return }
      let timeline = try context.require(Tag(.booking, step.booking), "booking", createdBy: .bookingRequested)
      guard let request = BookingState(folding: timeline).request else { return }
      try Copies.check("resource", step.resource, equals: request.resource)
      try Copies.check("unit", step.unit, equals: request.unit)
      if let user = step.user { try Copies.check("user", user, equals: request.user) }
      if let exclusive = step.exclusive { try Copies.check("exclusive", exclusive, equals: request.exclusive) }
      if let start = step.start, let end = step.end { _ = try Span(start, end) }
    },
    Rule("bookingRunsItsCourse", types: types) { event, context in
      guard let booking = BookingStep(event.payload)?.booking else { return }
      let tag = Tag(.booking, booking)
      let timeline = try context.timeline(of: tag, .use)
      try Lifecycle<BookingState>.insert(context.candidate(event), into: timeline, of: tag)
    },
    Rule("approvalRepeatsTheSpan", types: [.bookingApproved]) { event, context in
      guard case .bookingApproved(let data) = event.payload else { return }
      let timeline = try context.timeline(of: Tag(.booking, data.booking), .use)
      let state = BookingState(folding: timeline, at: event.validTime)
      try Copies.check("start", data.start, equals: state.start)
      try Copies.check("end", data.end, equals: state.end)
    },
    Rule("resourceIsBookable", types: [.bookingRequested, .bookingApproved, .bookingRescheduled]) { event, context in
      guard let resource = BookingStep(event.payload)?.resource else { return }
      let state = ResourceState(folding: try context.requireResource(resource), at: event.validTime)
      if let obstacle = state.obstacleToBooking {
        throw Refusal.resourceNotBookable(resource, state: obstacle)
      }
    },
    Rule("exclusiveBookingsNeverOverlap", types: types) { event, context in
      guard let booking = BookingStep(event.payload)?.booking else { return }
      let candidate = context.candidate(event)
      let timeline = try context.timeline(of: Tag(.booking, booking), .use)
      try Promises.check(booking, after: Timelines.inserting(candidate, into: timeline), context)
    },
  ]
}
