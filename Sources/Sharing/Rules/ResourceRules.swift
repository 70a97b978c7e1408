import EventModel

/// Resources: true copies, values that fit, and a possible history.
enum ResourceRules {
  /// Types the state of a resource can forbid.
  private static let course: Set<EventType> = [
    .resourceTransferred, .resourceClosed, .resourceExempted, .exemptionEnded, .resourceEnrolledVoluntarily,
    .customsSupervisionDeclared, .customsConsentRecorded, .customsReleased,
  ]

  static let all = [
    Rule("updatesFit", types: [.resourceUpdated]) { event, context in
      guard case .resourceUpdated(let data) = event.payload else { return }
      let timeline = try context.timeline(of: Tag(.resource, data.resource), .resources)
      guard var facts = ResourceState(folding: timeline).facts else { return }
      for change in data.changes { try facts.set(change.field, to: change.value) }
    },
    Rule("ownerIsNamedTruly", types: [.resourceRegistered, .resourceTransferred, .agencyAuthorised]) { event, context in
      switch event.payload {
      case .resourceRegistered(let data):
        try context.requireOwner(data.unit, of: data.resource, at: event.validTime)
      case .resourceTransferred(let data):
        if data.from == data.to { throw Refusal.namedTwice(field: "to", value: data.to.text) }
        try context.requireOwner(data.from, "from", of: data.resource, at: event.validTime)
      case .agencyAuthorised(let data):
        for resource in data.resources {
          try context.requireOwner(data.principal, "principal", of: resource, at: event.validTime)
        }
      default: break
      }
    },
    Rule("resourceRunsItsCourse", types: course) { event, context in
      guard let tag = event.payload.tags.first else { return }
      let timeline = try context.timeline(of: tag, .resources)
      try Lifecycle<ResourceState>.insert(context.candidate(event), into: timeline, of: tag)
    },
  ]
}
