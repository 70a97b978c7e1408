import EventLog
import EventModel

/// What scorecards take from postings: sums where only sums are asked for, rows where the events are.
enum ScorePostings {
  /// Calls `body` with every party and measure counted in some days, and the sum.
  ///
  /// The sum is the difference of two balances, which read blocks of one account as a whole.
  ///
  /// - Parameter party: only this party's accounts, or `nil` for all.
  /// - Complexity: O(postings of these accounts outside such blocks).
  static func sums(
    _ log: LogReader, of party: Identifier?, in days: CivilPeriod, known: Position,
    _ body: (Identifier, ScoreMeasure, Int128) throws -> Void
  ) throws {
    var ends: [(day: Day, sign: Int128)] = [(days.through, 1)]
    if let before = try? days.from.advanced(by: -1) { ends.append((before, -1)) }
    for family in ScoreMeasure.families {
      let prefix = party.map { AccountPrefix(family, $0) } ?? AccountPrefix(family)
      for (day, sign) in ends {
        try log.balances(of: prefix, through: day, known: known) { name, sum in
          guard sum != 0, let account = Account(stored: name), let (measure, side) = ScoreMeasure.of(account),
            let party = account.unit
          else { return }
          try body(party, measure, sum * sign * side)
        }
      }
    }
  }

  /// Every posting of a party on some days that counts a measure, event by event.
  ///
  /// - Complexity: O(postings of the party's accounts of these measures up to the last day).
  static func contributions(
    _ log: LogReader, of party: Identifier, to measures: Set<ScoreMeasure>, in days: CivilPeriod, known: Position
  ) throws -> [ScoreContribution] {
    var found: [ScoreContribution] = []
    for family in Set(measures.compactMap(\.family)) {
      var index = AccountIndex()
      var meanings: [(measure: ScoreMeasure, sign: Int128)?] = []
      try log.postings(of: AccountPrefix(family, party), through: days.through, known: known) { row in
        guard row.day >= days.from.number else { return }
        let number = try index.number(of: row)
        if number == meanings.count { meanings.append(ScoreMeasure.of(index.accounts[number])) }
        guard let (measure, sign) = meanings[number], measures.contains(measure) else { return }
        found.append(
          ScoreContribution(
            position: row.position, day: try Day(number: Int64(row.day)), measure: measure,
            amount: sign * Int128(row.amount)))
      }
    }
    return found
  }
}

/// What scorecards take from claims for vouchers, which post nothing or not by themselves.
enum ScoreRedemptions {
  /// Claims and payments of a party; like postings, by day and not by the time of day.
  ///
  /// - Complexity: O(claims of the party).
  static func contributions(
    _ log: LogReader, of party: Identifier, in days: CivilPeriod, known: Position
  ) throws -> [ScoreContribution] {
    let asOf = AsOf(valid: .last, known: known)
    let types: Set<EventType> = [.redemptionClaimed, .redemptionPaid]
    return try log.timeline(of: Tag(.party, party), .vouchers, types: types, asOf: asOf).compactMap { event in
      let counted: (ScoreMeasure, Day, Fen)? =
        switch event.event.payload {
        case .redemptionClaimed(let data): (.redemptionClaimed, event.event.validTime.day, data.amount)
        case .redemptionPaid(let data): (.redemptionPaid, data.postedOn ?? event.event.validTime.day, data.amount)
        default: nil
        }
      guard let (measure, day, amount) = counted, days.contains(day) else { return nil }
      return ScoreContribution(position: event.position, day: day, measure: measure, amount: Int128(amount.amount))
    }
  }
}
