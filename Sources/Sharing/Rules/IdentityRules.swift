import EventModel

/// Everything an event names is in the ledger, and what it creates is not.
enum IdentityRules {
  static let all = [
    Rule("createdEntityIsNew", types: Identities.creators) { event, context in
      guard let tag = event.payload.tags.first else { return }
      try context.requireNew(tag, createdBy: event.type)
    },
    Rule("referencesAreKnown") { event, context in
      for (field, tag) in Identities.references(event.payload) {
        guard let creator = Identities.creator(of: tag.kind) else { continue }
        try context.require(tag, field, createdBy: creator)
      }
    },
  ]
}
