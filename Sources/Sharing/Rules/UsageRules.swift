import EventModel

/// Usage records: a span that adds up, true copies, and corrections that know what they correct.
enum UsageRules {
  private static let types: Set<EventType> = [.usageRecorded, .usageCorrected, .usageVoided]

  static let all = [
    Rule("usageAddsUp", types: [.usageRecorded, .usageCorrected]) { event, _ in
      switch event.payload {
      case .usageRecorded(let data): try Span(data.start, data.end).check(data.days)
      case .usageCorrected(let data):
        try Span(data.now.start, data.now.end).check(data.now.days)
        if data.now == data.was { throw Refusal.changesNothing(event.type) }
      default: break
      }
    },
    Rule("usageNamesTheOwner", types: [.usageRecorded]) { event, context in
      guard case .usageRecorded(let data) = event.payload else { return }
      try context.requireOwner(data.unit, of: data.resource, at: event.validTime)
    },
    Rule("usageFollowsItsBooking", types: [.usageRecorded, .usageCorrected]) { event, context in
      switch event.payload {
      case .usageRecorded(let data): try followsBooking(data.booking, data.resource, context)
      case .usageCorrected(let data): try followsBooking(data.now.booking, data.resource, context)
      default: break
      }
    },
    Rule("correctionKnowsWhatWas", types: [.usageCorrected, .usageVoided]) { event, context in
      guard let tag = event.payload.tags.first else { return }
      let state = UsageState(folding: try context.timeline(of: tag, .use), at: event.validTime)
      switch event.payload {
      case .usageCorrected(let data): try repeats(state, data.resource, data.unit, data.was)
      case .usageVoided(let data): try repeats(state, data.resource, data.unit, data.was)
      default: break
      }
    },
    Rule("usageRunsItsCourse", types: types) { event, context in
      guard let tag = event.payload.tags.first else { return }
      let timeline = try context.timeline(of: tag, .use)
      try Lifecycle<UsageState>.insert(context.candidate(event), into: timeline, of: tag)
    },
    Rule("ratingAndComplaintMeetTheUsage", types: [.satisfactionRated, .complaintFiled]) { event, context in
      switch event.payload {
      case .satisfactionRated(let data):
        let state = UsageState(folding: try context.timeline(of: Tag(.usage, data.usage), .use))
        try Copies.check("unit", data.unit, equals: state.unit)
        try Copies.check("user", data.user, equals: state.facts?.user)
        if state.isVoided {
          throw Refusal.wrongState(Tag(.usage, data.usage), state: state.stateName(for: event.type), event: event.type)
        }
      case .complaintFiled(let data):
        guard let usage = data.usage else { return }
        let state = UsageState(folding: try context.timeline(of: Tag(.usage, usage), .use))
        try Copies.check("unit", data.unit, equals: state.unit)
      default: break
      }
    },
  ]

  private static func followsBooking(
    _ booking: Identifier?, _ resource: Identifier, _ context: borrowing RuleContext
  ) throws {
    guard let booking else { return }
    let request = BookingState(folding: try context.timeline(of: Tag(.booking, booking), .use)).request
    try Copies.check("resource", resource, equals: request?.resource)
  }

  /// Names the first field of what was that was not so; before its record the course says that better.
  private static func repeats(
    _ state: UsageState, _ resource: Identifier, _ unit: Identifier, _ was: UsageFacts
  ) throws(Refusal) {
    guard let facts = state.facts, !state.isVoided else { return }
    try Copies.check("resource", resource, equals: state.resource)
    try Copies.check("unit", unit, equals: state.unit)
    try Copies.check("was.booking", was.booking, equals: facts.booking)
    try Copies.check("was.operator", was.operator, equals: facts.operator)
    try Copies.check("was.user", was.user, equals: facts.user)
    try Copies.check("was.side", was.side.wireName, equals: facts.side.wireName)
    try Copies.check("was.purpose", was.purpose.wireName, equals: facts.purpose.wireName)
    try Copies.check("was.mode", was.mode.wireName, equals: facts.mode.wireName)
    try Copies.check("was.start", was.start, equals: facts.start)
    try Copies.check("was.end", was.end, equals: facts.end)
    try Copies.check("was.samples", was.samples, equals: facts.samples)
    let (given, recorded) = (was.days.map { "\($0.day) \($0.seconds)" }, facts.days.map { "\($0.day) \($0.seconds)" })
    try Copies.check("was.days", given, equals: recorded)
  }
}
