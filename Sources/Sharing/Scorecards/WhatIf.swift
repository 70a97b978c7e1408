package import EventLog
public import EventModel

/// A party that a proposal moves, in rank or in points.
public struct ScoreMove: Sendable, Hashable {
  /// Its scorecard as things are.
  public let before: RankedScorecard
  /// Its scorecard by the proposal.
  public let after: RankedScorecard

  /// The party.
  public var party: Identifier { before.card.party }
}

/// What a proposed indicator set or proposed policy parameters would do to the scorecards of a period; nothing is recorded.
public struct WhatIf: Sendable, Hashable {
  /// The scorecards as things are.
  public let before: Ranking
  /// The scorecards by the proposal.
  public let after: Ranking
  /// The parties whose rank or points differ, in the order of their new ranks.
  public let moves: [ScoreMove]

  /// Ranks all parties twice.
  ///
  /// - Complexity: that of one ranking, of two when policy parameters are proposed.
  package init(
    _ log: LogReader, _ question: ScoreQuestion, by choice: IndicatorSetChoice, _ proposal: ScoreProposal
  ) throws {
    let set = try choice.resolved(question, log)
    let tallies = try ScoreBook(all: log, question).tallies
    before = Ranking(question, set, tallies)
    var proposed = question
    proposed.parameters = proposal.parameters
    after = Ranking(
      proposed, proposal.set.map(IndicatorSet.init(proposed:)) ?? set,
      proposal.parameters.isEmpty ? tallies : try ScoreBook(all: log, proposed).tallies)
    let old = Dictionary(uniqueKeysWithValues: before.rows.map { ($0.card.party, $0) })
    moves = after.rows.compactMap { row in
      guard let earlier = old[row.card.party] else { return nil }
      let points = zip(earlier.card.cells, row.card.cells).map { $0.points == $1.points }
      let isSame = earlier.rank == row.rank && earlier.card.total == row.card.total && points.allSatisfy { $0 }
      return isSame ? nil : ScoreMove(before: earlier, after: row)
    }
  }
}
