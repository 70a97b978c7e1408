import EventLog
import EventModel
import TestSupport

/// A random history of what scorecards count: resources that come, open, are exempted, corrected, handed over and
/// transferred, policies and sets, publications, uses, ratings and charges; late, and with retractions.
struct RandomScores {
  let ledger: TestLedger
  private var random: SeededRandom
  private var serial = 0
  private var ids: [String] = []
  private var usages: [(id: String, resource: String, unit: String, servant: String?)] = []
  static let units = ["x-uni", "x-b"]
  private static let resources = ["R1", "R2", "R3"]

  init(seed: UInt64, events count: Int) throws {
    random = SeededRandom(seed: seed)
    ledger = try TestLedger.world()
    try ledger.addParty("x-b")
    for _ in 0..<count { try propose() }
  }

  private mutating func one<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: list.indices, using: &random)]
  }
  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func day(_ range: ClosedRange<Int> = 0...400) throws -> String {
    try Day(iso: "2024-01-31").advanced(by: number(range)).description
  }

  /// Two as-ofs anywhere in the history.
  mutating func moments() throws -> (AsOf, AsOf) {
    let head = Int(try ledger.log.head().number)
    func moment(_ random: inout SeededRandom) throws -> AsOf {
      let day = try Day(iso: "2024-01-31").advanced(by: Int.random(in: -5...420, using: &random))
      return AsOf(
        valid: Bool.random(using: &random) ? day.end : day.start,
        known: Position(UInt64(Int.random(in: 1...head, using: &random))))
    }
    return (try moment(&random), try moment(&random))
  }

  private mutating func propose() throws {
    serial += 1
    let (resource, unit, on) = (one(Self.resources), one(Self.units), try day())
    let (type, data) = try fact(resource, unit, on)
    let event = try ledger.event(type, data, at: on, id: "r\(serial)")
    // What cannot be is refused; the rest is history.
    if (try? ledger.log.append([event])) != nil { ids.append("r\(serial)") }
  }

  private mutating func fact(_ resource: String, _ unit: String, _ on: String) throws -> (String, String) {
    switch number(0...17) {
    case 0:
      return (
        "resource.acquired",
        TestLedger.resource(
          resource, unit: unit, value: one([19_999_999, 20_000_000, 60_000_000]), funding: one(["own", "local"]),
          acceptedOn: on)
      )
    case 1, 2:
      return ("resource.opened", #"{"resource":"\#(resource)","mode":"\#(one(["external", "internal", "none"]))"}"#)
    case 3: return ("resource.registered", #"{"resource":"\#(resource)","unit":"\#(unit)"}"#)
    case 4:
      let to = number(0...1) == 0 ? #","to":"\#(try day())""# : ""
      return (
        "resource.exempted",
        #"{"resource":"\#(resource)","ground":"classified","document":"d","approvedBy":"x-org"\#(to)}"#
      )
    case 5:
      let source = one(["own", "central"])
      return (
        "resource.fundingCorrected",
        #"{"resource":"\#(resource)","funding":[{"source":"\#(source)","amount":1}],"reason":"r"}"#
      )
    case 6:
      return ("resource.transferred", #"{"resource":"\#(resource)","from":"x-uni","to":"x-b"}"#)
    case 7:
      return (
        "agency.authorised",
        #"{"agency":"A\#(serial)","principal":"\#(unit)","agent":"x-org","resources":["\#(resource)"],"#
          + #""ownerShare":3000,"from":"\#(on)","to":"\#(try day(200...600))"}"#
      )
    case 8:
      let (name, value) = one([("registrationDays", 10), ("equipmentThresholdFen", 50_000_000), ("disclosureDays", 20)])
      return (
        "policy.published",
        #"{"policy":"P\#(serial)","document":"d","issuedOn":"2024-01-01","effectiveFrom":"\#(try day())","#
          + #""parameters":[{"name":"\#(name)","value":\#(value)}]}"#
      )
    case 9:
      let indicators: [(ScoreIndicatorTerms)] = [
        ("openRate", number(1...5_000), 10_000), ("onTimeRate", 2_000, 10_000),
        ("externalHours", number(0...5_000), 36_000),
        ("satisfaction", 1_000, 45_000), ("disclosure", 500, 1), ("other", 7, 7),
      ]
      let list = indicators.map { #"{"id":"\#($0.0)","weight":\#($0.1),"target":\#($0.2),"cap":4000}"# }
      return (
        "indicatorSet.published",
        #"{"set":"S\#(serial)","effectiveFrom":"\#(try day())","indicators":[\#(list.joined(separator: ","))],"#
          + #""hourBase":\#(number(0...2_000))}"#
      )
    case 10:
      let hash = String(repeating: "0", count: 64)
      return (
        "disclosure.published",
        #"{"unit":"\#(unit)","period":{"from":"2024-01-01","to":"\#(one(["2024-06-30", "2024-12-31"]))"},"#
          + #""contentHash":"\#(hash)"}"#
      )
    case 11: if let id = ids.isEmpty ? nil : one(ids) { return ("event.retracted", try ledger.retraction(id)) }
    case 12 where !usages.isEmpty:
      let usage = one(usages)
      return (
        "satisfaction.rated", #"{"usage":"\#(usage.id)","unit":"\#(usage.unit)","user":"u1","score":\#(number(1...5))}"#
      )
    case 13 where !usages.isEmpty:
      let usage = one(usages)
      let servant = usage.servant.map { #","operator":"\#($0)""# } ?? ""
      return (
        "charge.assessed",
        TestLedger.charge(
          "C\(serial)", usage: usage.id, unit: usage.unit, resource: usage.resource, day: on, more: servant)
      )
    default: break
    }
    let servant = number(0...2) == 0 ? "x-org" : nil
    let id = "U\(serial)"
    usages.append((id, resource, unit, servant))
    return (
      "usage.recorded",
      try TestLedger.use(
        id, of: resource, unit: unit, side: one(["external", "internal"]), from: on, seconds: number(1...200_000),
        operator: servant)
    )
  }

  private typealias ScoreIndicatorTerms = (String, Int, Int)
}
