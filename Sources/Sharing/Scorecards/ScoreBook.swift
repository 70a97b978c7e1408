import EventLog
import EventModel

/// What is counted for one party, or for all, in one pass and without the events behind it.
struct ScoreBook {
  private(set) var tallies: [Identifier: ScoreTally] = [:]
  private let question: ScoreQuestion
  private let moment: ScoreMoment
  private let policies: PolicyBook

  /// One party.
  ///
  /// - Complexity: O(events of the party's resources, its postings outside blocks that count as a whole, and its claims);
  ///   for an organisation also O(its usages and charges).
  init(_ log: LogReader, _ question: ScoreQuestion, party: Identifier) throws {
    try self.init(log, question)
    tallies[party] = ScoreTally()
    let known = question.asOf.known
    for resource in try ScoreSubject.resources(of: party, question.role, log, known: known) {
      add(try ScoreSubject(resource: resource, question.role, log, known: known))
    }
    try addSums(log, of: party)
    try addClaimsAndPublication(log, of: party)
    if question.role == .organisation { try addShares(log, try OperatedServices(log, of: party, known: known)) }
    tallies = tallies.filter { $0.key == party }
  }

  /// All parties of the role.
  ///
  /// - Complexity: O(events): the log is passed over once for the parties, the rest is O(resources' own events and postings
  ///   of the measures).
  init(all log: LogReader, _ question: ScoreQuestion) throws {
    try self.init(log, question)
    let known = question.asOf.known
    for resource in try log.derived.entities(.resource, .resources, known: known) {
      add(try ScoreSubject(resource: resource, question.role, log, known: known))
    }
    try addSums(log, of: nil)
    var parties = try ScoreParties(log, question)
    if question.role == .organisation {
      try addShares(log, parties.services)
    } else {
      for (party, tally) in tallies where tally.hasResources { parties.members.insert(party) }
    }
    for party in parties.members {
      if tallies[party] == nil { tallies[party] = ScoreTally() }
      try addClaimsAndPublication(log, of: party)
    }
    tallies = tallies.filter { parties.members.contains($0.key) }
  }

  private init(_ log: LogReader, _ question: ScoreQuestion) throws {
    self.question = question
    moment = ScoreMoment(question.asOf)
    policies = try PolicyHistory(log, known: question.asOf.known).book(at: moment, proposed: question.parameters)
  }

  private mutating func add(_ subject: ScoreSubject) {
    let events = subject.events(at: moment)
    guard let count = subject.count(after: events, policies, on: moment.day, question) else { return }
    for measure in count.measures { tallies[count.party, default: ScoreTally()][measure] += 1 }
  }

  private mutating func addSums(_ log: LogReader, of party: Identifier?) throws {
    guard let days = question.days else { return }
    try ScorePostings.sums(log, of: party, in: days, known: moment.known) { party, measure, sum in
      tallies[party, default: ScoreTally()][measure] += sum
    }
  }

  private mutating func addClaimsAndPublication(_ log: LogReader, of party: Identifier) throws {
    add(try ScoreSubject(publicationOf: party, log, known: moment.known))
    guard let days = question.days else { return }
    for claim in try ScoreRedemptions.contributions(log, of: party, in: days, known: moment.known) {
      tallies[party, default: ScoreTally()][claim.measure] += claim.amount
    }
  }

  private mutating func addShares(_ log: LogReader, _ services: OperatedServices) throws {
    guard let days = question.days else { return }
    try services.forEachShare(log, known: moment.known) { share in
      let counted = share.contribution
      guard days.contains(counted.day) else { return }
      tallies[share.servant, default: ScoreTally()][counted.measure] += counted.amount
      tallies[share.owner, default: ScoreTally()][counted.measure] -= counted.amount
    }
  }
}

extension ScoreTally {
  /// Whether any resource counts.
  fileprivate var hasResources: Bool { self[.inScope] != 0 }
}
