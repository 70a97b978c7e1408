package import EventLog
public import EventModel

/// Where a party stands: what a scorecard leaves out, because it takes more than the party's own events of one period.
public struct ScoreStanding: Sendable, Hashable {
  /// How many totals a trend has at most, the card's own included.
  public static let trendCountMax = 12

  /// The party's name, if it has one.
  public let name: Text?
  /// Its place among all parties of the role; `nil` without an indicator set, or when it is none of them.
  public let rank: Int?
  /// How many parties of the role there are.
  public let partyCount: Int
  /// The totals by which the card's came about, oldest first; empty without an indicator set.
  public let trend: [ScoreTrendPoint]

  /// Asks what stands beside a card, as of the card's two times.
  ///
  /// - Complexity: one ranking and eleven scorecards.
  package init(_ log: LogReader, of card: Scorecard) throws {
    name = try log.name(of: card.party, asOf: card.question.asOf)
    let ranking = Ranking(card.question, card.set, try ScoreBook(all: log, card.question).tallies)
    rank = card.set == nil ? nil : ranking[card.party]?.rank
    partyCount = ranking.rows.count
    trend = try ScoreTrendPoint.trend(log, to: card)
  }
}

/// The total of a period of the same months as a card's that ended earlier.
///
/// Days count as in the card, resources as they were at the end of the period; all of it as known for the card, and by
/// the card's indicator set, so that only what happened moves the total.
public struct ScoreTrendPoint: Sendable, Hashable {
  /// The days that count.
  public let period: CivilPeriod
  /// What was true by then.
  public let valid: Instant
  /// The total, in basis points of the whole assessment.
  public let total: Int64

  /// A point, such as a test draws.
  package init(period: CivilPeriod, valid: Instant, total: Int64) {
    (self.period, self.valid, self.total) = (period, valid, total)
  }

  static func trend(_ log: LogReader, to card: Scorecard) throws -> [ScoreTrendPoint] {
    guard card.set != nil, let days = card.question.days else { return [] }
    var points = [ScoreTrendPoint(period: days, valid: card.question.asOf.valid, total: card.total)]
    for count in 1..<ScoreStanding.trendCountMax {
      guard let period = days.monthsEarlier(count) else { break }
      var question = card.question
      question.period = period
      question.asOf = AsOf(valid: period.through.end, known: card.question.asOf.known)
      let earlier = try Scorecard(log, of: card.party, question, card.set)
      points.append(ScoreTrendPoint(period: period, valid: question.asOf.valid, total: earlier.total))
    }
    return points.reversed()
  }
}

extension CivilPeriod {
  /// The same months so many months earlier, through the end of the last; `nil` before the calendar.
  func monthsEarlier(_ count: Int) -> CivilPeriod? {
    guard let first = from.startOfMonth(earlier: count), let last = through.startOfMonth(earlier: count) else {
      return nil
    }
    let sameDay = (try? first.advanced(by: from.civil.day - 1)) ?? first
    return CivilPeriod(from: min(sameDay, PeriodStep.month.end(of: first)), through: PeriodStep.month.end(of: last))
  }
}

extension Day {
  fileprivate func startOfMonth(earlier count: Int) -> Day? {
    let (year, month, _) = civil
    let months = year * 12 + month - 1 - count
    return try? Day(year: months / 12, month: months % 12 + 1, day: 1)
  }
}
