public import EventModel

/// Something recorded that the regulation does not want, with what shows it.
///
/// Nothing was refused for it, and it is not confirmed: a finding is what the events say at V, as known at K.
public struct Finding: Sendable, Hashable {
  /// The rule that was broken.
  public let rule: FindingRule
  /// The party that answers for it.
  public let party: Identifier
  /// What it is about.
  public internal(set) var subjects: [Tag] = []
  /// The accounts whose postings add up to the measured value; with these, the evidence is the events that decide the
  /// threshold, and the register of the accounts shows all others.
  public internal(set) var accounts: [AccountPrefix] = []
  /// The events that show it, in rising order.
  public internal(set) var evidence: [Position] = []
  /// The first day on which it was so.
  public let since: Day
  /// The day from which it was no longer so; absent while it is.
  public internal(set) var curedOn: Day?
  /// What was measured, in the rule's measure.
  public internal(set) var measured: Int64?
  /// What it is held against, in the rule's measure.
  public internal(set) var threshold: Int64?
  /// The policy in force that decided; absent when the regulation's own numbers did, or none.
  public internal(set) var policy: Identifier?

  init(_ rule: FindingRule, _ party: Identifier, since: Day) {
    self.rule = rule
    self.party = party
    self.since = since
  }
}

extension Finding: Comparable {
  /// Orders by rule, party, subjects, first day, evidence.
  public static func < (left: Finding, right: Finding) -> Bool {
    if left.rule != right.rule { return left.rule.place < right.rule.place }
    if left.party != right.party { return left.party < right.party }
    if left.subjects != right.subjects { return left.subjects.lexicographicallyPrecedes(right.subjects) }
    if left.since != right.since { return left.since < right.since }
    return left.evidence.lexicographicallyPrecedes(right.evidence)
  }
}

extension FindingRule {
  /// Its place in the order of the regulation.
  fileprivate var place: Int { FindingRule.places[self] ?? 0 }

  private static let places = Dictionary(
    uniqueKeysWithValues: FindingRule.allCases.enumerated().map { ($0.element, $0.offset) })
}
