import EventModel

/// Whom an event of the group `oversight` concerns, and what else it names.
struct OversightStep {
  /// The party, and whether any can be: a purchase, a grade or an order to put right is a unit's or an organisation's,
  /// a fraud anybody's.
  let party: Identifier
  let isAnybodys: Bool
  /// What it names beside the party, by field; the entity it creates left out.
  let references: [(field: String, tag: Tag)]

  /// The name of the party's field.
  var field: String { isAnybodys ? "party" : "unit" }

  /// The types that are such steps.
  static let types = Set(EventType.allCases.filter { $0.group == .oversight }).subtracting([.cycleOpened])

  init?(_ payload: EventPayload) {
    switch payload {
    case .purchaseProposed(let data): self.init(unit: data.unit)
    case .duplicateCheckRecorded(let data):
      self.init(unit: data.unit, Self.one(.purchase, data.purchase) + Identities.each("hits", .resource, data.hits))
    case .reviewConcluded(let data): self.init(unit: data.unit, Self.one(.purchase, data.purchase))
    case .reviewWaived(let data): self.init(unit: data.unit, Self.one(.purchase, data.purchase))
    case .purchaseExecuted(let data): self.init(unit: data.unit, Self.one(.purchase, data.purchase))
    case .assessmentRecorded(let data): self.init(unit: data.unit, Self.one(.cycle, data.cycle))
    case .scoreFrozen(let data):
      self.init(unit: data.unit, Self.one(.cycle, data.cycle) + Self.one(.indicatorSet, data.indicatorSet))
    case .gradeDecided(let data): self.init(unit: data.unit, Self.one(.cycle, data.cycle))
    case .subsidyAwarded(let data): self.init(unit: data.unit, Self.one(.cycle, data.cycle))
    case .subsidyPaid(let data): self.init(unit: data.unit, Self.one(.subsidy, data.subsidy))
    default: self.init(sanction: payload)
    }
  }

  private init?(sanction payload: EventPayload) {
    switch payload {
    case .findingConfirmed(let data): self.init(unit: data.unit)
    case .rectificationOrdered(let data): self.init(unit: data.unit, Self.one(.finding, data.finding))
    case .rectificationAccepted(let data): self.init(unit: data.unit, Self.one(.rectification, data.rectification))
    case .rectificationFailed(let data): self.init(unit: data.unit, Self.one(.rectification, data.rectification))
    case .qualificationSuspended(let data): self.init(unit: data.unit, Self.one(.finding, data.finding))
    case .qualificationRevoked(let data): self.init(unit: data.unit, Self.one(.finding, data.finding))
    case .qualificationRestored(let data): self.init(unit: data.unit)
    case .noticePublished(let data):
      self.init(anybody: data.party, Self.one(.finding, data.finding) + Self.one(.fraud, data.fraud))
    case .creditRecorded(let data):
      self.init(anybody: data.party, Self.one(.finding, data.finding) + Self.one(.fraud, data.fraud))
    case .fraudFound(let data): self.init(anybody: data.party)
    case .clawbackOrdered(let data):
      self.init(anybody: data.party, Self.one(.fraud, data.fraud) + Self.one(.subsidy, data.subsidy))
    case .clawbackReceived(let data): self.init(anybody: data.party, Self.one(.clawback, data.clawback))
    case .matterReferred(let data): self.init(anybody: data.party, Self.one(.fraud, data.fraud))
    default: return nil
    }
  }

  private init(unit: Identifier, _ references: [(field: String, tag: Tag)] = []) {
    (party, isAnybodys, self.references) = (unit, false, references)
  }

  private init(anybody party: Identifier, _ references: [(field: String, tag: Tag)] = []) {
    (self.party, isAnybodys, self.references) = (party, true, references)
  }

  /// A reference in the field named for its kind.
  private static func one(_ kind: TagKind, _ id: Identifier?) -> [(field: String, tag: Tag)] {
    Identities.optional(kind.wireName, kind, id)
  }
}

extension Identities {
  /// What events of the group `oversight` name.
  static func oversightReferences(_ payload: EventPayload) -> [(field: String, tag: Tag)] {
    if case .cycleOpened(let data) = payload { return [("indicatorSet", Tag(.indicatorSet, data.indicatorSet))] }
    guard let step = OversightStep(payload) else { return [] }
    return [(step.field, Tag(.party, step.party))] + step.references
  }
}
