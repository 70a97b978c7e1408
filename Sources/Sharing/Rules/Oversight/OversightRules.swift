import EventLog
import EventModel

/// What all events about purchases, assessments and sanctions obey: they concern a party that can take the part, and
/// the one their purchase, finding, order or award concerns.
enum OversightRules {
  /// Everything of the group.
  static let all =
    shared + PurchaseRules.all + AssessmentRules.all + DueRules.all + SanctionRules.all

  private static let servants: Set<PartyKind> = [.unit, .organisation]
  private static let anybody: Set<PartyKind> = [.unit, .organisation, .user]
  /// What belongs to one party, so that whatever names it concerns that party.
  private static let owned: Set<TagKind> = [.purchase, .subsidy, .finding, .rectification, .fraud, .clawback]

  private static let shared = [
    Rule("oversightIsOfTheRightKind", types: OversightStep.types) { event, context in
      guard let step = OversightStep(event.payload) else { return }
      try context.requireParty(step.party, step.field, kinds: step.isAnybodys ? anybody : servants)
    },
    Rule("oversightKeepsToItsParty", types: OversightStep.types) { event, context in
      guard let step = OversightStep(event.payload) else { return }
      for (_, tag) in step.references where owned.contains(tag.kind) {
        guard let payload = try context.creation(of: tag), let origin = OversightStep(payload) else { continue }
        try Copies.check(step.field, step.party, equals: origin.party)
      }
    },
  ]
}

extension RuleContext {
  /// What brought an entity into the ledger; `nil` when nothing did.
  func creation(of tag: Tag) throws -> EventPayload? {
    guard let type = Identities.creator(of: tag.kind),
      let position = try log.firstPosition(of: type, concerning: tag)
    else { return nil }
    return try log.event(at: position).event.payload
  }
}
