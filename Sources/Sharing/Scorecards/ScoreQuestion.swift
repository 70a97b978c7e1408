public import EventModel

/// What a party is assessed as: it can be both, and has two scorecards then.
public enum ScoreRole: String, Sendable, Hashable, CaseIterable {
  /// The owner of resources, 资源单位: services on its resources count for it, whoever delivered them.
  case unit
  /// A body that serves, 服务机构: services count for it that it delivered.
  ///
  /// Who delivered a service is the usage's operator, by default the owner.
  case organisation
}

/// What all scorecards of one answer have in common.
public struct ScoreQuestion: Sendable, Hashable {
  /// As what parties are assessed.
  public var role: ScoreRole
  /// The days that count; those after the day of V do not.
  public var period: CivilPeriod
  /// The two times.
  public var asOf: AsOf
  /// Policy parameters that hold instead of the published ones, on all days.
  var parameters: [Policy.Parameter: Int64] = [:]

  /// Asks about a period.
  public init(_ role: ScoreRole, in period: CivilPeriod, asOf: AsOf) {
    self.role = role
    self.period = period
    self.asOf = asOf
  }

  /// The days of the period up to the day of V; `nil` when there are none.
  var days: CivilPeriod? { CivilPeriod(from: period.from, through: min(period.through, asOf.valid.day)) }

  /// The same question at other times.
  func at(_ asOf: AsOf) -> ScoreQuestion {
    var question = self
    question.asOf = asOf
    return question
  }
}
