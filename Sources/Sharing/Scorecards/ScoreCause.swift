public import EventModel

/// What moved a scorecard.
public enum ScoreCause: Sendable, Hashable {
  /// An event that became known, or true.
  case event(Position)
  /// The passing of time: a deadline came, a policy took effect, an exemption or agency began or ended on the day.
  case day(Day)
  /// A policy parameter that is proposed.
  case policyParameter(String)
  /// The target of an indicator.
  case target(Identifier)
  /// The weight of an indicator.
  case weight(Identifier)
  /// The cap of an indicator.
  case cap(Identifier)
  /// An indicator that only one of the sets has.
  case indicator(Identifier)
  /// The hours a resource can work in a year.
  case hourBase
}

/// By how much something moved one measure.
struct ScoreChange {
  let cause: ScoreCause
  /// Where it stands in a walk through valid time; walks through knowledge go by position.
  let time: Instant
  let position: Position
  let measure: ScoreMeasure
  let amount: Int128

  init(_ cause: ScoreCause, at time: Instant, _ position: Position, _ measure: ScoreMeasure, _ amount: Int128) {
    (self.cause, self.time, self.position, self.measure, self.amount) = (cause, time, position, measure, amount)
  }
}
