import EventLog
import EventModel

/// Articles 16 and 21: income covers cost and no more, and goes to the people who serve.
extension FindingsReading {
  mutating func findMoney() {
    for (number, days) in state.money.daysByUnit(through: day).enumerated() {
      guard let unit = state.money.units.identifier(UInt32(number)), let first = days.first else { continue }
      findOverspending(unit, days)
      var years = YearSums(days)
      for year in yearsOver(from: first.day.civil.year) {
        years.close(year)
        findSurplus(unit, year, &years)
        findIncentives(unit, year, &years)
      }
      found += years.surplus.findings + years.incentives.findings
    }
  }

  /// The times at which more had been spent than earned, day by day.
  private mutating func findOverspending(_ unit: Identifier, _ days: [(day: Day, sums: MoneyTable.Day)]) {
    var (excess, open): (Int128, Finding?) = (0, nil)
    for (day, sums) in days {
      excess += sums.spent - sums.income
      if excess > 0 {
        if open == nil {
          open = Finding(.spentAboveIncome, unit, since: day)
          open?.accounts = [AccountPrefix(.income, unit), AccountPrefix(.spent, unit)]
          open?.threshold = 0
        }
        open?.evidence.append(sums.newest)
        let most = max(open?.measured ?? 0, Int64(clamping: excess))
        open?.measured = most
      } else if var finding = open {
        finding.curedOn = day
        finding.evidence = Set(finding.evidence + [sums.newest]).sorted()
        found.append(finding)
        open = nil
      }
    }
    if var finding = open {
      finding.evidence = Set(finding.evidence).sorted()
      found.append(finding)
    }
  }

  /// What is carried at the end of a year against what the year cost.
  private mutating func findSurplus(_ unit: Identifier, _ year: Int, _ sums: inout YearSums) {
    let last = Day.last(of: year)
    guard let (tolerance, edition) = threshold(.surplusToleranceShare, on: last) else { return }
    let (carried, cost) = (sums.carried, max(0, sums.year.cost))
    guard carried > 0, carried * 10_000 > Int128(tolerance) * cost else { return sums.surplus.pass(year) }
    var finding = Finding(.surplusOverTolerance, unit, since: last.following)
    finding.accounts = [AccountPrefix(.income, unit), AccountPrefix(.cost, unit)]
    if sums.newest > .zero { finding.evidence = [sums.newest] }
    // Without cost the share has no value.
    if cost > 0 { finding.measured = Int64(clamping: carried * 10_000 / cost) }
    finding.threshold = tolerance
    finding.judge(by: edition)
    sums.surplus.fail(finding)
  }

  private mutating func findIncentives(_ unit: Identifier, _ year: Int, _ sums: inout YearSums) {
    let last = Day.last(of: year)
    guard sums.year.income > 0, let (least, edition) = threshold(.incentiveShareMin, on: last) else { return }
    guard sums.year.incentive * 10_000 < Int128(least) * sums.year.income else { return sums.incentives.pass(year) }
    var finding = Finding(.incentiveShareLow, unit, since: last.following)
    finding.accounts = [AccountPrefix(.income, unit), AccountPrefix(.spent, unit)]
    if sums.newest > .zero { finding.evidence = [sums.newest] }
    finding.measured = Int64(clamping: max(0, sums.year.incentive) * 10_000 / sums.year.income)
    finding.threshold = least
    finding.judge(by: edition)
    sums.incentives.fail(finding)
  }
}

/// A unit's sums, year after year.
private struct YearSums {
  private var rest: ArraySlice<(day: Day, sums: MoneyTable.Day)>
  /// The year closed last.
  private(set) var year = MoneyTable.Day()
  /// Income less cost to the end of it.
  private(set) var carried: Int128 = 0
  /// The newest event that counts up to then.
  private(set) var newest = Position.zero
  var surplus = YearFindings()
  var incentives = YearFindings()

  init(_ days: [(day: Day, sums: MoneyTable.Day)]) { rest = days[...] }

  mutating func close(_ year: Int) {
    let last = Day.last(of: year)
    self.year = MoneyTable.Day()
    while let next = rest.first, next.day <= last {
      self.year.add(next.sums)
      rest.removeFirst()
    }
    carried += self.year.income - self.year.cost
    newest = max(newest, self.year.newest)
  }
}
