package import EventLog
package import EventModel

/// The policies in force over time, as known and published by some as-of.
package struct PolicyBook: Sendable, Hashable {
  /// The policy that holds from a day on.
  package struct Edition: Sendable, Hashable {
    /// The policy that was published.
    package let id: Identifier
    /// The event that published it.
    package let position: Position
    /// Its first day.
    package let effectiveFrom: Day
    /// All numbers from that day on.
    package let policy: Policy
  }

  /// The editions in order of their first day.
  package private(set) var editions: [Edition] = []
  /// The events the book rests on.
  package private(set) var positions: [Position] = []
  /// What holds before the first edition.
  private var base = Policy()

  /// Folds `policy.published` events: a later effective day wins, for the same day the later event.
  ///
  /// - Parameter proposed: values that hold instead of the published ones, on all days; by default none.
  package init(_ events: [RecordedEvent], proposed: [Policy.Parameter: Int64] = [:]) {
    let published = events.compactMap { event -> (RecordedEvent, PolicyPublished)? in
      guard case .policyPublished(let data) = event.event.payload else { return nil }
      return (event, data)
    }
    let ordered = published.sorted { left, right in
      let (leftTime, rightTime) = (left.0.event.validTime, right.0.event.validTime)
      if left.1.effectiveFrom != right.1.effectiveFrom { return left.1.effectiveFrom < right.1.effectiveFrom }
      return leftTime != rightTime ? leftTime < rightTime : left.0.position < right.0.position
    }
    var policy = Policy()
    for (name, value) in proposed { policy.set(name, to: value) }
    base = policy
    for (event, data) in ordered {
      for parameter in data.parameters {
        // Integrators may publish numbers of their own.
        guard let name = Policy.Parameter(rawValue: parameter.name.text), proposed[name] == nil else { continue }
        policy.set(name, to: parameter.value.value)
      }
      editions.append(
        Edition(
          id: data.policy, position: event.position, effectiveFrom: data.effectiveFrom, policy: policy))
    }
    positions = ordered.map(\.0.position).sorted()
  }

  /// Reads every policy published by the as-of.
  ///
  /// - Complexity: O(policies).
  package init(_ log: LogReader, asOf: AsOf) throws {
    var events: [RecordedEvent] = []
    for policy in try log.derived.entities(.policy, .parties, known: asOf.known) {
      events += try log.timeline(of: Tag(.policy, policy), .parties, asOf: asOf)
    }
    self.init(events)
  }

  /// The policy in force on a day.
  package func policy(on day: Day) -> Policy { edition(on: day)?.policy ?? base }

  /// The edition in force on a day; `nil` while the regulation's own numbers hold.
  package func edition(on day: Day) -> Edition? { editions.last { $0.effectiveFrom <= day } }
}
