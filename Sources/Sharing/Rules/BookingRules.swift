import EventLog
import EventModel

/// Bookings: a legal course, on a resource that can be booked, and never two at once where one is exclusive.
enum BookingRules {
  static let types: Set<EventType> = [
    .bookingRequested, .bookingApproved, .bookingRejected, .bookingRescheduled, .bookingCancelled, .bookingMissed,
  ]

  static let all = [
    Rule("bookingNamesTheOwner", types: [.bookingRequested]) { event, context in
      guard let step = BookingStep(event.payload) else { return }
      try context.requireOwner(step.unit, of: step.resource, at: event.validTime)
    },
    Rule("bookingHasASpan", types: [.bookingRequested, .bookingApproved, .bookingRescheduled]) { event, _ in
      guard let span = BookingStep(event.payload)?.span else { return }
      _ = try Span(span.start, span.end)
    },
    Rule("bookingRepeatsItsRequest", types: types.subtracting([.bookingRequested])) { event, context in
      guard let step = BookingStep(event.payload) else { return }
      let timeline = try context.timeline(of: Tag(.booking, step.booking), .use)
      guard let request = BookingState(folding: timeline).request else { return }
      try Copies.check("resource", step.resource, equals: request.resource)
      try Copies.check("unit", step.unit, equals: request.unit)
      try Copies.check("user", step.user, equals: request.user)
      if let span = step.span { try Copies.check("exclusive", span.isExclusive, equals: request.exclusive) }
    },
    Rule("bookingRepeatsItsSpan", types: [.bookingApproved, .bookingRescheduled]) { event, context in
      guard let step = BookingStep(event.payload) else { return }
      let timeline = try context.timeline(of: Tag(.booking, step.booking), .use)
      let state = BookingState(folding: timeline, at: event.validTime)
      // Before its request the booking is in the wrong state, which the course says better.
      guard state.request != nil else { return }
      if case .bookingRescheduled(let data) = event.payload {
        try Copies.check("was.start", data.was.start, equals: state.start)
        try Copies.check("was.end", data.was.end, equals: state.end)
        if data.was.start == data.start, data.was.end == data.end { throw Refusal.changesNothing(event.type) }
      } else if let span = step.span {
        try Copies.check("start", span.start, equals: state.start)
        try Copies.check("end", span.end, equals: state.end)
      }
    },
    Rule("bookingRunsItsCourse", types: types) { event, context in
      guard let booking = BookingStep(event.payload)?.booking else { return }
      let tag = Tag(.booking, booking)
      let timeline = try context.timeline(of: tag, .use)
      try Lifecycle<BookingState>.insert(context.candidate(event), into: timeline, of: tag)
    },
    Rule("resourceIsBookable", types: [.bookingRequested, .bookingApproved, .bookingRescheduled]) { event, context in
      guard let resource = BookingStep(event.payload)?.resource else { return }
      let timeline = try context.timeline(of: Tag(.resource, resource), .resources)
      let state = ResourceState(folding: timeline, at: event.validTime)
      if let obstacle = state.obstacleToBooking(on: event.validTime.day) {
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
