import EventModel

/// A number as the quotient it is; never rounded, so that rounding is compared too.
struct SlowFraction: Equatable {
  var numerator: Int
  /// Above or below zero; a quotient by zero is none at all.
  var denominator = 1

  /// `nil` when there is nothing to divide by (domain §4: null, never 0).
  static func of(_ numerator: Int, _ denominator: Int) -> SlowFraction? {
    denominator == 0 ? nil : SlowFraction(numerator: numerator, denominator: denominator)
  }

  /// The nearest whole number to some multiple, halves up.
  func rounded(times scale: Int) -> Int {
    let sign = denominator < 0 ? -1 : 1
    return SlowFraction.floor(2 * numerator * scale * sign + denominator * sign, 2 * denominator * sign)
  }

  /// - Parameter denominator: above zero.
  static func floor(_ numerator: Int, _ denominator: Int) -> Int {
    let quotient = numerator / denominator
    return quotient * denominator > numerator ? quotient - 1 : quotient
  }
}

/// Who is scored, and as what: a body can be both, with a scorecard for each (domain research, art. 11).
struct SlowCandidate: Hashable {
  let party: Identifier
  /// As an organisation, which serves with others' resources; otherwise as the unit that owns some.
  let isOrganisation: Bool

  var text: String { "\(isOrganisation ? "organisation" : "unit") \(party)" }
}

/// What one body did in the days of a period, counted from the events one by one.
struct SlowScorecard {
  let candidate: SlowCandidate
  /// Every indicator of domain §4, by id; one that has nothing to divide by is there without a value.
  let values: [String: SlowFraction?]

  init(_ here: SlowLedger, _ candidate: SlowCandidate, from: Int, through: Int, valid: Instant, hourBase: Int) {
    self.candidate = candidate
    // What counts on a day after V is not true yet, whatever the period.
    let days = SlowDays(from: from, through: min(through, SlowTime.day(valid)))
    let resources = SlowShare.resources(here, candidate, valid)
    let inScope = resources.filter { $0.isInScope(on: $0.today) }.count
    let (outside, inside) = SlowUseCounts.seconds(here, candidate, days)
    let services = SlowUseCounts.services(here, candidate, days)
    let voices = SlowVoices(here, candidate, days, valid: valid)
    let money = SlowMoneyCounts(here, candidate, days, valid: valid)
    let fallenDue = resources.filter { resource in resource.dueOn.map { days.contain($0) } ?? false }
    let onTime = fallenDue.filter { resource in
      resource.metOn.map { met in resource.dueOn.map { met <= $0 } ?? false } ?? false
    }
    let isOpen = resources.filter { $0.isInScope(on: $0.today) && $0.mode == .external }
    values = [
      "openRate": .of(isOpen.count, resources.filter { $0.mustOpen(on: $0.today) }.count),
      "onTimeRate": .of(onTime.count, fallenDue.count),
      "effectiveHours": .of(outside + inside, inScope),
      "externalHours": .of(outside, inScope),
      "shareRate": .of(outside, outside + inside),
      "utilisation": .of(outside + inside, hourBase * 3_600 * inScope),
      "serviceIncome": SlowFraction(numerator: money.income),
      "voucherRedeemed": SlowFraction(numerator: money.paid),
      "redemptionRate": .of(money.paid, money.claimed),
      "satisfaction": .of(voices.ratingSum, voices.ratingCount),
      "complaintRate": .of(voices.complaints * 1_000, services),
      "acknowledgementRate": .of(voices.acknowledged, voices.reported),
      "refusals": SlowFraction(numerator: voices.refusals),
      "incentiveShare": .of(money.incentive, money.income),
      "costRecovery": .of(money.income, money.cost),
      "disclosure": SlowFraction(numerator: voices.disclosures),
    ]
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
