import EventLog
import EventModel

/// Everything one party's scorecard can rest on up to some as-of: the card of any earlier as-of, and the events behind it,
/// follow without reading the log again.
struct ScoreSources {
  let party: Identifier
  /// Role, period and proposed parameters; its as-of is the latest that can be asked about.
  let question: ScoreQuestion
  let subjects: [ScoreSubject]
  let contributions: [ScoreContribution]
  let policies: PolicyHistory

  /// Reads what some measures rest on.
  ///
  /// - Complexity: O(events of the party's resources, and its postings to these measures).
  init(
    _ log: LogReader, of party: Identifier, _ question: ScoreQuestion,
    measures: Set<ScoreMeasure> = Set(ScoreMeasure.allCases)
  ) throws {
    self.party = party
    self.question = question
    let known = question.asOf.known
    policies = try PolicyHistory(log, known: known)
    var subjects: [ScoreSubject] = []
    if measures.contains(where: \.isOfResources) {
      for resource in try ScoreSubject.resources(of: party, question.role, log, known: known) {
        subjects.append(try ScoreSubject(resource: resource, question.role, log, known: known))
      }
    }
    if measures.contains(where: \.isOfDisclosure) {
      subjects.append(try ScoreSubject(publicationOf: party, log, known: known))
    }
    self.subjects = subjects
    contributions = try ScoreSources.contributions(log, of: party, question, measures)
  }

  private static func contributions(
    _ log: LogReader, of party: Identifier, _ question: ScoreQuestion, _ measures: Set<ScoreMeasure>
  ) throws -> [ScoreContribution] {
    guard let days = question.days else { return [] }
    let known = question.asOf.known
    var found = try ScorePostings.contributions(log, of: party, to: measures, in: days, known: known)
    if measures.contains(.redemptionPaid) || measures.contains(.redemptionClaimed) {
      found += try ScoreRedemptions.contributions(log, of: party, in: days, known: known)
    }
    guard question.role == .organisation else { return found }
    try OperatedServices(log, of: party, known: known).forEachShare(log, known: known) { share in
      let counted = share.contribution
      guard days.contains(counted.day), measures.contains(counted.measure) else { return }
      if share.servant == party { found.append(counted) }
      if share.owner == party { found.append(counted.negated) }
    }
    return found
  }

  /// What a subject counts for the party at a moment.
  func count(_ subject: ScoreSubject, at moment: ScoreMoment, _ book: PolicyBook) -> [ScoreMeasure] {
    let count = subject.count(after: subject.events(at: moment), book, on: moment.day, question)
    return count?.party == party ? count?.measures ?? [] : []
  }

  /// The policies at a moment.
  func book(at moment: ScoreMoment) -> PolicyBook { policies.book(at: moment, proposed: question.parameters) }

  /// The sums at an as-of.
  func tally(_ asOf: AsOf) -> ScoreTally {
    var tally = ScoreTally()
    let moment = ScoreMoment(asOf)
    let book = book(at: moment)
    for subject in subjects {
      for measure in count(subject, at: moment, book) { tally[measure] += 1 }
    }
    for counted in contributions where counted.counts(asOf) { tally[counted.measure] += counted.amount }
    return tally
  }
}

extension ScoreContribution {
  /// The same for the party that loses it.
  var negated: ScoreContribution {
    ScoreContribution(position: position, day: day, measure: measure, amount: -amount)
  }

  /// Whether its day has come and it was known.
  func counts(_ asOf: AsOf) -> Bool { position <= asOf.known && day <= asOf.valid.day }
}
