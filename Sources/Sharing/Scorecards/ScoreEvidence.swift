package import EventLog
public import EventModel

/// The events behind one cell of a scorecard.
public struct ScoreEvidence: Sendable, Hashable {
  /// The events that count in the numerator, in rising order.
  public let numerator: [Position]
  /// The events that count in the denominator, in rising order; empty when the value is no quotient.
  public let denominator: [Position]

  /// Reads the events behind an indicator of a party.
  ///
  /// A resource that counts is shown by all its own events that count, and by the policies that decide about it.
  ///
  /// - Complexity: O(events of the party's resources, or its postings to the measures).
  package init(
    _ log: LogReader, of party: Identifier, _ indicator: ScoreIndicator, _ question: ScoreQuestion
  ) throws {
    let formula = indicator.formula
    let sources = try ScoreSources(log, of: party, question, measures: Set(formula.numerator + formula.denominator))
    numerator = sources.positions(Set(formula.numerator))
    denominator = sources.positions(Set(formula.denominator))
  }
}

extension ScoreSources {
  /// The events that count in any of the measures.
  fileprivate func positions(_ measures: Set<ScoreMeasure>) -> [Position] {
    if measures.isEmpty { return [] }
    let moment = ScoreMoment(question.asOf)
    let book = book(at: moment)
    var found: Set<Position> = []
    for subject in subjects where !measures.isDisjoint(with: count(subject, at: moment, book)) {
      found.formUnion(subject.events(at: moment).map(\.position))
      found.formUnion(book.positions)
    }
    for counted in contributions where counted.counts(question.asOf) && measures.contains(counted.measure) {
      found.insert(counted.position)
    }
    return found.sorted()
  }
}
