package import EventLog
public import EventModel

/// The value and the points of a cell, or of the total.
public struct ScoreFigure: Sendable, Hashable {
  /// The exact value in lowest terms; `nil` when there is none, as for the total.
  public let value: ExactRatio?
  /// The points in basis points of the whole assessment; 0 where the set does not count the indicator.
  public let points: Int64

  package init(value: ExactRatio?, points: Int64) {
    self.value = value?.inLowestTerms
    self.points = points
  }

  /// What a cell says; a set that does not count it gives it no points.
  package init(_ cell: ScoreCell?) { self.init(value: cell?.value, points: cell?.points ?? 0) }
}

/// One cause and what it did.
public struct ScoreStep: Sendable, Hashable {
  /// What moved the figure.
  public let cause: ScoreCause
  /// The event, when it was one.
  public let event: RecordedEvent?
  /// The figure before.
  public let before: ScoreFigure
  /// The figure after: what the next step starts from.
  public let after: ScoreFigure

  /// By how many points the figure moved, in basis points.
  public var points: Int64 { after.points - before.points }
}

/// One side of a comparison: two times and the numbers that hold.
public struct ScoreSide: Sendable, Hashable {
  /// The two times.
  public let asOf: AsOf
  /// The indicator set; `nil` when none is in force.
  public let set: IndicatorSet?
  /// Policy parameters that hold instead of the published ones.
  var parameters: [Policy.Parameter: Int64] = [:]

  init(_ asOf: AsOf, _ set: IndicatorSet?) { (self.asOf, self.set) = (asOf, set) }

  /// Resolves which set holds at an as-of.
  package init(
    _ log: LogReader, _ role: ScoreRole, in period: CivilPeriod, asOf: AsOf, by choice: IndicatorSetChoice,
    _ proposal: ScoreProposal? = nil
  ) throws {
    self.asOf = asOf
    let set = try choice.resolved(ScoreQuestion(role, in: period, asOf: asOf), log)
    self.set = proposal?.set.map(IndicatorSet.init(proposed:)) ?? set
    parameters = proposal?.parameters ?? [:]
  }
}

/// Why a cell of a scorecard, or its total, differs between two sides: cause after cause, each with what it did.
///
/// The steps are one chain: the first starts from the one figure, each from where the last ended, and the last ends at the
/// other figure, so that they add up exactly. What became known comes first, in order of position; then what became true,
/// in order of valid time, with the passing of time; then proposed policy parameters; then the indicator set: target,
/// weight and cap of each indicator, at last the hour base. Causes that leave the figure as it is are left out.
public struct ScoreExplanation: Sendable, Hashable {
  /// The party.
  public let party: Identifier
  /// As what.
  public let role: ScoreRole
  /// The days.
  public let period: CivilPeriod
  /// The cell; `nil` for the total.
  public let indicator: Identifier?
  /// Where it starts.
  public let from: ScoreSide
  /// Where it ends.
  public let to: ScoreSide
  /// The figure it starts with.
  public let before: ScoreFigure
  /// The figure it ends with.
  public let after: ScoreFigure
  /// The causes in order.
  public let steps: [ScoreStep]

  /// By how many points the two sides differ, in basis points: the sum of the steps.
  public var points: Int64 { after.points - before.points }

  /// Walks from one side to the other.
  ///
  /// - Complexity: O(events of the party's resources and postings to the measures), and an event is read for each step.
  package init(
    _ log: LogReader, of party: Identifier, _ indicator: Identifier?, _ role: ScoreRole, in period: CivilPeriod,
    from: ScoreSide, to: ScoreSide
  ) throws {
    (self.party, self.role, self.period, self.indicator) = (party, role, period, indicator)
    (self.from, self.to) = (from, to)
    let latest = AsOf(valid: max(from.asOf.valid, to.asOf.valid), known: max(from.asOf.known, to.asOf.known))
    var question = ScoreQuestion(role, in: period, asOf: latest)
    question.parameters = from.parameters
    let sources = try ScoreSources(log, of: party, question, measures: ScoreMeasure.needed(by: indicator))
    var chain = ScoreChain(indicator, sources.tally(from.asOf), from.set)
    before = chain.figure
    for change in ScoreWalk(sources, from: from.asOf, to: to.asOf).changes { chain.apply(change) }
    chain.settle()
    for change in ParameterWalk(sources, at: to.asOf, to: to.parameters).changes { chain.apply(change) }
    chain.settle()
    for stage in IndicatorSetWalk(from.set, to.set).stages { chain.apply(stage) }
    after = chain.figure
    steps = try chain.links.map { link in
      var event: RecordedEvent?
      if case .event(let position) = link.cause { event = try log.event(at: position) }
      return ScoreStep(cause: link.cause, event: event, before: link.before, after: link.after)
    }
  }
}

extension ScoreMeasure {
  /// The measures a cell is made of; all of them for the total.
  static func needed(by indicator: Identifier?) -> Set<ScoreMeasure> {
    guard let indicator else { return Set(allCases) }
    guard let formula = ScoreIndicator(rawValue: indicator.text)?.formula else { return [] }
    return Set(formula.numerator + formula.denominator)
  }
}
