public import EventModel

/// Which findings; every condition given must hold.
public struct FindingFilter: Sendable, Hashable {
  /// Only by these rules; by default all.
  public var rules: Set<FindingRule> = []
  /// Only of this party.
  public var party: Identifier?
  /// Only those about this thing.
  public var subject: Tag?
  /// Only those that still stand.
  public var isOpen = false
  /// Only those that began on or after this day.
  public var from: Day?

  /// Lets everything through, or only findings by some rules.
  public init(rules: Set<FindingRule> = []) { self.rules = rules }

  /// Whether a finding is one of those asked for.
  public func admits(_ finding: Finding) -> Bool {
    if !rules.isEmpty, !rules.contains(finding.rule) { return false }
    if let party, finding.party != party { return false }
    if let subject, !finding.subjects.contains(subject) { return false }
    if isOpen, finding.curedOn != nil { return false }
    return from.map { finding.since >= $0 } ?? true
  }
}
