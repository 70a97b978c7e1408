package import EventLog
package import EventModel

/// Which policy and which indicators are in force on the day of a view: those of the latest first day.
package struct RulesInForce: Sendable, Hashable {
  /// The policy's id, if any was published.
  package let policy: Identifier?
  /// The indicator set's id, if any was published.
  package let indicatorSet: Identifier?

  /// Reads what was published by the as-of.
  ///
  /// - Complexity: O(policies + indicator sets).
  package init(_ log: LogReader, asOf: AsOf) throws {
    policy = try RulesInForce.latest(.policy, log, asOf) { payload in
      if case .policyPublished(let data) = payload { (data.policy, data.effectiveFrom) } else { nil }
    }
    indicatorSet = try RulesInForce.latest(.indicatorSet, log, asOf) { payload in
      if case .indicatorSetPublished(let data) = payload { (data.set, data.effectiveFrom) } else { nil }
    }
  }

  /// A later first day wins, on the same day the later event, as among policies.
  private static func latest(
    _ kind: TagKind, _ log: LogReader, _ asOf: AsOf, _ read: (EventPayload) -> (id: Identifier, from: Day)?
  ) throws -> Identifier? {
    var found: (id: Identifier, from: Day, validTime: Instant, position: Position)?
    for id in try log.derived.entities(kind, .parties, known: asOf.known) {
      for event in try log.timeline(of: Tag(kind, id), .parties, asOf: asOf) {
        guard let (id, from) = read(event.event.payload), from <= asOf.valid.day else { continue }
        let next = (id: id, from: from, validTime: event.event.validTime, position: event.position)
        guard let last = found else {
          found = next
          continue
        }
        if (last.from, last.validTime, last.position) < (next.from, next.validTime, next.position) { found = next }
      }
    }
    return found?.id
  }
}
