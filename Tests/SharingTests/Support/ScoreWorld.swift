import EventLog
import EventModel
import Sharing
import Testing

/// Short ways to scorecards and to the facts they count; unless said otherwise of unit `x-uni` in 2024, at its end.
extension TestLedger {
  static func days(_ from: String = "2024-01-01", _ through: String = "2024-12-31") throws -> CivilPeriod {
    try #require(CivilPeriod(from: try Day(iso: from), through: try Day(iso: through)))
  }

  /// One card; it must say the same as its row in the ranking and as the explanation's own sums.
  func card(
    _ party: String = "x-uni", as role: ScoreRole = .unit, in period: CivilPeriod? = nil, at day: String = "2024-12-31",
    known: Position? = nil, by set: IndicatorSetChoice = .inForce
  ) throws -> Scorecard {
    let (party, period) = (try Identifier(party), try period ?? TestLedger.days())
    let question = ScoreQuestion(role, in: period, asOf: try asOf(day, known: known))
    return try log.read { log in
      let card = try Scorecard(log, of: party, question, by: set)
      if let row = try Ranking(log, question, by: set)[party] { #expect(row.card == card) }
      let side = try ScoreSide(log, role, in: period, asOf: question.asOf, by: set)
      for cell in card.cells {
        let same = try ScoreExplanation(log, of: party, cell.id, role, in: period, from: side, to: side)
        #expect(same.before == ScoreFigure(cell) && same.after == ScoreFigure(cell) && same.steps.isEmpty, "\(cell.id)")
      }
      return card
    }
  }

  func ranking(
    as role: ScoreRole = .unit, in period: CivilPeriod? = nil, at day: String = "2024-12-31",
    by set: IndicatorSetChoice = .inForce
  ) throws -> Ranking {
    let question = ScoreQuestion(role, in: try period ?? TestLedger.days(), asOf: try asOf(day))
    return try log.read { try Ranking($0, question, by: set) }
  }

  func explain(
    _ indicator: ScoreIndicator?, _ party: String = "x-uni", as role: ScoreRole = .unit, from: AsOf, to: AsOf,
    by first: IndicatorSetChoice = .inForce, to second: IndicatorSetChoice = .inForce, _ proposal: ScoreProposal? = nil
  ) throws -> ScoreExplanation {
    let (party, period) = (try Identifier(party), try TestLedger.days())
    let id = try indicator.map { try Identifier($0.rawValue) }
    let explanation = try log.read { log in
      try ScoreExplanation(
        log, of: party, id, role, in: period, from: ScoreSide(log, role, in: period, asOf: from, by: first),
        to: ScoreSide(log, role, in: period, asOf: to, by: second, proposal))
    }
    explanation.expectToAddUp()
    return explanation
  }

  func evidence(_ indicator: ScoreIndicator, at day: String = "2024-12-31") throws -> ScoreEvidence {
    let question = ScoreQuestion(.unit, in: try TestLedger.days(), asOf: try asOf(day))
    let party = try Identifier("x-uni")
    return try log.read { try ScoreEvidence($0, of: party, indicator, question) }
  }

  /// Publishes a set of indicators as id, weight, target and cap.
  @discardableResult
  func publishSet(
    named id: String = "S", from day: String = "2024-01-01", _ indicators: [(ScoreIndicator, Int, Int, Int)],
    hourBase: Int = 1_400, at time: String = "2023-12-01", event: String? = nil
  ) throws -> Position {
    try add(
      "indicatorSet.published", TestLedger.set(named: id, from: day, indicators, hourBase: hourBase), at: time,
      id: event)
  }

  static func set(
    named id: String = "S", from day: String = "2024-01-01", _ indicators: [(ScoreIndicator, Int, Int, Int)],
    hourBase: Int = 1_400
  ) -> String {
    let list = indicators.map { #"{"id":"\#($0.0.rawValue)","weight":\#($0.1),"target":\#($0.2),"cap":\#($0.3)}"# }
    return #"{"set":"\#(id)","effectiveFrom":"\#(day)","indicators":[\#(list.joined(separator: ","))],"#
      + #""hourBase":\#(hourBase)}"#
  }

  static func proposed(_ data: String) throws -> IndicatorSetPublished {
    guard case .indicatorSetPublished(let data) = try payload(.indicatorSetPublished, data) else {
      throw Failure.notASet
    }
    return data
  }

  private enum Failure: Error { case notASet }

  /// The data of a use of whole seconds from the first instant of a day on, by `u1`.
  static func use(
    _ id: String, of resource: String = "R1", unit: String = "x-uni", side: String = "external", from day: String,
    seconds: Int, operator servant: String? = nil
  ) throws -> String {
    let facts = try useFacts(side: side, from: day, seconds: seconds, operator: servant).dropFirst()
    return #"{"usage":"\#(id)","resource":"\#(resource)","unit":"\#(unit)",\#(facts)"#
  }

  /// The same facts as a correction repeats them.
  static func useFacts(
    side: String = "external", from day: String, seconds: Int, operator servant: String? = nil
  ) throws -> String {
    let start = try Day(iso: day).start
    var (shares, rest, date): ([String], Int, Day) = ([], seconds, try Day(iso: day))
    while rest > 0 {
      shares.append(#"{"day":"\#(date)","seconds":\#(min(rest, 86_400))}"#)
      rest -= min(rest, 86_400)
      date = try date.advanced(by: 1)
    }
    let end = try Instant(microseconds: start.microseconds + Int64(seconds) * 1_000_000)
    return """
      {\(servant.map { #""operator":"\#($0)","# } ?? "")\
      "user":"u1","side":"\(side)","purpose":"research","mode":"onSite","start":"\(start)","end":"\(end)",\
      "days":[\(shares.joined(separator: ","))]}
      """
  }

  @discardableResult
  func addUse(
    _ id: String, of resource: String = "R1", unit: String = "x-uni", side: String = "external",
    from day: String = "2024-05-06", hours: Int, operator servant: String? = nil
  ) throws -> Position {
    let data = try TestLedger.use(
      id, of: resource, unit: unit, side: side, from: day, seconds: hours * 3_600, operator: servant)
    return try add("usage.recorded", data, at: day)
  }
}

extension ScoreExplanation {
  /// Whether the steps are one chain from the first figure to the last.
  var addsUp: Bool {
    var figure = before
    for step in steps {
      guard step.before == figure, step.after != figure else { return false }
      figure = step.after
    }
    return figure == after && steps.reduce(0) { $0 + $1.points } == points
  }

  func expectToAddUp() { #expect(addsUp, "\(party) \(indicator?.text ?? "total"): \(before) … \(after)") }

  /// The positions of the events among the causes.
  var positions: [Position] { steps.compactMap { if case .event(let position) = $0.cause { position } else { nil } } }
}

extension Scorecard {
  /// The value of an indicator in the unit of targets.
  func rounded(_ indicator: ScoreIndicator) -> Int64? { self[indicator].rounded }

  /// The indicators whose cell differs from another card's.
  func differences(to other: Scorecard) -> Set<ScoreIndicator> {
    Set(ScoreIndicator.allCases.filter { self[$0].value?.inLowestTerms != other[$0].value?.inLowestTerms })
  }
}
