import EventLog
import EventModel
import Sharing
import Testing

/// A ledger with fee standards, uses, charges and costs: short ways to the facts tests of money start from.
struct FeeWorld {
  let ledger: TestLedger

  init(_ ledger: TestLedger) { self.ledger = ledger }

  /// Unit `x-uni`, users `u1` and `u2`, resources `R1` and `R2`.
  init() throws {
    ledger = try TestLedger.world()
    try ledger.addResource("R2")
  }

  /// A line of a standard; `more` begins with a comma.
  static func line(
    _ component: String, _ basis: String, _ tiers: [(over: Int64, fen: Int64, flat: Bool)], _ more: String = ""
  ) -> String {
    let tiers = tiers.map { #"{"over":\#($0.over),"fen":\#($0.fen)\#($0.flat ? #","flat":true"# : "")}"# }
    return #"{"component":"\#(component)","basis":"\#(basis)","tiers":[\#(tiers.joined(separator: ","))]\#(more)}"#
  }

  /// 400.00 yuan an hour of labour.
  static let hourly = line("labour", "perHour", [(0, 40_000, false)], #","measure":"used""#)

  @discardableResult
  func publish(
    _ id: String = "F1", resources: [String] = ["R1"], from: String = "2024-01-01", at time: String = "2023-12-01",
    lines: [String] = [FeeWorld.hourly], event: String? = nil
  ) throws -> Position {
    try ledger.add(
      "feeStandard.published",
      """
      {"standard":"\(id)","organisation":"x-uni","resources":[\(FeeWorld.list(resources))],"effectiveFrom":"\(from)",\
      "publishedAt":"https://example.test/fees/\(id)","lines":[\(lines.joined(separator: ","))]}
      """, at: time, id: event ?? "published-\(id)")
  }

  @discardableResult
  func withdraw(
    _ id: String = "F1", resources: [String] = ["R1"], from: String, at time: String
  ) throws -> Position {
    try ledger.add(
      "feeStandard.withdrawn",
      #"{"standard":"\#(id)","organisation":"x-uni","resources":[\#(FeeWorld.list(resources))],"from":"\#(from)"}"#,
      at: time)
  }

  @discardableResult
  func book(_ id: String, _ start: String, _ end: String, resource: String = "R1") throws -> Position {
    try ledger.add(
      "booking.requested",
      #"{"booking":"\#(id)","resource":"\#(resource)","unit":"x-uni","user":"u1","#
        + #""start":"\#(FeeWorld.time(start))","end":"\#(FeeWorld.time(end))","exclusive":false}"#, at: "2024-05-01")
  }

  /// What a usage from one time of 2024-05-06 to another says; `more` begins with a comma.
  static func facts(_ start: String, _ end: String, side: String = "external", _ more: String = "") throws -> String {
    let (from, to) = (try Instant(rfc3339: time(start)), try Instant(rfc3339: time(end)))
    let seconds = (to.microseconds - from.microseconds) / 1_000_000
    return #""user":"u1","side":"\#(side)","purpose":"research","mode":"onSite","start":"\#(time(start))","#
      + #""end":"\#(time(end))","days":[{"day":"\#(from.day)","seconds":\#(seconds)}]\#(more)"#
  }

  @discardableResult
  func use(
    _ id: String = "U1", _ start: String = "08:00:00", _ end: String = "12:00:00", resource: String = "R1",
    side: String = "external", _ more: String = ""
  ) throws -> Position {
    let facts = try FeeWorld.facts(start, end, side: side, more)
    return try ledger.add(
      "usage.recorded", #"{"usage":"\#(id)","resource":"\#(resource)","unit":"x-uni",\#(facts)}"#,
      at: FeeWorld.time(end))
  }

  /// Charges usage `U…` of the same number; lines are component, quantity and fen.
  @discardableResult
  func charge(
    _ id: String = "C1", usage: String = "U1", resource: String = "R1", standard: String? = "F1",
    pool: String = "nmr", day: String = "2024-05-06", lines: [(String, Int64, Int64)], more: String = "",
    at time: String? = nil
  ) throws -> Position {
    let named = standard.map { #","standard":"\#($0)""# } ?? ""
    return try ledger.add(
      "charge.assessed",
      """
      {"charge":"\(id)","unit":"x-uni","resource":"\(resource)","user":"u1","usage":"\(usage)"\(named),\
      "pool":"\(pool)","serviceDay":"\(day)","lines":[\(FeeWorld.lines(lines))],\
      "total":\(lines.reduce(0) { $0 + $1.2 })\(more)}
      """, at: time ?? "2024-05-07")
  }

  static func lines(_ lines: [(String, Int64, Int64)]) -> String {
    lines.map { #"{"component":"\#($0.0)","quantity":\#($0.1),"amount":\#($0.2)}"# }.joined(separator: ",")
  }

  static func list(_ ids: [String]) -> String { ids.map { "\"\($0)\"" }.joined(separator: ",") }

  /// `08:30:00` is a time of 2024-05-06; anything longer is taken as it is.
  static func time(_ text: String) -> String { text.utf8.count > 8 ? text : "2024-05-06T\(text)+08:00" }

  func quote(
    _ usage: String = "U1", userClass: String? = nil, items: Int64 = 0, at day: String = "2024-12-31",
    known: Position? = nil
  ) throws -> Result<Quote, NoQuote> {
    let (id, asOf) = (try Identifier(usage), try ledger.asOf(day, known: known))
    let userClass = try userClass.map { try Identifier($0) }
    return try ledger.log.read { try Quoting.quote(usage: id, userClass: userClass, items: items, $0, asOf: asOf) }
  }

  func check(_ charge: String = "C1", at day: String = "2024-12-31", known: Position? = nil) throws -> ChargeCheck {
    let (id, asOf) = (try Identifier(charge), try ledger.asOf(day, known: known))
    return try #require(try ledger.log.read { try ChargeCheck(id, $0, asOf: asOf) })
  }
}
