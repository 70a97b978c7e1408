import EventLog
import EventModel
import Sharing
import TestSupport
import Testing

/// Histories of money, vouchers and services by others, of which scorecards must be the same however they are asked for.
@Suite struct `Scorecards of histories` {
  @Test(arguments: 901...908 as ClosedRange<UInt64>)
  func `agree one by one, all at once, by role and between any two moments`(seed: UInt64) throws {
    var maker = HistoryMaker(random: SeededRandom(seed: seed))
    let ledger = try HistoryLedger()
    _ = try maker.run(ledger)
    var random = SeededRandom(seed: seed)
    let first = try Day(number: Int64(HistoryMaker.firstDay))
    let period = try #require(CivilPeriod(from: first.advanced(by: 20), through: first.advanced(by: 110)))
    try ledger.log.read { log in
      func moment() throws -> AsOf {
        let day = try first.advanced(by: Int.random(in: 10...160, using: &random))
        return AsOf(
          valid: day.end, known: Position(UInt64(Int.random(in: 1...Int(log.head.number), using: &random))))
      }
      for _ in 0..<4 {
        let (from, to) = (try moment(), try moment())
        var sums: [ScoreRole: ScoreTally] = [:]
        for role in ScoreRole.allCases {
          let question = ScoreQuestion(role, in: period, asOf: to)
          for row in try Ranking(log, question, by: .inForce).rows {
            let card = try Scorecard(log, of: row.card.party, question, by: .inForce)
            #expect(card == row.card, "seed \(seed), \(row.card.party) as \(role) at \(to)")
          }
          for party in HistoryMaker.units + ["x-org"] {
            let party = try Identifier(party)
            let (old, new) = (
              try Scorecard(log, of: party, ScoreQuestion(role, in: period, asOf: from), by: .inForce),
              try Scorecard(log, of: party, question, by: .inForce)
            )
            for measure in ScoreMeasure.allCases { sums[role, default: ScoreTally()][measure] += new.tally[measure] }
            for cell in new.cells {
              let explanation = try ScoreExplanation(
                log, of: party, cell.id, role, in: period,
                from: ScoreSide(log, role, in: period, asOf: from, by: .inForce),
                to: ScoreSide(log, role, in: period, asOf: to, by: .inForce))
              let isChain = explanation.steps.reduce(explanation.before) { $1.before == $0 ? $1.after : $0 }
              #expect(
                isChain == explanation.after && explanation.before == ScoreFigure(old[cell.id])
                  && explanation.after == ScoreFigure(cell),
                "seed \(seed), \(cell.id) of \(party) as \(role), \(from) → \(to)")
            }
          }
        }
        for measure in ScoreMeasure.allCases {
          #expect(sums[.unit]?[measure] == sums[.organisation]?[measure], "seed \(seed), \(measure) at \(to)")
        }
      }
    }
  }
}
