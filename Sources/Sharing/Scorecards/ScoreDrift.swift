package import EventLog
public import EventModel

/// A frozen score held against what is known now: same unit, days, valid time and indicator set, other knowledge.
///
/// The frozen score stays what it is; this is the difference, and what made it.
public struct ScoreDrift: Sendable, Hashable {
  /// The score as it was frozen.
  public let frozen: ScoreFrozen
  /// The event that froze it.
  public let position: Position
  /// The card rebuilt as it was known when it was frozen.
  public let then: Scorecard
  /// The card as known now.
  public let now: Scorecard
  /// Whether the rebuilt card has the frozen hash.
  public let isReproduced: Bool
  /// The cells that differ between the rebuilt card and the one of now, each with the causes.
  public let explanations: [ScoreExplanation]

  /// Whether today's knowledge changes a value or points, or the frozen score cannot be reproduced.
  public var isDrifted: Bool { !explanations.isEmpty || !isReproduced }

  /// Every frozen score known at K and true by V, in order of position.
  ///
  /// - Parameters:
  ///   - unit: only this unit's; by default all.
  ///   - cycle: only of this cycle; by default all.
  /// - Complexity: two cards a score, and what explains the cells that differ.
  package static func all(
    _ log: LogReader, asOf: AsOf, unit: Identifier? = nil, cycle: Identifier? = nil
  ) throws -> [ScoreDrift] {
    var found: [ScoreDrift] = []
    let cycles = try cycle.map { [$0] } ?? log.derived.entities(.cycle, .oversight, known: asOf.known)
    for id in cycles {
      for event in try log.timeline(of: Tag(.cycle, id), .oversight, types: [.scoreFrozen], asOf: asOf) {
        guard case .scoreFrozen(let data) = event.event.payload, unit.map({ $0 == data.unit }) ?? true else { continue }
        if let drift = try ScoreDrift(data, at: event.position, log, known: asOf.known) { found.append(drift) }
      }
    }
    return found.sorted { $0.position < $1.position }
  }

  /// `nil` when the frozen days or the set cannot be, which admission refuses but a replica may hold.
  private init?(_ frozen: ScoreFrozen, at position: Position, _ log: LogReader, known: Position) throws {
    let asOf = AsOf(valid: frozen.validAt, known: frozen.knownAt)
    guard let period = CivilPeriod(from: frozen.period.from, through: frozen.period.to),
      let set = try IndicatorSet.named(frozen.indicatorSet, log, asOf: asOf)
        ?? IndicatorSet.named(frozen.indicatorSet, log, asOf: AsOf(valid: .last, known: known))
    else { return nil }
    (self.frozen, self.position) = (frozen, position)
    let question = ScoreQuestion(.unit, in: period, asOf: asOf)
    let later = question.at(AsOf(valid: asOf.valid, known: known))
    then = try Scorecard(log, of: frozen.unit, question, set)
    now = try Scorecard(log, of: frozen.unit, later, set)
    isReproduced = then.certificateHash == frozen.certificateHash
    let (from, to) = (ScoreSide(asOf, set), ScoreSide(later.asOf, set))
    explanations = try zip(then.cells, now.cells).filter { ScoreFigure($0) != ScoreFigure($1) }.map { old, _ in
      try ScoreExplanation(log, of: frozen.unit, old.id, .unit, in: period, from: from, to: to)
    }
  }
}
