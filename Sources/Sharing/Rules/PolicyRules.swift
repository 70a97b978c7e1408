import EventModel
import TransparencyLog

/// Policies, indicator sets and log keys: numbers and names that make sense.
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
    Rule("logKeyIsOne", types: [.logKeyPublished]) { event, _ in
      guard case .logKeyPublished(let data) = event.payload else { return }
      // A witness's key, or an id that is another key's, would leave whoever follows the keys without one.
      guard let key = try? VerifierKey(data.verifierKey.string), key.kind == .ed25519 else {
        throw Refusal.illegalValue(field: "verifierKey", value: data.verifierKey.string)
      }
      guard data.logKey.text == key.idText else {
        throw Refusal.copyDiffers(field: "logKey", given: data.logKey.text, recorded: key.idText)
      }
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
