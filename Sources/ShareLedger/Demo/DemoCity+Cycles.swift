internal import EventModel

/// Assessments, twice a year: what outside assessors find, grades, and rewards for the best.
extension DemoCity {
  private static let firstSet: [(id: String, weight: Int64, target: Int64)] = [
    ("openRate", 2_500, 9_000), ("externalHours", 2_500, 1_080_000), ("serviceIncome", 1_500, 200_000_000),
    ("voucherRedeemed", 1_500, 20_000_000), ("satisfaction", 2_000, 45_000),
  ]
  /// The same next year, with reports in time and acknowledgements beside them.
  private static let secondSet: [(id: String, weight: Int64, target: Int64)] = [
    ("openRate", 2_000, 9_500), ("onTimeRate", 1_000, 9_000), ("externalHours", 2_000, 1_260_000),
    ("serviceIncome", 1_500, 200_000_000), ("voucherRedeemed", 1_000, 20_000_000), ("satisfaction", 2_000, 45_000),
    ("acknowledgementRate", 500, 8_000),
  ]

  /// Publishes the indicators of the first year, or those of all later ones.
  mutating func publishIndicators(_ version: Int) throws(ValueError) {
    var indicators: [Indicator] = []
    for (id, weight, target) in version == 0 ? DemoCity.firstSet : DemoCity.secondSet {
      indicators.append(
        Indicator(
          id: try Identifier(id), weight: try Count(weight), target: try Number(target),
          cap: try Number(weight * 6 / 5)))
    }
    let data = IndicatorSetPublished(
      set: try indicatorSetID(version), effectiveFrom: try Day(number: calendar.firstDay(ofMonth: 12 * version)),
      indicators: indicators, hourBase: try Count(version == 0 ? 1_400 : 1_600))
    try tell(.indicatorSetPublished(data), at: thisSecond, by: words.committee, from: orders.source)
  }

  private func indicatorSetID(_ version: Int) throws(ValueError) -> Identifier {
    try Identifier("assessment-\(calendar.firstYear + version)")
  }

  /// From the second year on, reports are due sooner.
  mutating func tightenPolicy() throws(ValueError) {
    let effectiveFrom = calendar.firstDay(ofMonth: 12)
    let data = PolicyPublished(
      policy: try Identifier("sharing-\(calendar.firstYear + 1)"),
      document: try Text("城市科技资源开放共享管理办法（修订）"), issuedOn: try Day(number: today),
      effectiveFrom: try Day(number: effectiveFrom),
      parameters: [PolicyParameter(name: try Identifier("registrationDays"), value: try Number(20))])
    try tell(.policyPublished(data), at: thisSecond, by: words.office, from: words.registry)
  }

  /// Opens the assessment of the half-year that ended before a month.
  mutating func openCycle(_ month: Int) throws(ValueError) {
    let (first, last) = (month - 6, month - 1)
    let cycle = try Identifier("AC\(calendar.firstYear + first / 12)-\(first % 12 / 6 + 1)")
    let data = CycleOpened(
      cycle: cycle, from: try Day(number: calendar.firstDay(ofMonth: first)),
      to: try Day(number: calendar.lastDay(ofMonth: last)), indicatorSet: try indicatorSetID(first < 12 ? 0 : 1))
    try tell(.cycleOpened(data), at: thisSecond, by: words.office, from: orders.source)
    oversight.cycle = cycle
    for unit in units.indices {
      agenda.add(.assess, unit, at: officeTime(daysFrom: 8, to: 30))
      agenda.add(.grade, unit, at: officeTime(daysFrom: 45, to: 60))
      agenda.add(.confirm, unit, at: officeTime(daysFrom: 15, to: 70))
    }
    agenda.add(.findFraud, 0, at: officeTime(daysFrom: 20, to: 90))
  }

  /// What users said of the unit, seen by somebody from outside, in ten-thousandths of a point.
  mutating func assess(_ unit: Int) throws(ValueError) {
    guard let cycle = oversight.cycle else { return }
    let (sum, count) = units[unit].ratings
    let mean = count == 0 ? 40_000 : sum * 10_000 / count
    units[unit].ratings = (0, 0)
    let data = AssessmentRecorded(
      unit: units[unit].id, cycle: cycle, indicator: orders.satisfaction,
      value: try Number(min(max(mean + random.from(-1_500, to: 1_500), 10_000), 50_000)), documentHash: try hash())
    try tell(.assessmentRecorded(data), at: thisSecond, by: orders.assessor, from: orders.source)
  }

  mutating func grade(_ unit: Int) throws(ValueError) {
    guard let cycle = oversight.cycle else { return }
    let rank = random.below(100) + (units[unit].misdeed == nil ? 0 : 25)
    let grade: Grade = rank < 18 ? .excellent : rank < 65 ? .good : rank < 105 ? .qualified : .poor
    let data = GradeDecided(unit: units[unit].id, cycle: cycle, grade: grade)
    try tell(.gradeDecided(data), at: thisSecond, by: words.committee, from: orders.source)
    if grade == .excellent { agenda.add(.award, unit, at: officeTime(daysFrom: 5, to: 15)) }
  }

  mutating func award(_ unit: Int) throws(ValueError) {
    let amount = random.from(10, to: 60) * 1_000_000
    let number = oversight.subsidies.count
    let id = try DemoID.make("SB", Int32(number + 1))
    let data = SubsidyAwarded(subsidy: id, unit: units[unit].id, cycle: oversight.cycle, amount: try Fen(amount))
    try tell(.subsidyAwarded(data), at: thisSecond, by: words.department, from: orders.source)
    oversight.subsidies.append(DemoDue(id: id, party: units[unit].id, unit: Int32(unit), left: amount))
    post(debit: amount, credit: 0, 1, on: today, unit: unit)
    post(debit: 0, credit: -amount, 1, on: today, unit: nil)
    agenda.add(.paySubsidy, number, at: officeTime(daysFrom: 10, to: 30))
  }

  /// Pays a reward at once, or in halves.
  mutating func paySubsidy(_ number: Int) throws(ValueError) {
    let subsidy = oversight.subsidies[number]
    let unit = Int(subsidy.unit)
    let amount = random.chance(400) ? (subsidy.left + 1) / 2 : subsidy.left
    let data = SubsidyPaid(subsidy: subsidy.id, unit: subsidy.party, amount: try Fen(amount))
    try tell(.subsidyPaid(data), at: thisSecond, by: words.department, from: orders.source)
    oversight.subsidies[number].left -= amount
    units[unit].cash += amount
    post(amount, 2, on: today, unit: unit)
    if oversight.subsidies[number].left > 0 {
      agenda.add(.paySubsidy, number, at: officeTime(daysFrom: 20, to: 60))
    }
  }
}
