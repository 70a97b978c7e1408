package import EventLog
public import EventModel

/// A scorecard with its place among others.
public struct RankedScorecard: Sendable, Hashable {
  /// The place, from 1; equals share one, and the next place is after all of them.
  public let rank: Int
  /// The scorecard.
  public let card: Scorecard
}

/// The scorecards of all parties of a role, best first.
///
/// By total; equal totals by service income, then by external hours for each resource; what is equal in all three has
/// equal rank and is in the order of ids.
public struct Ranking: Sendable, Hashable {
  /// As what, in which days, as of when.
  public let question: ScoreQuestion
  /// By which indicators; `nil` when no set is in force.
  public let set: IndicatorSet?
  /// The scorecards in the order of their ranks.
  public let rows: [RankedScorecard]

  /// Puts scorecards of one question in order.
  init(_ question: ScoreQuestion, _ set: IndicatorSet?, _ cards: [Scorecard]) {
    self.question = question
    self.set = set
    let sorted = cards.sorted { left, right in
      Ranking.isBefore(left, right) || !Ranking.isBefore(right, left) && left.party < right.party
    }
    var rows: [RankedScorecard] = []
    for (index, card) in sorted.enumerated() {
      let isEqual = index > 0 && !Ranking.isBefore(sorted[index - 1], card)
      rows.append(RankedScorecard(rank: isEqual ? rows[index - 1].rank : index + 1, card: card))
    }
    self.rows = rows
  }

  /// The row of a party.
  ///
  /// - Complexity: O(rows).
  public subscript(party: Identifier) -> RankedScorecard? { rows.first { $0.card.party == party } }

  /// Makes the scorecards of what was counted and puts them in order.
  init(_ question: ScoreQuestion, _ set: IndicatorSet?, _ tallies: [Identifier: ScoreTally]) {
    self.init(question, set, tallies.map { Scorecard($0.key, question, set, $0.value) })
  }

  /// The scorecards of all parties of a role.
  ///
  /// - Complexity: O(events), few of which are decoded.
  package init(_ log: LogReader, _ question: ScoreQuestion, by choice: IndicatorSetChoice) throws {
    self.init(question, try choice.resolved(question, log), try ScoreBook(all: log, question).tallies)
  }

  private static func isBefore(_ left: Scorecard, _ right: Scorecard) -> Bool {
    if left.total != right.total { return left.total > right.total }
    let (leftIncome, rightIncome) = (left.tally[.income], right.tally[.income])
    if leftIncome != rightIncome { return leftIncome > rightIncome }
    // A party without resources has no value here and comes after every value.
    switch (left[.externalHours].value, right[.externalHours].value) {
    case (let left?, let right?): return left.isGreater(than: right)
    case (.some, nil): return true
    default: return false
    }
  }
}

extension ExactRatio {
  /// Whether it is the larger number; exact, whatever the parts.
  func isGreater(than other: ExactRatio) -> Bool {
    if numerator.signum() != other.numerator.signum() { return numerator > other.numerator }
    let left = numerator.magnitude.multipliedFullWidth(by: other.denominator.magnitude)
    let right = other.numerator.magnitude.multipliedFullWidth(by: denominator.magnitude)
    return numerator < 0
      ? (right.high, right.low) > (left.high, left.low) : (left.high, left.low) > (right.high, right.low)
  }
}
