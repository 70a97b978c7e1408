import EventModel

/// Policies and indicator sets: numbers that make sense.
enum PolicyRules {
  static let all = [
    Rule("parametersMakeSense", types: [.policyPublished]) { event, _ in
      guard case .policyPublished(let data) = event.payload else { return }
      try check(data.parameters)
    },
    Rule("indicatorsCanBeScored", types: [.indicatorSetPublished]) { event, _ in
      guard case .indicatorSetPublished(let data) = event.payload else { return }
      try check(data.indicators)
    },
  ]

  /// The parameters known here have values that make sense.
  static func check(_ parameters: [PolicyParameter]) throws(Refusal) {
    for parameter in parameters {
      guard let name = Policy.Parameter(rawValue: parameter.name.text) else { continue }
      try LimitRules.number(parameter.value.value, "parameters.\(name.rawValue)", in: name.range)
    }
  }

  /// Points are value / target × weight up to the cap.
  static func check(_ indicators: [Indicator]) throws(Refusal) {
    for indicator in indicators {
      try LimitRules.number(indicator.target.value, "\(indicator.id).target", in: 1...Fen.range.upperBound)
      try LimitRules.number(indicator.cap.value, "\(indicator.id).cap", in: 0...Fen.range.upperBound)
    }
  }
}
