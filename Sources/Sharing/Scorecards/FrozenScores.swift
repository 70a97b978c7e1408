public import EventModel

extension Scorecard {
  /// The SHA-256 of ``canonicalBytes``: what a frozen score keeps, so that whoever rebuilds the card can compare.
  public var certificateHash: ContentHash { ContentHash(hashing: canonicalBytes) }

  /// The data of the event that freezes the card in a cycle; `nil` for a card without a published set, or of an
  /// organisation: a cycle freezes units.
  ///
  /// - Throws: ``ValueError`` for a value or total beyond the numbers of events.
  public func frozen(in cycle: Identifier) throws(ValueError) -> ScoreFrozen? {
    guard let set, set.position != nil, question.role == .unit else { return nil }
    var points: [IndicatorScore] = []
    for terms in set.data.indicators {
      guard let cell = self[terms.id] else { continue }
      var value: Number?
      if let rounded = cell.rounded { value = try Number(rounded) }
      points.append(IndicatorScore(indicator: cell.id, value: value, points: try Count(cell.points ?? 0)))
    }
    return ScoreFrozen(
      unit: party, cycle: cycle, indicatorSet: set.id,
      period: Period(from: question.period.from, to: question.period.through), validAt: question.asOf.valid,
      knownAt: question.asOf.known, points: points, total: try Count(total), certificateHash: certificateHash)
  }
}
