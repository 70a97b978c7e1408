import EventLog
import EventModel

/// One thing every event of some types must obey to be a fact.
///
/// A rule is pure but for what it reads through its context: no clock, no disk, no state of its own.
struct Rule: Sendable {
  /// Throws a ``Refusal`` when the event breaks the rule.
  typealias Check = @Sendable (Event, RuleContext) throws -> Void

  /// The rule's name, for tests and for reading a profile.
  let name: String
  /// The types it concerns, or `nil` for all.
  let types: Set<EventType>?
  /// What is demanded.
  let check: Check

  init(
    _ name: String, types: Set<EventType>? = nil, check: @escaping Check
  ) {
    self.name = name
    self.types = types
    self.check = check
  }

  func concerns(_ type: EventType) -> Bool { types?.contains(type) ?? true }
}
