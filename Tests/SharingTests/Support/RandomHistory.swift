import EventLog
import EventModel
import TestSupport
import Testing

/// A ledger with a random history of a few resources: facts late and in order, some taken back, some refused.
struct RandomHistory {
  static let resources = ["1", "2", "3", "4"]
  private static let units = ["x-a", "x-b"]

  let ledger: TestLedger

  init(eventCount: Int, using random: inout SeededRandom) throws {
    ledger = try TestLedger(now: "2025-06-01T00:00:00+08:00")
    for unit in RandomHistory.units { try ledger.addParty(unit) }
    for (index, id) in RandomHistory.resources.enumerated() {
      let kind = index == 3 ? "scientificData" : "equipment"
      let accepted = index == 2 ? "2016-10-01" : "2024-01-0\(index + 1)"
      try ledger.addResource(
        id, unit: "x-a", value: Int64.random(in: 15_000_000...25_000_000, using: &random),
        funding: Bool.random(using: &random) ? "local" : "central", kind: kind, acceptedOn: accepted,
        at: "2024-01-01")
    }
    var ids: [String] = []
    for number in 0..<eventCount {
      let id = "h\(number)"
      let event =
        if number % 9 == 8, let target = ids.randomElement(using: &random) {
          try ledger.event("event.retracted", try ledger.retraction(target), at: "2024-06-01", id: id)
        } else {
          try RandomHistory.fact(id, ledger, using: &random)
        }
      let isRecorded = try ledger.log.appendEach([event]).allSatisfy { if case .success = $0 { true } else { false } }
      if isRecorded, event.type != .eventRetracted { ids.append(id) }
    }
  }

  /// A moment from 2023-12 to 2025-03, often at midnight, so that days and ties are met.
  static func time(using random: inout SeededRandom) throws -> Instant {
    let day = try Day(iso: "2023-12-25").advanced(by: Int.random(in: 0...440, using: &random))
    return Bool.random(using: &random) ? day.start : day.end
  }

  private static func fact(_ id: String, _ ledger: TestLedger, using random: inout SeededRandom) throws -> Event {
    let resource = try #require(resources.randomElement(using: &random))
    let day = try Day(iso: "2024-01-01").advanced(by: Int.random(in: 0...400, using: &random))
    let hour = Int.random(in: 10...12, using: &random)
    let (type, more) = try content(on: day, using: &random)
    let data =
      type == "policy.published"
      ? TestLedger.policy("P\(id)", more, from: "\(day)") : #"{"resource":"\#(resource)"\#(more)}"#
    return try ledger.event(type, data, at: "\(day)T\(hour):00:00+08:00", id: id)
  }

  private static func content(on day: Day, using random: inout SeededRandom) throws -> (String, String) {
    switch Int.random(in: 0..<20, using: &random) {
    case 0, 1, 2:
      let value = Int64.random(in: 15_000_000...25_000_000, using: &random)
      return ("resource.revalued", #","originalValue":\#(value),"reason":"r""#)
    case 3: return ("resource.registered", #","unit":"x-a""#)
    case 4: return ("resource.registered", #","unit":"x-b""#)
    case 5, 6, 7: return ("resource.opened", #","mode":"external""#)
    case 8: return ("resource.opened", #","mode":"internal""#)
    case 9: return ("resource.closed", "")
    case 10: return ("resource.statusChanged", #","status":"retired""#)
    case 11: return ("resource.statusChanged", #","status":"awaitingRepair""#)
    case 12: return ("resource.transferred", #","from":"x-a","to":"x-b""#)
    case 13: return ("resource.transferred", #","from":"x-b","to":"x-a""#)
    case 14: return ("resource.exempted", #","ground":"classified","document":"d","approvedBy":"x-a""#)
    case 15:
      let to = try day.advanced(by: Int.random(in: 0...60, using: &random))
      return ("resource.exempted", #","ground":"specialRule","document":"d","approvedBy":"x-a","to":"\#(to)""#)
    case 16, 17: return ("exemption.ended", "")
    case 18:
      let value = Int64.random(in: 18_000_000...22_000_000, using: &random)
      return ("policy.published", #"{"name":"equipmentThresholdFen","value":\#(value)}"#)
    default:
      return ("policy.published", #"{"name":"registrationDays","value":\#(Int.random(in: 0...60, using: &random))}"#)
    }
  }
}
