import EventLog
import EventModel
import Sharing
import Testing

/// Short ways to counted facts and to what they come to.
extension TestLedger {
  /// The golden usage: 2024-12-31 20:00 to 2025-01-01 06:00, 4 h on the old year's day and 6 h on the new one's.
  @discardableResult
  func addNewYearUsage(_ id: String = "U1", event: String = "new-year") throws -> Position {
    try add(
      "usage.recorded", #"{"usage":"\#(id)","resource":"R1","unit":"x-uni",\#(TestLedger.newYear.dropFirst())"#,
      at: "2025-01-01T06:00:00+08:00", id: event)
  }

  static let newYear = """
    {"user":"u1","side":"external","purpose":"research","mode":"onSite","start":"2024-12-31T20:00:00+08:00",\
    "end":"2025-01-01T06:00:00+08:00","days":[{"day":"2024-12-31","seconds":14400},{"day":"2025-01-01","seconds":21600}]}
    """

  /// A cost of the pool `nmr`, in fen.
  @discardableResult
  func addCost(
    _ id: String, _ amount: Int64, unit: String = "x-uni", component: String = "material", postedOn: String? = nil,
    at time: String = "2024-05-06"
  ) throws -> Position {
    let posted = postedOn.map { #","postedOn":"\#($0)""# } ?? ""
    return try add(
      "cost.recorded",
      #"{"cost":"\#(id)","unit":"\#(unit)","pool":"nmr","component":"\#(component)","amount":\#(amount)\#(posted)}"#,
      at: time, id: "cost-\(id)")
  }

  /// Usage `U1` on 2024-05-06 and its charge `C1` of 1,600.00 yuan.
  @discardableResult
  func addCharge() throws -> Position {
    try add("usage.recorded", TestLedger.usage(), at: "2024-05-06T12:00:00+08:00", id: "used")
    return try add(
      "charge.assessed",
      """
      {"charge":"C1","unit":"x-uni","resource":"R1","user":"u1","usage":"U1","pool":"nmr","serviceDay":"2024-05-06",\
      "lines":[{"component":"labour","quantity":14400,"amount":160000}],"total":160000}
      """, at: "2024-05-07", id: "charged")
  }

  @discardableResult
  func addPayment(_ amount: Int64, _ id: String = "P1", at time: String = "2024-05-20") throws -> Position {
    try add(
      "payment.received",
      #"{"payment":"\#(id)","charge":"C1","unit":"x-uni","user":"u1","amount":\#(amount)}"#, at: time, id: "paid-\(id)")
  }

  /// The balances at the end of a day as `account amount`, in order.
  func balances(_ prefix: String? = nil, _ valid: String, known: Position? = nil) throws -> [String] {
    let (prefix, asOf) = (try prefix.map { try AccountPrefix($0) }, try asOf(valid, known: known))
    return try log.read { try Balances($0, asOf: asOf, prefix: prefix) }.rows.map { "\($0.account) \($0.amount)" }
  }

  /// The movements between two days as `from…through opening +debit -credit =closing`, account after account.
  func movements(
    _ prefix: String, _ from: String, _ through: String, every step: PeriodStep? = nil, known: Position? = nil
  ) throws -> [String] {
    let (prefix, asOf) = (try AccountPrefix(prefix), try asOf(through, known: known))
    let period = try #require(CivilPeriod(from: try Day(iso: from), through: try Day(iso: through)))
    return try log.read { try Movements($0, asOf: asOf, prefix: prefix, in: period, every: step) }.accounts
      .flatMap(\.movements).map {
        "\($0.period.from)…\($0.period.through) \($0.opening) +\($0.debit) -\($0.credit) =\($0.closing)"
      }
  }

  func register(
    _ prefix: String, _ valid: String, from: String? = nil, through: String? = nil, known: Position? = nil
  ) throws -> Register {
    let (prefix, asOf) = (try AccountPrefix(prefix), try asOf(valid, known: known))
    let (from, through) = (try from.map { try Day(iso: $0) }, try through.map { try Day(iso: $0) })
    return try log.read { try Register($0, asOf: asOf, prefix: prefix, from: from, through: through) }
  }

  func explanation(
    _ account: String, _ valid: String, from: String? = nil, through: String? = nil, known: Position? = nil
  ) throws -> Explanation {
    let (account, asOf) = (try Account(account), try asOf(valid, known: known))
    let (from, through) = (try from.map { try Day(iso: $0) }, try through.map { try Day(iso: $0) })
    return try log.read { try Explanation($0, of: account, asOf: asOf, from: from, through: through) }
  }

  func balanceDifference(
    _ prefix: String? = nil, _ valid: String, from earlier: Position, to later: Position? = nil
  ) throws -> BalanceDifference {
    let (prefix, later) = (try prefix.map { try AccountPrefix($0) }, try later ?? log.head())
    let valid = try asOf(valid).valid
    return try log.read { try BalanceDifference($0, valid: valid, from: earlier, to: later, prefix: prefix) }
  }
}
