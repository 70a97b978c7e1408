import EventLog
import EventModel
import Sharing
import Testing

extension FeeWorld {
  /// Asks a report about the days, for `x-uni` and for all books, which here are the same.
  func report<Answer: Equatable>(
    _ from: String = "2024-01-01", _ through: String = "2024-12-31", at day: String = "2025-05-31",
    known: Position? = nil, _ body: (LogReader, ReportScope) throws -> Answer
  ) throws -> Answer {
    let (period, asOf) = (try FeeWorld.period(from, through), try ledger.asOf(day, known: known))
    let unit = try Identifier("x-uni")
    return try ledger.log.read { log in
      let answer = try body(log, ReportScope(unit: unit, in: period, asOf: asOf))
      let all = try body(log, ReportScope(unit: nil, in: period, asOf: asOf))
      #expect(answer == all)
      return answer
    }
  }
}
