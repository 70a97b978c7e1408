import EventLog
import EventModel
import Sharing
import TestSupport
import Testing

@Suite struct `Scorecards of random histories` {
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `are explained exactly between any two moments`(seed: UInt64) throws {
    var history = try RandomScores(seed: seed, events: 150)
    let ledger = history.ledger
    let period = try TestLedger.days()
    for _ in 0..<12 {
      let (from, to) = try history.moments()
      for (party, role) in [
        ("x-uni", ScoreRole.unit), ("x-b", .unit), ("x-org", .organisation), ("x-uni", .organisation),
      ] {
        let party = try Identifier(party)
        try ledger.log.read { log in
          let (first, last) = (
            try Scorecard(log, of: party, ScoreQuestion(role, in: period, asOf: from), by: .inForce),
            try Scorecard(log, of: party, ScoreQuestion(role, in: period, asOf: to), by: .inForce)
          )
          let sides = (
            try ScoreSide(log, role, in: period, asOf: from, by: .inForce),
            try ScoreSide(log, role, in: period, asOf: to, by: .inForce)
          )
          let where_ = "seed \(seed), \(party) as \(role), \(from) → \(to)"
          for cell in last.cells {
            let explanation = try ScoreExplanation(
              log, of: party, cell.id, role, in: period, from: sides.0, to: sides.1)
            #expect(explanation.addsUp, "\(where_), \(cell.id)")
            #expect(explanation.before == ScoreFigure(first[cell.id]), "\(where_), \(cell.id)")
            #expect(explanation.after == ScoreFigure(cell), "\(where_), \(cell.id)")
          }
          let total = try ScoreExplanation(log, of: party, nil, role, in: period, from: sides.0, to: sides.1)
          #expect(total.addsUp && total.before.points == first.total && total.after.points == last.total, "\(where_)")
        }
      }
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `are the same one by one and all at once`(seed: UInt64) throws {
    var history = try RandomScores(seed: seed, events: 150)
    for _ in 0..<6 {
      let asOf = try history.moments().0
      for role in ScoreRole.allCases {
        let question = ScoreQuestion(role, in: try TestLedger.days(), asOf: asOf)
        try history.ledger.log.read { log in
          for row in try Ranking(log, question, by: .inForce).rows {
            #expect(
              try Scorecard(log, of: row.card.party, question, by: .inForce) == row.card, "seed \(seed) \(question)")
          }
        }
      }
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `count no service twice within a role`(seed: UInt64) throws {
    var history = try RandomScores(seed: seed, events: 200)
    let asOf = AsOf(valid: .last, known: try history.ledger.log.head())
    _ = try history.day()
    let period = try TestLedger.days("2024-01-01", "2025-12-31")
    try history.ledger.log.read { log in
      var sums: [ScoreRole: ScoreTally] = [:]
      for role in ScoreRole.allCases {
        for party in ["x-uni", "x-b", "x-org"] {
          let card = try Scorecard(
            log, of: Identifier(party), ScoreQuestion(role, in: period, asOf: asOf), by: .inForce)
          for measure in ScoreMeasure.allCases { sums[role, default: ScoreTally()][measure] += card.tally[measure] }
        }
      }
      for measure in ScoreMeasure.allCases {
        #expect(sums[.unit]?[measure] == sums[.organisation]?[measure], "seed \(seed) \(measure)")
      }
    }
  }
}
