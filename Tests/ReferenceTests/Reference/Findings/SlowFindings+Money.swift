import EventModel
import Foundation

/// Articles 12, 14, 16 and 21: what units publish, earn and spend.
extension SlowFindings {
  /// The bodies that serve.
  var servants: [Identifier] {
    facts.compactMap { event in
      guard case .partyRegistered(let data) = event.event.payload else { return nil }
      return [.unit, .organisation].contains(data.kind) ? data.party : nil
    }
  }

  /// Since when a unit has to share: the day after the deadline of the resource that was due first, of what was there
  /// before the regulation the day it came into force.
  private func duty(_ unit: Identifier) -> (since: Int, resource: Tag)? {
    var duty: (since: Int, id: Identifier)?
    for resource in resources where resource.owner == unit && resource.mustOpen(on: today) {
      let since = resource.dueOn.map { $0 + 1 } ?? policies.inForce(on: resource.acceptedOn)
      if let known = duty, (known.since, known.id) <= (since, resource.acquired.resource) { continue }
      duty = (since, resource.acquired.resource)
    }
    guard let duty, duty.since <= today else { return nil }
    return (duty.since, Tag(.resource, duty.id))
  }

  /// Art. 12: who has a resource that must be open has published rules of its own.
  func rules() -> [SlowFinding] {
    servants.compactMap { unit in
      guard let (since, resource) = duty(unit) else { return nil }
      let published = facts.first { event in
        if case .unitRulesPublished(let data) = event.event.payload { return data.unit == unit }
        return false
      }.map(SlowFindings.day)
      if let published, published <= since { return nil }
      return SlowFinding("noRules", unit, [resource], since: since, cured: published)
    }
  }

  /// Art. 14: the same about use; once a policy says when, about each year that is over, else at all.
  func disclosures() -> [SlowFinding] {
    servants.flatMap { unit -> [SlowFinding] in
      guard let (since, resource) = duty(unit) else { return [] }
      let published: [(day: Int, from: Int, to: Int)] = facts.compactMap { event in
        guard case .disclosurePublished(let data) = event.event.payload, data.unit == unit else { return nil }
        return (SlowFindings.day(event), SlowTime.day(data.period.from), SlowTime.day(data.period.to))
      }
      if policies.value("disclosureDays", on: today) == nil {
        if let first = published.first, first.day <= since { return [] }
        return [SlowFinding("noDisclosure", unit, [resource], since: since, cured: published.first?.day)]
      }
      var found: [SlowFinding] = []
      for year in SlowTime.year(ofDay: since)..<max(SlowTime.year(ofDay: since), SlowTime.year(ofDay: today)) {
        let last = SlowFindings.days(of: year).through
        guard let allowed = policies.value("disclosureDays", on: last) else { continue }
        let done = published.first { $0.from <= last && last <= $0.to }?.day
        if (done ?? today) - last <= allowed { continue }
        found.append(
          SlowFinding("noDisclosure", unit, [resource], since: last + allowed + 1, cured: done)
            .measuring((done ?? today) - last, against: allowed))
      }
      return found
    }
  }

  /// What the accounts of a unit came to on some days, told from the postings.
  private func sum(_ family: String, _ unit: Identifier, _ days: SlowDays, last: String? = nil) -> Int {
    var sum = 0
    for posting in here.postings where posting.family == family && days.contain(posting.day) && posting.day <= today {
      let parts = posting.account.components(separatedBy: ":")
      if parts[1] == SlowPosting.escaped(unit.text), last == nil || parts.last == last { sum += posting.amount }
    }
    return sum
  }

  /// Art. 16 and 21, year by year: the surplus carried at the end against the year's cost, and the incentives.
  func years() -> [SlowFinding] {
    servants.flatMap { unit -> [SlowFinding] in
      let surplus = yearly("surplusOverTolerance", unit, []) { _, days in
        guard let tolerance = policies.value("surplusToleranceShare", on: days.through) else { return nil }
        let ever = SlowDays(from: -100_000, through: days.through)
        let carried = -sum("income", unit, ever) - sum("cost", unit, ever)
        let cost = max(0, sum("cost", unit, days))
        let isFound = carried > 0 && carried * 10_000 > tolerance * cost
        return (isFound, cost > 0 ? carried * 10_000 / cost : nil, tolerance)
      }
      let incentives = yearly("incentiveShareLow", unit, []) { _, days in
        let income = -sum("income", unit, days)
        guard income > 0, let least = policies.value("incentiveShareMin", on: days.through) else { return nil }
        let incentive = sum("spent", unit, days, last: "incentive")
        return (incentive * 10_000 < least * income, max(0, incentive) * 10_000 / income, least)
      }
      return surplus + incentives + overspent(unit)
    }
  }

  /// Art. 21: from the first day on which more had been spent than earned, until the first on which it no longer had;
  /// measured where it was most.
  private func overspent(_ unit: Identifier) -> [SlowFinding] {
    var found: [SlowFinding] = []
    for day in Set(here.postings.map(\.day).filter { $0 <= today }).sorted() {
      let until = SlowDays(from: -100_000, through: day)
      let over = sum("spent", unit, until) + sum("income", unit, until)
      let isOpen = found.last.map { $0.cured == nil } ?? false
      if over > 0, !isOpen { found.append(SlowFinding("spentAboveIncome", unit, since: day).measuring(0, against: 0)) }
      if over > 0, let last = found.indices.last { found[last].measured = max(found[last].measured ?? 0, over) }
      if over <= 0, isOpen { found[found.count - 1].cured = day }
    }
    return found
  }
}
