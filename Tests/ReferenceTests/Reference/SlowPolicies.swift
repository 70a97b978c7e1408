import EventModel

/// Published parameters, asked by name and day.
struct SlowPolicies {
  private var published: [(from: Int, name: String, value: Int, policy: String)] = []

  /// - Parameter facts: in order of valid time, then position.
  init(_ facts: [RecordedEvent]) {
    for event in facts {
      guard case .policyPublished(let data) = event.event.payload else { continue }
      for parameter in data.parameters {
        published.append(
          (SlowTime.day(data.effectiveFrom), parameter.name.text, Int(parameter.value.value), data.policy.text))
      }
    }
  }

  /// The days on which any number may change.
  var days: [Int] { published.map(\.from) }

  /// What the policy that took effect last says of a name; of two from one day, the one published later.
  func value(_ name: String, on day: Int) -> Int? { found(name, on: day)?.value }

  /// The policy that says so.
  func policy(_ name: String, on day: Int) -> String? { found(name, on: day)?.policy }

  private func found(_ name: String, on day: Int) -> (from: Int, value: Int, policy: String)? {
    var best: (from: Int, value: Int, policy: String)?
    for entry in published where entry.name == name && entry.from <= day && entry.from >= best?.from ?? entry.from {
      best = (entry.from, entry.value, entry.policy)
    }
    return best
  }

  /// The regulation's own numbers hold until a policy says otherwise: 200,000.00 yuan (art. 3), 30 days (art. 12), in
  /// force from 2016-10-29 (art. 25).
  func threshold(on day: Int) -> Int { value("equipmentThresholdFen", on: day) ?? 20_000_000 }
  func registrationDays(on day: Int) -> Int { value("registrationDays", on: day) ?? 30 }
  func inForce(on day: Int) -> Int { value("inForceOn", on: day) ?? 17_103 }
}
