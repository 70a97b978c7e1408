import EventLog
import EventModel
import Sharing
import Testing

extension TestLedger {
  /// The findings at the end of a day: the same however the log is divided.
  func findings(_ rule: FindingRule? = nil, _ valid: String, known: Position? = nil) throws -> [Finding] {
    let asOf = try asOf(valid, known: known)
    let found = try log.project(FindingsProjector(), asOf: asOf, options: ProjectionOptions()).output
    return found.filter { rule == nil || $0.rule == rule }
  }

  /// A parameter published on a day long before, in force from then on.
  @discardableResult
  func setPolicy(_ name: String, _ value: Int64, from day: String = "2016-10-29") throws -> Position {
    try add(
      "policy.published", TestLedger.policy("set-\(name)", #"{"name":"\#(name)","value":\#(value)}"#, from: day),
      at: "2020-01-01")
  }

  /// Reports and opens a resource on a day.
  func open(_ resource: String = "R1", on day: String, mode: String = "external") throws {
    try add("resource.registered", #"{"resource":"\#(resource)","unit":"x-uni"}"#, at: day)
    try add("resource.opened", #"{"resource":"\#(resource)","mode":"\#(mode)"}"#, at: day)
  }
}

extension Finding {
  /// First day and day of cure, such as `2024-03-02…2024-04-01`.
  var span: String { "\(since)…\(curedOn.map { "\($0)" } ?? "")" }
}
