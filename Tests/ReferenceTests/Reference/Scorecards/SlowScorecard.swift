import EventModel

/// Who is scored, and as what: a body can be both, with a scorecard for each (domain research, art. 11).
struct SlowCandidate: Hashable {
  let party: Identifier
  /// As an organisation, which serves; otherwise as a unit, which owns.
  let isOrganisation: Bool

  /// Whether a service counts for the body.
  ///
  /// The domain leaves open what an organisation's services are, but that none counts twice. The reading: those it
  /// delivered; who delivered a service is its operator, without one the owner (`ScoreRole`).
  func serves(unit: Identifier, operator servant: Identifier?) -> Bool {
    party == (isOrganisation ? servant ?? unit : unit)
  }
}

/// Civil days from the first to the last, possibly none.
struct SlowDays {
  let from: Int
  let through: Int

  func contain(_ day: Int) -> Bool { from <= day && day <= through }
  func contain(_ event: Event) -> Bool { contain(SlowTime.day(event.validTime)) }
  func posted(_ event: Event) -> Bool { contain(SlowLedger.postingDay(event)) }
}

/// One question about scorecards, with what all of them look at.
struct SlowScoring {
  /// As known at K.
  let here: SlowLedger
  let valid: Instant
  /// The first and the last day of the period.
  let from: Int
  let through: Int
  /// Those of its days that have come: what counts on a day after V is not true yet.
  let days: SlowDays
  let facts: [RecordedEvent]
  let policies: SlowPolicies
  let resources: [SlowResource]

  init(_ here: SlowLedger, valid: Instant, from: Int, through: Int) {
    (self.here, self.valid, self.from, self.through) = (here, valid, from, through)
    days = SlowDays(from: from, through: min(through, SlowTime.day(valid)))
    facts = here.facts(by: valid)
    policies = SlowPolicies(facts)
    resources = SlowLedger.resources(facts, today: valid)
  }

  func set(named id: Identifier) -> IndicatorSetPublished? {
    for event in facts {
      if case .indicatorSetPublished(let data) = event.event.payload, data.set == id { return data }
    }
    return nil
  }

  /// The set in force on the last day of the period: the one that took effect last; of two from one day the later one.
  var setInForce: IndicatorSetPublished? {
    var best: IndicatorSetPublished?
    for event in facts {
      guard case .indicatorSetPublished(let data) = event.event.payload else { continue }
      let first = SlowTime.day(data.effectiveFrom)
      if first <= through, first >= best.map({ SlowTime.day($0.effectiveFrom) }) ?? first { best = data }
    }
    return best
  }
}

/// What one body did in the days of a period, counted from the events one by one.
struct SlowScorecard {
  let candidate: SlowCandidate
  /// Every indicator of domain §4, by id; one that has nothing to divide by is there without a value.
  let values: [String: SlowFraction?]

  /// - Parameter hourBase: the hours of a year in the indicator set; `nil` without a set.
  init(_ scoring: SlowScoring, _ candidate: SlowCandidate, hourBase: Int?) {
    self.candidate = candidate
    let resources = scoring.resources(of: candidate)
    let inScope = resources.filter { $0.isInScope(on: $0.today) }
    let due = resources.filter { resource in resource.dueOn.map { scoring.days.contain($0) } ?? false }
    let onTime = due.filter { $0.metOn ?? .max <= $0.dueOn ?? 0 }
    let (outside, inside) = scoring.seconds(candidate)
    let services = scoring.services(candidate)
    let voices = SlowVoices(scoring, candidate)
    let money = SlowMoneyCounts(scoring, candidate)
    values = [
      "openRate": .of(
        inScope.filter { $0.mode == .external }.count, resources.filter { $0.mustOpen(on: $0.today) }.count),
      "onTimeRate": .of(onTime.count, due.count),
      "effectiveHours": .of(outside + inside, inScope.count),
      "externalHours": .of(outside, inScope.count),
      "shareRate": .of(outside, outside + inside),
      "utilisation": hourBase.flatMap { .of(outside + inside, $0 * 3_600 * inScope.count) },
      "serviceIncome": SlowFraction(numerator: money.income),
      "voucherRedeemed": SlowFraction(numerator: money.paid),
      "redemptionRate": .of(money.paid, money.claimed),
      "satisfaction": .of(voices.ratingSum, voices.ratingCount),
      "complaintRate": .of(voices.complaints * 1_000, services),
      "acknowledgementRate": .of(voices.acknowledged, voices.reported),
      "refusals": SlowFraction(numerator: voices.refusals),
      "incentiveShare": .of(money.incentive, money.income),
      "costRecovery": .of(money.income, money.cost),
      "disclosure": scoring.disclosure(candidate),
    ]
  }
}
