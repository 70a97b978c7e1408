import EventModel

/// What begins once ends once, and its end repeats what its beginning said.
enum CourseRules {
  static let all = [
    Rule("courseIsRepeatedTruly", types: CourseState.types) { event, context in
      guard let tag = event.payload.tags.first else { return }
      let timeline = try context.timeline(of: tag, event.type.group)
      let creator = Identities.creator(of: tag.kind)
      guard let first = timeline.first(where: { $0.event.type == creator }) else { return }
      try checkCopies(event.payload, of: first.event)
    },
    Rule("courseRunsOnce", types: CourseState.types) { event, context in
      guard let tag = event.payload.tags.first else { return }
      let timeline = try context.timeline(of: tag, event.type.group)
      try Lifecycle<CourseState>.insert(context.candidate(event), into: timeline, of: tag)
    },
  ]

  private static func checkCopies(_ payload: EventPayload, of first: Event) throws {
    switch (payload, first.payload) {
    case (.carrierRevoked(let data), .carrierDesignated(let begun)):
      try Copies.check("host", data.host, equals: begun.host)
    case (.agencyEnded(let data), .agencyAuthorised(let begun)):
      try Copies.check("principal", data.principal, equals: begun.principal)
      try Copies.check("agent", data.agent, equals: begun.agent)
      try Copies.check("resources", data.resources, equals: begun.resources)
      if data.to < begun.from { throw Refusal.lastDayBeforeFirst(from: begun.from, to: data.to) }
    case (.demandWithdrawn(let data), .demandPosted(let begun)):
      try Copies.check("user", data.user, equals: begun.user)
    case (.complaintResolved(let data), .complaintFiled(let begun)):
      try Copies.check("unit", data.unit, equals: begun.unit)
      try Copies.check("usage", data.usage, equals: begun.usage)
    case (.acknowledgementVerified(let data), .outcomeReported(let begun)):
      try Copies.check("units", data.units, equals: begun.units)
    case (.outageEnded(let data), .outageStarted(let begun)):
      try Copies.check("resource", data.resource, equals: begun.resource)
      try Copies.check("unit", data.unit, equals: begun.unit)
      try Copies.check("start", data.start, equals: first.validTime)
    case (.maintenanceEnded(let data), .maintenanceStarted(let begun)):
      try Copies.check("resource", data.resource, equals: begun.resource)
      try Copies.check("unit", data.unit, equals: begun.unit)
      try Copies.check("start", data.start, equals: first.validTime)
    case (.feeStandardWithdrawn(let data), .feeStandardPublished(let begun)):
      try Copies.check("organisation", data.organisation, equals: begun.organisation)
      try Copies.check("resources", data.resources, equals: begun.resources)
    case (.invoiceVoided(let data), .invoiceIssued(let begun)):
      try Copies.check("unit", data.unit, equals: begun.unit)
      try Copies.check("user", data.user, equals: begun.user)
      try Copies.check("charges", data.charges, equals: begun.charges)
    case (.keyRevoked(let data), .keyBound(let begun)):
      try Copies.check("party", data.party, equals: begun.party)
    case (.disputeResolved(let data), .disputeOpened(let begun)):
      try Copies.check("charge", data.charge, equals: begun.charge)
    default: break
    }
  }
}
