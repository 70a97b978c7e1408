import EventModel

/// What articles 3, 4, 5 and 12 ask of one resource on one day, and how far its unit has met it.
///
/// The deadline runs from acceptance, or from the day a revaluation or a policy brought the resource into scope, or from
/// the end of an exemption, whichever is last. The first day is not counted and the last counts to its end, as civil law
/// counts periods (Civil Code art. 201, 203): accepted 2024-01-31, due 2024-03-01. Whether a deadline on a holiday moves
/// is not said by the regulation; it does not move here. What was accepted before the regulation is not *new* and has
/// no deadline.
struct Duty: Hashable {
  var isInScope = false
  var mustOpen = false
  var openedOn: Day?
  /// The day the deadline is counted from; absent without a deadline.
  var startsOn: Day?
  var dueOn: Day?
  var daysLate: Int?
  var isOverdue = false

  init(_ resource: ResourceState, policies: PolicyBook, on day: Day) {
    guard let facts = resource.facts else { return }
    openedOn = resource.openSpells.first?.from
    isInScope = Duty.isInScope(facts.kind, resource.value(on: day), policies.policy(on: day))
    mustOpen = isInScope && facts.hasFiscalFunding && resource.exemption(on: day) == nil
    guard mustOpen, Int64(facts.acceptedOn.number) >= policies.policy(on: day).inForceOn else { return }
    let start = max(
      Duty.scopeStart(resource, facts, policies, on: day), resource.exemptionOver(by: day) ?? facts.acceptedOn)
    guard let due = try? start.advanced(by: Int(policies.policy(on: start).registrationDays)) else { return }
    (startsOn, dueOn) = (start, due)
    openedOn = resource.openSpells.first { $0.to.map { $0 > start } ?? true }?.from
    let metOn = openedOn.flatMap { opened in resource.registeredOn.map { max(opened, $0) } }
    daysLate = max(0, (metOn ?? day).days(since: due))
    isOverdue = metOn == nil && day > due
  }

  /// Only equipment has a threshold; it is inclusive and compares fen, never rounded ten-thousands (art. 3).
  static func isInScope(_ kind: ResourceKind, _ value: Fen?, _ policy: Policy) -> Bool {
    if kind != .equipment { return true }
    return (value?.amount ?? 0) >= policy.equipmentThresholdFen
  }

  /// The day since which the resource has been in scope without a break; acceptance when it always was.
  private static func scopeStart(
    _ resource: ResourceState, _ facts: ResourceFacts, _ policies: PolicyBook, on day: Day
  ) -> Day {
    let changes = resource.values.dropFirst().map(\.from) + policies.editions.map(\.effectiveFrom)
    var start = facts.acceptedOn
    var wasInScope = isInScope(facts.kind, resource.value(on: start), policies.policy(on: start))
    for change in changes.sorted() where change > facts.acceptedOn && change <= day {
      let isNow = isInScope(facts.kind, resource.value(on: change), policies.policy(on: change))
      if isNow, !wasInScope { start = change }
      wasInScope = isNow
    }
    return start
  }
}
