import EventLog
import EventModel

/// Articles 3, 4, 5, 12, 18 and 23: what must be open, by when, to whom, and how much it is used.
extension FindingsReading {
  mutating func findResources() throws {
    var use = ResourceUse(state.use)
    var units = UnitDuties()
    try kept.forEach(.resource) { id, events in
      let resource = ResourceState(folding: events)
      guard let facts = resource.facts else { return }
      let duty = Duty(resource, policies: policies, on: day)
      findRegistration(id, facts, resource, duty, events)
      findClosedSpells(id, facts, resource, duty, events)
      try findExemptions(id, facts, events)
      findLowUse(id, facts, resource, use)
      findCustomsUse(id, facts, events, &use)
      if duty.mustOpen { units.add(facts, duty, events, policies) }
    }
    try findUnits(units)
  }

  /// Both reported and open in time, too late, or not yet.
  private mutating func findRegistration(
    _ id: Identifier, _ facts: ResourceFacts, _ resource: ResourceState, _ duty: Duty, _ events: [RecordedEvent]
  ) {
    guard let start = duty.startsOn, let due = duty.dueOn, let late = duty.daysLate, late > 0 else { return }
    var finding = Finding(duty.isOverdue ? .notRegistered : .registeredLate, facts.unit, since: due.following)
    finding.subjects = [Tag(.resource, id)]
    finding.evidence = FindingsReading.deciding(events)
    let metOn = due.later(by: Int64(late))
    if !duty.isOverdue { finding.curedOn = metOn }
    finding.measured = Int64(metOn.days(since: start))
    let edition = policies.edition(on: start)
    finding.threshold = policies.policy(on: start).registrationDays
    finding.judge(by: edition)
    found.append(finding)
  }

  /// The events of a resource that decide what must be open and whether it is.
  private static func deciding(_ events: [RecordedEvent]) -> [Position] {
    events.filter { event in
      switch event.event.payload {
      case .resourceUpdated, .resourceStatusChanged, .resourceEnrolledVoluntarily, .customsSupervisionDeclared,
        .customsConsentRecorded, .customsReleased, .nationalPushed:
        false
      default: true
      }
    }.map(\.position).sorted()
  }

  /// The times a reported resource was, by its unit's own word, open to nobody outside although it had to be.
  private mutating func findClosedSpells(
    _ id: Identifier, _ facts: ResourceFacts, _ resource: ResourceState, _ duty: Duty, _ events: [RecordedEvent]
  ) {
    guard let registered = resource.registeredOn else { return }
    for spell in FindingsReading.closedSpells(events) where spell.to.map({ $0 > spell.from }) ?? true {
      let since = max(spell.from, registered)
      if let to = spell.to, to <= since { continue }
      // A duty that ended or has not begun is none: it has to hold on the first day and on the last.
      guard since <= day, mustOpen(events, on: since) else { continue }
      if let to = spell.to { if !mustOpen(events, on: to) { continue } } else if !duty.mustOpen { continue }
      var finding = Finding(.notOpenToOutside, facts.unit, since: since)
      finding.subjects = [Tag(.resource, id)]
      finding.evidence = FindingsReading.deciding(events)
      finding.curedOn = spell.to
      finding.judge(by: policies.edition(on: since))
      found.append(finding)
    }
  }

  private func mustOpen(_ events: [RecordedEvent], on day: Day) -> Bool {
    Duty(ResourceState(folding: events, at: day.end), policies: policies, on: day).mustOpen
  }

  /// From the day somebody said it is open to nobody outside to the day it was opened again.
  private static func closedSpells(_ events: [RecordedEvent]) -> [(from: Day, to: Day?)] {
    var spells: [(from: Day, to: Day?)] = []
    for event in events {
      let isOpen: Bool
      switch event.event.payload {
      case .resourceOpened(let data): isOpen = data.mode == .external
      case .resourceClosed: isOpen = false
      default: continue
      }
      let isSpell = spells.last.map { $0.to == nil } ?? false
      if isOpen, isSpell { spells[spells.count - 1].to = event.event.validTime.day }
      if !isOpen, !isSpell { spells.append((event.event.validTime.day, nil)) }
    }
    return spells
  }

  /// Exemptions nobody with authority approved.
  private mutating func findExemptions(_ id: Identifier, _ facts: ResourceFacts, _ events: [RecordedEvent]) throws {
    for (index, event) in events.enumerated() {
      guard case .resourceExempted(let data) = event.event.payload else { continue }
      let time = event.event.validTime
      let approver = PartyState(folding: try kept[.party, data.approvedBy], at: time)
      let isAuthority =
        approver.kind == .authority
        || [RoleName.committee, .office, .department].contains { approver.roles.holds($0, on: time.day) }
      if isAuthority { continue }
      var finding = Finding(.exemptionMissingApproval, facts.unit, since: time.day)
      finding.subjects = [Tag(.resource, id), Tag(.party, data.approvedBy)]
      finding.evidence = [event.position]
      let ends = events[(index + 1)...].first { $0.event.type == .exemptionEnded || $0.event.type == .resourceExempted }
      let over = data.to.flatMap { $0 < day ? $0.following : nil }
      finding.curedOn = [ends?.event.validTime.day, over].compactMap { $0 }.min()
      if let ends { finding.evidence.append(ends.position) }
      finding.evidence.sort()
      found.append(finding)
    }
  }

  /// Years that were over by V, in which the resource was open to others from the first to the last day.
  private mutating func findLowUse(
    _ id: Identifier, _ facts: ResourceFacts, _ resource: ResourceState, _ use: ResourceUse
  ) {
    guard isPublished(.lowUseSeconds), let first = resource.openSpells.first else { return }
    var years = YearFindings()
    for year in yearsOver(from: first.from.civil.year) {
      let (from, to) = (Day.first(of: year), Day.last(of: year))
      guard resource.openSpells.contains(where: { $0.from <= from && $0.to.map { $0 > to } ?? true }),
        let (least, edition) = threshold(.lowUseSeconds, on: to)
      else { continue }
      let used = use.year(of: id, year)
      guard used.seconds < least else {
        years.pass(year)
        continue
      }
      var finding = Finding(.lowUse, facts.unit, since: to.following)
      finding.subjects = [Tag(.resource, id)]
      finding.accounts = [AccountPrefix(.hours, facts.unit, id)]
      if used.newest > .zero { finding.evidence = [used.newest] }
      (finding.measured, finding.threshold) = (used.seconds, least)
      finding.judge(by: edition)
      years.fail(finding)
    }
    found += years.findings
  }
}

/// Findings of one rule about one thing, year by year: each stands until the end of a later year without one.
struct YearFindings {
  private(set) var findings: [Finding] = []
  private var openCount = 0

  mutating func fail(_ finding: Finding) {
    findings.append(finding)
    openCount += 1
  }

  mutating func pass(_ year: Int) {
    for index in findings.indices.suffix(openCount) { findings[index].curedOn = Day.last(of: year).following }
    openCount = 0
  }
}
