import EventModel

/// Articles 12, 14, 16 and 21: what units publish, earn and spend.
extension SlowFindings {
  /// The bodies that serve.
  var servants: [Identifier] {
    var found: [Identifier] = []
    for event in facts {
      guard case .partyRegistered(let data) = event.event.payload, [.unit, .organisation].contains(data.kind) else {
        continue
      }
      found.append(data.party)
    }
    return found
  }

  /// Art. 12: who has a resource that must be open has rules of its own.
  func rules() -> [SlowFinding] {
    servants.compactMap { unit in
      let since = resources.filter { $0.owner == unit && $0.mustOpen(on: today) }.map(\.clockStart).min()
      guard let since else { return nil }
      var published: Int?
      for event in facts {
        if case .unitRulesPublished(let data) = event.event.payload, data.unit == unit {
          published = min(published ?? .max, SlowFindings.day(event))
        }
      }
      if let published, published <= since { return nil }
      return SlowFinding("noRules", unit, since: since, cured: published)
    }
  }

  /// Each year that was over by V, from the first with a posting.
  private func pastYears() -> Range<Int> {
    let first = here.postings.map(\.day).min().map { SlowTime.year(ofDay: $0) } ?? .max
    let last = SlowTime.year(ofDay: today)
    return first < last ? first..<last : last..<last
  }

  /// What the accounts of a unit came to on some days, told from the postings.
  private func sum(_ family: String, _ unit: Identifier, _ days: SlowDays, last: String? = nil) -> Int {
    var sum = 0
    for posting in here.postings where days.contain(posting.day) && posting.day <= today {
      let parts = posting.account.split(separator: ":").map(String.init)
      guard parts[0] == family, parts[1] == SlowPosting.escaped(unit.text), last == nil || parts.last == last else {
        continue
      }
      sum += posting.amount
    }
    return sum
  }

  /// Art. 16 and 21, year by year.
  func years() -> [SlowFinding] {
    var found: [SlowFinding] = []
    for year in pastYears() {
      let days = SlowFindings.days(of: year)
      let before = SlowDays(from: -100_000, through: days.through)
      for unit in servants {
        let (income, cost) = (-sum("income", unit, days), sum("cost", unit, days))
        let carried = -sum("income", unit, before) - sum("cost", unit, before)
        if let tolerance = policies.value("surplusToleranceShare", on: days.through) {
          // Without cost nothing can be surplus of it, and any surplus is above zero times nothing.
          if carried * 10_000 > tolerance * max(cost, 0), carried > 0 {
            let share = cost > 0 ? SlowFraction(numerator: carried, denominator: cost).rounded(times: 10_000) : nil
            found.append(
              SlowFinding("surplusOverTolerance", unit, since: days.through).measuring(share, against: tolerance))
          }
        }
        if let least = policies.value("incentiveShareMin", on: days.through), income > 0 {
          let incentive = sum("spent", unit, days, last: "incentive")
          if incentive * 10_000 < least * income {
            let share = SlowFraction(numerator: incentive, denominator: income).rounded(times: 10_000)
            found.append(
              SlowFinding("incentiveShareLow", unit, since: days.through).measuring(share, against: least))
          }
        }
      }
    }
    return found + overspent()
  }

  /// Art. 21: from the first day on which more had been spent than earned, until the first on which it no longer had.
  private func overspent() -> [SlowFinding] {
    servants.flatMap { unit -> [SlowFinding] in
      var found: [SlowFinding] = []
      for day in Set(here.postings.map(\.day).filter { $0 <= today }).sorted() {
        let until = SlowDays(from: -100_000, through: day)
        let over = sum("spent", unit, until) + sum("income", unit, until)
        let isOpen = found.last.map { $0.cured == nil } ?? false
        if over > 0, !isOpen { found.append(SlowFinding("spentAboveIncome", unit, since: day)) }
        if over <= 0, isOpen { found[found.count - 1].cured = day }
      }
      return found
    }
  }
}
