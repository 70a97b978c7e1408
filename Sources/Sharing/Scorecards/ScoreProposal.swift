public import EventModel

/// An indicator set, policy parameters or both that nobody published: what would be if they held.
public struct ScoreProposal: Sendable, Hashable {
  /// The set that replaces the one in force; `nil` keeps it.
  public let set: IndicatorSetPublished?
  /// The parameters that hold instead of the published ones, on all days.
  let parameters: [Policy.Parameter: Int64]

  /// Takes proposed numbers.
  ///
  /// - Throws: the refusal that publishing them would meet, or ``Refusal/illegalValue(field:value:)`` for a parameter that
  ///   decides nothing about scorecards.
  public init(set: IndicatorSetPublished? = nil, parameters: [PolicyParameter] = []) throws(Refusal) {
    if let set {
      try LimitRules.notEmpty(set.indicators, "indicators")
      try LimitRules.distinct(set.indicators.map(\.id.text), "indicators")
      try PolicyRules.check(set.indicators)
    }
    try LimitRules.distinct(parameters.map(\.name.text), "parameters")
    try PolicyRules.check(parameters)
    self.set = set
    var values: [Policy.Parameter: Int64] = [:]
    for parameter in parameters {
      guard let name = Policy.Parameter(rawValue: parameter.name.text) else {
        throw .illegalValue(field: "parameters", value: parameter.name.text)
      }
      values[name] = parameter.value.value
    }
    self.parameters = values
  }
}
