import EventModel

/// How the hours of a scorecard's resources were used, in seconds.
public struct ScoredHours: Sendable, Hashable {
  /// Used by others.
  public let external: Int128
  /// Used by the party itself.
  public let `internal`: Int128
  /// What the resources in scope can work by the set's hour base, whatever the length of the period; `nil` without a set.
  public let base: Int128?

  /// Takes what was counted.
  package init(external: Int128, internal: Int128, base: Int128?) {
    (self.external, self.internal, self.base) = (external, `internal`, base)
  }

  /// What of the base was not used, not below zero; `nil` without a set.
  public var idle: Int128? { base.map { max(0, $0 - external - `internal`) } }
}

extension Scorecard {
  /// How the hours of its resources were used.
  public var hours: ScoredHours {
    ScoredHours(
      external: tally[.externalSeconds], internal: tally[.internalSeconds],
      base: set.map { Int128($0.data.hourBase.value) * 3_600 * tally[.inScope] })
  }
}
