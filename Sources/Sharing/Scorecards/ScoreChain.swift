import EventModel

/// A figure while one cause after the other changes it: only causes that move it become links.
struct ScoreChain {
  struct Link {
    let cause: ScoreCause
    let before: ScoreFigure
    let after: ScoreFigure
  }

  private let indicator: Identifier?
  private var tally: ScoreTally
  private var table: ScoreTable
  /// The cause whose changes are being collected.
  private var cause: ScoreCause?
  private(set) var links: [Link] = []
  /// The figure after everything that is settled.
  private(set) var figure: ScoreFigure

  init(_ indicator: Identifier?, _ tally: ScoreTally, _ set: IndicatorSet?) {
    (self.indicator, self.tally) = (indicator, tally)
    table = ScoreTable(set)
    figure = ScoreChain.figure(indicator, tally, table)
  }

  /// Takes a change of what is counted; those of one cause that follow each other are one link.
  mutating func apply(_ change: ScoreChange) {
    if change.cause != cause { settle() }
    cause = change.cause
    tally[change.measure] += change.amount
  }

  /// Takes another indicator set.
  mutating func apply(_ stage: IndicatorSetWalk.Stage) {
    settle()
    cause = stage.cause
    table = stage.table
    settle()
  }

  /// Ends the cause that is being collected.
  mutating func settle() {
    guard let cause else { return }
    let after = ScoreChain.figure(indicator, tally, table)
    if after != figure { links.append(Link(cause: cause, before: figure, after: after)) }
    figure = after
    self.cause = nil
  }

  private static func figure(_ indicator: Identifier?, _ tally: ScoreTally, _ table: ScoreTable) -> ScoreFigure {
    guard let indicator else {
      return ScoreFigure(value: nil, points: table.cells(tally).reduce(0) { $0 + ($1.points ?? 0) })
    }
    return ScoreFigure(table.cell(indicator, tally))
  }
}

/// Policy parameters that change one after the other, in the order of their declaration.
struct ParameterWalk {
  private(set) var changes: [ScoreChange] = []

  init(_ sources: ScoreSources, at asOf: AsOf, to parameters: [Policy.Parameter: Int64]) {
    let moment = ScoreMoment(asOf)
    var current = sources.question.parameters
    var before = ParameterWalk.counts(sources, moment, current)
    for name in Policy.Parameter.allCases where current[name] != parameters[name] {
      current[name] = parameters[name]
      let after = ParameterWalk.counts(sources, moment, current)
      for measure in ScoreMeasure.allCases where before[measure] != after[measure] {
        changes.append(
          ScoreChange(
            .policyParameter(name.rawValue), at: asOf.valid, .zero, measure, after[measure] - before[measure]))
      }
      before = after
    }
  }

  private static func counts(
    _ sources: ScoreSources, _ moment: ScoreMoment, _ parameters: [Policy.Parameter: Int64]
  ) -> ScoreTally {
    let book = sources.policies.book(at: moment, proposed: parameters)
    var tally = ScoreTally()
    for subject in sources.subjects {
      for measure in sources.count(subject, at: moment, book) { tally[measure] += 1 }
    }
    return tally
  }
}

/// The way from one indicator set to another, one number after the other.
struct IndicatorSetWalk {
  struct Stage {
    let cause: ScoreCause
    let table: ScoreTable
  }

  private(set) var stages: [Stage] = []
  private var indicators: [Indicator]
  private var hourBase: Int64?

  init(_ from: IndicatorSet?, _ to: IndicatorSet?) {
    indicators = from?.data.indicators ?? []
    hourBase = from?.data.hourBase.value
    let goal = to?.data.indicators ?? []
    for indicator in indicators {
      guard let new = goal.first(where: { $0.id == indicator.id }) else {
        indicators.removeAll { $0.id == indicator.id }
        stage(.indicator(indicator.id))
        continue
      }
      step(to: new) {
        $0.target = new.target
      } cause: {
        .target($0)
      }
      step(to: new) {
        $0.weight = new.weight
      } cause: {
        .weight($0)
      }
      step(to: new) {
        $0.cap = new.cap
      } cause: {
        .cap($0)
      }
    }
    for indicator in goal where !indicators.contains(where: { $0.id == indicator.id }) {
      indicators.append(indicator)
      stage(.indicator(indicator.id))
    }
    if hourBase != to?.data.hourBase.value {
      hourBase = to?.data.hourBase.value
      stage(.hourBase)
    }
  }

  private mutating func step(
    to new: Indicator, _ change: (inout Indicator) -> Void, cause: (Identifier) -> ScoreCause
  ) {
    guard let index = indicators.firstIndex(where: { $0.id == new.id }) else { return }
    let old = indicators[index]
    change(&indicators[index])
    if indicators[index] != old { stage(cause(new.id)) }
  }

  private mutating func stage(_ cause: ScoreCause) {
    stages.append(Stage(cause: cause, table: ScoreTable(indicators, hourBase: hourBase)))
  }
}
