import EventModel

/// What a rule finds, in words and days counted from 1970-01-01.
struct SlowFinding: Hashable {
  let rule: String
  let party: String
  /// What it is about, each as kind and id.
  var subjects: Set<String> = []
  let since: Int
  var cured: Int?
  var measured: Int?
  var threshold: Int?

  init(_ rule: String, _ party: Identifier, _ subjects: [Tag] = [], since: Int, cured: Int? = nil) {
    self.rule = rule
    self.party = party.text
    self.subjects = Set(subjects.map(\.description))
    self.since = since
    self.cured = cured
  }

  func measuring(_ measured: Int?, against threshold: Int? = nil) -> SlowFinding {
    var finding = self
    finding.measured = measured
    finding.threshold = threshold
    return finding
  }
}

/// The rules of domain §3 F, each a loop over all that is true by V and known by K.
struct SlowFindings {
  let here: SlowLedger
  let facts: [RecordedEvent]
  /// What the facts count.
  ///
  /// The domain leaves open whether a fact that becomes true after V counts when its day is not after V, as it does in
  /// balances and scorecards. The reading: findings are a replay, which is given what is true at V (*Projections*).
  let postings: [SlowPosting]
  let policies: SlowPolicies
  let resources: [SlowResource]
  /// V and its day: a finding is what is so at V.
  let valid: Instant
  let today: Int

  init(_ here: SlowLedger, valid: Instant) {
    self.here = here
    self.valid = valid
    today = SlowTime.day(valid)
    facts = here.facts(by: valid)
    let positions = Set(facts.map { Int($0.position.number) })
    postings = here.postings.filter { positions.contains($0.position) }
    policies = SlowPolicies(facts)
    resources = SlowLedger.resources(facts, today: valid)
  }

  var all: [SlowFinding] {
    late() + closed() + unapproved() + refused() + unnamed() + complaints() + overdueClaims() + customs() + lowUse()
      + lowSatisfaction() + rules() + disclosures() + years() + charges() + unreviewed() + splits() + recordedLate()
  }

  static func day(_ event: RecordedEvent) -> Int { SlowTime.day(event.event.validTime) }

  /// The days of a calendar year.
  static func days(of year: Int) -> SlowDays {
    let first = (1970..<max(1970, year)).reduce(0) { $0 + SlowTime.dayCount(ofYear: $1) }
    return SlowDays(from: first, through: first + SlowTime.dayCount(ofYear: year) - 1)
  }
}
