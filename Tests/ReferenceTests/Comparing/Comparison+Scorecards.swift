import EventLog
import EventModel
import Sharing

/// Scorecards of units and organisations: every indicator, points, totals, places, and what explains a difference.
extension Comparison {
  mutating func compareScorecards(_ here: SlowLedger, valid: Instant, known: Position) throws {
    let asOf = AsOf(valid: valid, known: known)
    guard let period = try scoredPeriod() else { return }
    let scoring = SlowScoring(
      here, valid: valid, from: SlowTime.day(period.from), through: SlowTime.day(period.through))
    // Mostly the set in force, else any that is published.
    let published = scoring.facts.compactMap { event -> Identifier? in
      if case .indicatorSetPublished(let data) = event.event.payload { data.set } else { nil }
    }
    let named = Int.random(in: 0..<3, using: &random) == 0 ? published.randomElement(using: &random) : nil
    let set = named.map { id in scoring.set(named: id) } ?? scoring.setInForce
    for role in ScoreRole.allCases {
      let question = "\(role) \(period.from) to \(period.through) by \(set?.set.text ?? "no set") at \(valid), \(known)"
      let ranking = try ledger.log.read {
        try Ranking(
          $0, ScoreQuestion(role, in: period, asOf: asOf), by: named.map { .named($0) } ?? .inForce)
      }
      let candidates = scoring.candidates(isOrganisation: role == .organisation)
      let scores = candidates.map { party in
        SlowScore(
          SlowScorecard(
            scoring, SlowCandidate(party: party, isOrganisation: role == .organisation),
            hourBase: set.map { Int($0.hourBase.value) }), set)
      }
      compare(ranking, with: scores, question)
      if let row = ranking.rows.randomElement(using: &random) {
        let alone = try ledger.log.read {
          try Scorecard(
            $0, of: row.card.party, ScoreQuestion(role, in: period, asOf: asOf),
            by: named.map { .named($0) } ?? .inForce)
        }
        differences.compare("scorecard alone", "\(row.card.party) \(question)", alone.cells, row.card.cells)
      }
    }
  }

  private mutating func compare(_ ranking: Ranking, with scores: [SlowScore], _ question: String) {
    let places = SlowScore.places(scores)
    var (found, expected): ([String: [String: String]], [String: [String: String]]) = ([:], [:])
    for row in ranking.rows {
      var cells: [String: String] = ["total": "\(row.card.total)", "rank": "\(row.rank)"]
      for cell in row.card.cells {
        let value = cell.value.map { SlowFraction(numerator: Int($0.numerator), denominator: Int($0.denominator)).told }
        cells[cell.id.text] = "\(value ?? "none") \(cell.points.map { "\($0)" } ?? "-")"
      }
      found[row.card.party.text] = cells
    }
    for score in scores {
      var cells = ["total": "\(score.total)", "rank": "\(places[score.card.candidate] ?? 0)"]
      for (indicator, value) in score.card.values {
        let points = score.points.first { $0.indicator == indicator }?.points
        cells[indicator] = "\(value?.told ?? "none") \(points.map { "\($0)" } ?? "-")"
      }
      expected[score.card.candidate.party.text] = cells
    }
    differences.compare("scored parties", question, Set(found.keys).sorted(), Set(expected.keys).sorted())
    for (party, cells) in found {
      for (indicator, told) in cells where expected[party] != nil && told != expected[party]?[indicator] {
        differences.add(
          "scorecard \(indicator)",
          "\(party) \(question): the ledger says \(told), the reference \(expected[party]?[indicator] ?? "nothing")")
      }
    }
  }

  /// What explains a difference starts at one card, ends at the other, and has no gap: so it adds up exactly.
  mutating func compareExplanations() throws {
    for kind in 0..<3 {
      guard let period = try scoredPeriod() else { return }
      let (first, second) = (time(known: place()), time(known: place()))
      // Two positions at one valid time, two valid times at one position, or both.
      let from = AsOf(valid: first.valid, known: Position(UInt64(first.known)))
      let to = AsOf(
        valid: kind == 0 ? first.valid : second.valid, known: kind == 1 ? from.known : Position(UInt64(second.known)))
      for role in ScoreRole.allCases {
        guard let party = HistoryMaker.servants.randomElement(using: &random) else { return }
        let id = try Identifier(party)
        let indicator = ScoreIndicator.allCases.randomElement(using: &random)
        for cell in [nil, indicator] { try explain(id, cell, role, period, from, to) }
      }
    }
  }

  private mutating func explain(
    _ party: Identifier, _ indicator: ScoreIndicator?, _ role: ScoreRole, _ period: CivilPeriod, _ from: AsOf,
    _ to: AsOf
  ) throws {
    let id = try indicator.map { try Identifier($0.rawValue) }
    let (explanation, before, after) = try ledger.log.read { log in
      func side(_ asOf: AsOf) throws -> ScoreSide { try ScoreSide(log, role, in: period, asOf: asOf, by: .inForce) }
      func card(_ asOf: AsOf) throws -> Scorecard {
        try Scorecard(log, of: party, ScoreQuestion(role, in: period, asOf: asOf), by: .inForce)
      }
      return (
        try ScoreExplanation(log, of: party, id, role, in: period, from: side(from), to: side(to)), try card(from),
        try card(to)
      )
    }
    func figure(_ card: Scorecard) -> ScoreFigure {
      guard let indicator else { return ScoreFigure(value: nil, points: card.total) }
      return ScoreFigure(value: card[indicator].value, points: card[indicator].points ?? 0)
    }
    let what = "\(indicator?.rawValue ?? "total") of \(role) \(party) \(period.from) to \(period.through)"
    let question = "\(what) from \(from.valid), \(from.known) to \(to.valid), \(to.known)"
    differences.compare("explanation start", question, explanation.before, figure(before))
    differences.compare("explanation end", question, explanation.after, figure(after))
    var last = explanation.before
    for step in explanation.steps {
      if step.before != last { differences.add("explanation gap", "\(question): \(step)") }
      last = step.after
    }
    differences.compare("explanation sum", question, last, explanation.after)
    let points = explanation.steps.map(\.points).reduce(0, +)
    differences.compare("explanation points", question, points, figure(after).points - figure(before).points)
    for step in explanation.steps {
      guard let event = step.event else { continue }
      // What explains is known at one of the two positions.
      if event.position > max(from.known, to.known) { differences.add("explanation event", "\(question): \(step)") }
    }
  }

  private mutating func scoredPeriod() throws -> CivilPeriod? {
    let from = HistoryMaker.firstDay + Int.random(in: -40...HistoryMaker.spanDays - 20, using: &random)
    let through = from + Int.random(in: 0...150, using: &random)
    return CivilPeriod(from: try Day(number: Int64(from)), through: try Day(number: Int64(through)))
  }

  private mutating func place() -> Int { Int.random(in: 0...slow.head, using: &random) }
}
