import EventLog
import EventModel

/// Articles 12 and 14: a unit that has to share publishes its rules, and what became of them.
extension FindingsReading {
  mutating func findUnits(_ duties: UnitDuties) throws {
    for (unit, duty) in duties.byUnit where duty.since <= day {
      let events = try kept[.party, unit]
      findMissing(.noRules, unit, duty, events.first { $0.event.type == .unitRulesPublished })
      if threshold(.disclosureDays, on: day) == nil {
        findMissing(.noDisclosure, unit, duty, events.first { $0.event.type == .disclosurePublished })
      } else {
        findDisclosures(unit, duty, events)
      }
    }
  }

  /// What should have been there since the unit's first duty.
  private mutating func findMissing(
    _ rule: FindingRule, _ unit: Identifier, _ duty: UnitDuties.Duty, _ published: RecordedEvent?
  ) {
    if let published, published.event.validTime.day <= duty.since { return }
    var finding = Finding(rule, unit, since: duty.since)
    finding.subjects = [Tag(.resource, duty.resource)]
    finding.evidence = [duty.position] + (published.map { [$0.position] } ?? [])
    finding.curedOn = published?.event.validTime.day
    finding.judge(by: policies.edition(on: duty.since))
    found.append(finding)
  }

  /// For every year over by V: what is published of it, and when.
  private mutating func findDisclosures(_ unit: Identifier, _ duty: UnitDuties.Duty, _ events: [RecordedEvent]) {
    for year in yearsOver(from: duty.since.civil.year) {
      let last = Day.last(of: year)
      guard let (days, edition) = threshold(.disclosureDays, on: last) else { continue }
      let due = last.later(by: days)
      let published = events.first { event in
        guard case .disclosurePublished(let data) = event.event.payload else { return false }
        return data.period.from <= last && last <= data.period.to
      }
      let publishedOn = published?.event.validTime.day
      guard (publishedOn ?? day) > due else { continue }
      var finding = Finding(.noDisclosure, unit, since: due.following)
      finding.subjects = [Tag(.resource, duty.resource)]
      finding.evidence = [duty.position] + (published.map { [$0.position] } ?? [])
      finding.curedOn = publishedOn
      finding.measured = Int64((publishedOn ?? day).days(since: last))
      finding.threshold = days
      finding.judge(by: edition)
      found.append(finding)
    }
  }
}

/// Since when each unit has to share, and because of which resource.
struct UnitDuties {
  struct Duty {
    /// The first day after the deadline of its first resource; of one that was there before the regulation, the day it
    /// came into force.
    let since: Day
    let resource: Identifier
    /// The event of the resource's acquisition.
    let position: Position
  }

  private var duties: [Identifier: Duty] = [:]

  /// In order of the units' ids.
  var byUnit: [(unit: Identifier, duty: Duty)] {
    duties.sorted { $0.key < $1.key }.map { (unit: $0.key, duty: $0.value) }
  }

  mutating func add(
    _ facts: ResourceFacts, _ duty: Sharing.Duty, _ events: [RecordedEvent], _ policies: PolicyBook
  ) {
    guard let acquired = events.first(where: { $0.event.type == .resourceAcquired }) else { return }
    let inForce = try? Day(number: policies.policy(on: facts.acceptedOn).inForceOn)
    let since = duty.dueOn?.following ?? inForce ?? facts.acceptedOn
    if let known = duties[facts.unit], (known.since, known.resource) <= (since, facts.resource) { return }
    duties[facts.unit] = Duty(since: since, resource: facts.resource, position: acquired.position)
  }
}
