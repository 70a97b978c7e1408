import EventLog
import EventModel

/// Who may do what: acts of authority need a role the actor holds on the day of the act.
///
/// Until its first `role.granted` a ledger is stand-alone and knows no authority, so that whoever starts it can name the
/// first office.
enum RoleRules {
  /// The roles that may issue each type; types not listed are open to any actor.
  static let neededRoles: [EventType: [RoleName]] = [
    .roleGranted: [.committee, .office],
    .roleRevoked: [.committee, .office],
    .policyPublished: [.committee, .office],
    .indicatorSetPublished: [.committee, .office],
    .logKeyPublished: [.committee, .office],
    .periodReopened: [.committee, .office],
    .programmeOpened: [.department],
    .voucherIssued: [.department],
    .voucherRevoked: [.department],
    .keyBound: [.committee, .office, .serviceCentre],
    .keyRevoked: [.committee, .office, .serviceCentre],
  ].merging(OversightRoles.needed) { $1 }

  static let all = [
    Rule("actorHoldsTheRole", types: Set(neededRoles.keys)) { event, context in
      guard let needed = neededRoles[event.type] else { return }
      let roles = PartyState(folding: try context.timeline(of: Tag(.party, event.actor), .parties)).roles
      if needed.contains(where: { roles.holds($0, on: event.validTime.day) }) { return }
      if try hasAuthorities(context) {
        throw Refusal.roleNotHeld(actor: event.actor, needed: needed, at: event.validTime)
      }
    }
  ]

  /// Whether a role was ever granted and the grant not taken back.
  ///
  /// - Complexity: O(events recorded since the last search) while appending.
  private static func hasAuthorities(_ context: borrowing RuleContext) throws -> Bool {
    try context.log.positions(of: .roleGranted).contains { position in
      guard let tag = try context.log.event(at: position).event.payload.tags.first else { return false }
      return try context.timeline(of: tag, .parties).contains { $0.position == position }
    }
  }
}
