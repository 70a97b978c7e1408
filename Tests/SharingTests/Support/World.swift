import EventModel

/// Short ways to the facts most tests start from: unit `x-uni`, user `u1`, resource `R1`.
extension TestLedger {
  @discardableResult
  func addParty(
    _ id: String, kind: String = "unit", name: String? = nil, at time: String = "2016-01-01"
  ) throws -> Position {
    try add("party.registered", #"{"party":"\#(id)","kind":"\#(kind)","name":"\#(name ?? id)"}"#, at: time)
  }

  /// Equipment of 500,000.00 yuan out of local money.
  @discardableResult
  func addResource(
    _ id: String = "R1", unit: String = "x-uni", value: Int64 = 50_000_000, funding: String = "local",
    kind: String = "equipment", acceptedOn: String = "2024-01-31", name: String = "NMR", extra: String = "",
    at time: String? = nil, event: String? = nil
  ) throws -> Position {
    try add(
      "resource.acquired",
      TestLedger.resource(
        id, unit: unit, value: value, funding: funding, kind: kind, acceptedOn: acceptedOn, name: name, extra: extra),
      at: time ?? acceptedOn, id: event)
  }

  static func resource(
    _ id: String = "R1", unit: String = "x-uni", value: Int64 = 50_000_000, funding: String = "local",
    kind: String = "equipment", acceptedOn: String = "2024-01-31", name: String = "NMR", extra: String = ""
  ) -> String {
    """
    {"resource":"\(id)","unit":"\(unit)","kind":"\(kind)","name":"\(name)","originalValue":\(value),\
    "funding":[{"source":"\(funding)","amount":\(value)}],"acceptedOn":"\(acceptedOn)","source":"purchase"\(extra)}
    """
  }

  /// A ledger with unit `x-uni`, organisation `x-org`, users `u1` and `u2`, and resource `R1`.
  static func world() throws -> TestLedger {
    let ledger = try TestLedger()
    try ledger.addParty("x-uni", name: "渝州大学")
    try ledger.addParty("x-org", kind: "organisation")
    try ledger.addParty("u1", kind: "user")
    try ledger.addParty("u2", kind: "user")
    try ledger.addResource()
    return ledger
  }

  /// The fields every event of a booking repeats.
  static func booking(_ id: String, resource: String = "R1", user: String = "u1", _ more: String = "") -> String {
    #"{"booking":"\#(id)","resource":"\#(resource)","unit":"x-uni","user":"\#(user)"\#(more.isEmpty ? "" : ",")\#(more)}"#
  }

  /// A span of hours on 2024-05-06.
  static func span(_ from: Int, _ to: Int, exclusive: Bool = true) -> String {
    #""start":"\#(time(from))","end":"\#(time(to))","exclusive":\#(exclusive)"#
  }

  static func time(_ hour: Int) -> String { "2024-05-06T\(hour < 10 ? "0" : "")\(hour):00:00+08:00" }

  /// Requests and approves an exclusive booking.
  func addApproved(_ id: String, _ from: Int, _ to: Int, on day: String = "2024-05-01") throws {
    try add("booking.requested", TestLedger.booking(id, TestLedger.span(from, to)), at: day, id: "\(id)-requested")
    try add("booking.approved", TestLedger.booking(id, TestLedger.span(from, to)), at: day, id: "\(id)-approved")
  }

  /// A usage of `R1` by `u1` on 2024-05-06.
  static func usage(
    _ id: String = "U1", _ from: Int = 8, _ to: Int = 12, seconds: Int? = nil, more: String = ""
  ) -> String {
    #"{"usage":"\#(id)","resource":"R1","unit":"x-uni","#
      + facts(from, to, seconds: seconds).dropFirst().dropLast() + more + "}"
  }

  /// The same facts as a correction repeats them.
  static func facts(_ from: Int = 8, _ to: Int = 12, seconds: Int? = nil) -> String {
    """
    {"user":"u1","side":"external","purpose":"research","mode":"onSite","start":"\(time(from))","end":"\(time(to))",\
    "days":[{"day":"2024-05-06","seconds":\(seconds ?? (to - from) * 3_600)}]}
    """
  }
}
