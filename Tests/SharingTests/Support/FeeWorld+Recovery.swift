import EventLog
import EventModel
import Sharing
import Testing

extension FeeWorld {
  @discardableResult
  func cost(
    _ id: String, _ fen: Int64, _ component: String = "labour", pool: String = "nmr", on day: String = "2024-03-01",
    more: String = ""
  ) throws -> Position {
    try ledger.add(
      "cost.recorded",
      #"{"cost":"\#(id)","unit":"x-uni","pool":"\#(pool)","component":"\#(component)","amount":\#(fen)\#(more)}"#,
      at: day)
  }

  /// A use of an hour on a day, and its charge.
  @discardableResult
  func serve(
    _ number: String, on day: String, pool: String = "nmr", lines: [(String, Int64, Int64)]
  ) throws -> Position {
    try use("U\(number)", "\(day)T08:00:00+08:00", "\(day)T09:00:00+08:00")
    return try charge(
      "C\(number)", usage: "U\(number)", standard: nil, pool: pool, day: day, lines: lines, at: "\(day)T12:00:00+08:00")
  }

  /// What corrections of a charge of `u1` have in common.
  static func correction(_ charge: String) -> String {
    #""charge":"\#(charge)","unit":"x-uni","user":"u1","reason":"教学减免","approver":"x-org""#
  }

  @discardableResult
  func adjust(_ charge: String, lines: [(String, Int64, Int64)], pool: String = "nmr", on day: String) throws
    -> Position
  {
    try ledger.add(
      "charge.adjusted",
      #"{\#(FeeWorld.correction(charge)),"pool":"\#(pool)","lines":[\#(FeeWorld.lines(lines))],"#
        + #""total":\#(lines.reduce(0) { $0 + $1.2 })}"#, at: day)
  }

  @discardableResult
  func waive(_ charge: String, _ fen: Int64, on day: String) throws -> Position {
    try ledger.add("charge.waived", #"{\#(FeeWorld.correction(charge)),"amount":\#(fen)}"#, at: day)
  }

  /// A programme `P` and a voucher `V` of `u1` over so much.
  func issueVoucher(_ fen: Int64) throws {
    let days = #""useBy":"2025-12-31","cashBy":"2026-06-30""#
    try ledger.add(
      "programme.opened",
      #"{"programme":"P","name":"P","budget":\#(fen),\#(days),"ratio":10000,"exclusions":[]}"#, at: "2024-01-01")
    try ledger.add(
      "voucher.issued", #"{"voucher":"V","programme":"P","user":"u1","face":\#(fen),\#(days)}"#, at: "2024-01-02")
  }

  private static func deduction(_ id: String, _ charge: String, _ fen: Int64) -> String {
    #""deduction":"\#(id)","voucher":"V","programme":"P","charge":"\#(charge)","unit":"x-uni","user":"u1","#
      + #""amount":\#(fen)"#
  }

  @discardableResult
  func deduct(_ id: String, _ charge: String, _ fen: Int64, on day: String) throws -> Position {
    try ledger.add("voucher.deducted", "{\(FeeWorld.deduction(id, charge, fen))}", at: day)
  }

  @discardableResult
  func reverse(_ id: String, _ charge: String, _ fen: Int64, on day: String) throws -> Position {
    try ledger.add(
      "voucher.deductionReversed",
      #"{\#(FeeWorld.deduction(id, charge, fen)),"useBy":"2025-12-31","reason":"r"}"#, at: day)
  }

  func recovery(
    _ from: String, _ through: String, pool: String? = nil, at day: String = "2025-05-31", known: Position? = nil
  ) throws -> RecoveryStatement {
    let (period, asOf) = (try FeeWorld.period(from, through), try ledger.asOf(day, known: known))
    let (unit, pool) = (try Identifier("x-uni"), try pool.map { try Identifier($0) })
    return try ledger.log.read { try RecoveryStatement($0, unit: unit, pool: pool, in: period, asOf: asOf) }
  }

  static func period(_ from: String, _ through: String) throws -> CivilPeriod {
    try #require(CivilPeriod(from: try Day(iso: from), through: try Day(iso: through)))
  }
}
