package import EventLog
public import EventModel

/// The indicators of an assessment with their weights, as published or as proposed.
public struct IndicatorSet: Sendable, Hashable {
  /// Id, first day, indicators and hour base.
  public let data: IndicatorSetPublished
  /// The event that published it; `nil` for a proposed one.
  public let position: Position?

  /// A set that is proposed and was not published.
  public init(proposed data: IndicatorSetPublished) { self.init(data, at: nil) }

  init(_ data: IndicatorSetPublished, at position: Position?) {
    self.data = data
    self.position = position
  }

  /// The set's id.
  public var id: Identifier { data.set }

  /// The set published with an id by (V, K), or `nil`.
  package static func named(_ id: Identifier, _ log: LogReader, asOf: AsOf) throws -> IndicatorSet? {
    try published(id, log, asOf)?.set
  }

  /// The set in force on a day: of those published by (V, K) the one that took effect last; of two from the same day
  /// the one published later.
  ///
  /// - Complexity: O(sets).
  package static func inForce(on day: Day, _ log: LogReader, asOf: AsOf) throws -> IndicatorSet? {
    var found: (set: IndicatorSet, order: (Day, Instant, UInt64))?
    for id in try log.derived.entities(.indicatorSet, .parties, known: asOf.known) {
      guard let (set, time) = try published(id, log, asOf), set.data.effectiveFrom <= day else { continue }
      let order = (set.data.effectiveFrom, time, set.position?.number ?? 0)
      if found.map({ $0.order < order }) ?? true { found = (set, order) }
    }
    return found?.set
  }

  private static func published(
    _ id: Identifier, _ log: LogReader, _ asOf: AsOf
  ) throws -> (set: IndicatorSet, time: Instant)? {
    let types: Set<EventType> = [.indicatorSetPublished]
    guard let event = try log.timeline(of: Tag(.indicatorSet, id), .parties, types: types, asOf: asOf).last,
      case .indicatorSetPublished(let data) = event.event.payload
    else { return nil }
    return (IndicatorSet(data, at: event.position), event.event.validTime)
  }
}

/// Which indicator set a scorecard goes by.
public enum IndicatorSetChoice: Sendable, Hashable {
  /// The one in force on the last day of the period.
  case inForce
  /// The one published with this id.
  case named(Identifier)
  /// One that was never published.
  case proposed(IndicatorSetPublished)
}

/// The indicator set that was asked for by name is not published at (V, K).
public struct UnknownIndicatorSet: Error, Sendable, Hashable, CustomStringConvertible {
  /// The name.
  public let set: Identifier

  /// Names the set.
  package init(set: Identifier) { self.set = set }

  /// One line for people.
  public var description: String { "no indicator set \(set) is published by then" }
}

extension IndicatorSetChoice {
  /// The set, or `nil` when none is in force.
  ///
  /// - Throws: ``UnknownIndicatorSet`` for a name nothing is published with.
  func resolved(_ question: ScoreQuestion, _ log: LogReader) throws -> IndicatorSet? {
    switch self {
    case .inForce: return try IndicatorSet.inForce(on: question.period.through, log, asOf: question.asOf)
    case .named(let id):
      guard let set = try IndicatorSet.named(id, log, asOf: question.asOf) else { throw UnknownIndicatorSet(set: id) }
      return set
    case .proposed(let data): return IndicatorSet(proposed: data)
    }
  }
}
