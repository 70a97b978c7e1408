package import EventLog
package import EventModel

extension UnitFile {
  /// Puts a party's file together.
  ///
  /// - Parameters:
  ///   - log: the log to read.
  ///   - party: whose file.
  ///   - findings: the findings of the view; those of other parties are left out.
  ///   - asOf: the two times.
  /// - Complexity: O(events about purchases, assessments and sanctions of the party).
  package init(_ log: LogReader, of party: Identifier, findings: [Finding], asOf: AsOf) throws {
    let tag = Tag(.party, party)
    self.asOf = asOf
    self.party = party
    name = try log.name(of: party, asOf: asOf)
    self.findings = findings.filter { $0.party == party }
    let events = try log.timeline(of: tag, .oversight, asOf: asOf).filter {
      OversightStep($0.event.payload)?.party == party
    }
    for event in events {
      if let confirmation = Confirmation(event, self.findings) { confirmations.append(confirmation) }
      if let entry = FileEntry(event) { entries.append(entry) }
      if let assessment = FileAssessment(event) { assessments.append(assessment) }
    }
    let day = asOf.valid.day
    rectifications = UnitFile.grouped(events, .rectification).compactMap { Rectification($0, on: day) }
    clawbacks = UnitFile.grouped(events, .clawback).compactMap { DueAccount($0, on: day) }
    subsidies = UnitFile.grouped(events, .subsidy).compactMap { DueAccount($0, on: day) }
    qualifications = QualificationCourse.all(events, on: day)
  }

  /// The events by the thing of a kind their first field names, each thing's in valid order; things in order of id.
  private static func grouped(_ events: [RecordedEvent], _ kind: TagKind) -> [[RecordedEvent]] {
    let named = events.filter { $0.event.type.fields.first?.tag == kind }
    let groups = Dictionary(grouping: named) { $0.event.payload.tags.first?.id }
    return groups.compactMap { id, events in id.map { ($0, events) } }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension Confirmation {
  fileprivate init?(_ event: RecordedEvent, _ findings: [Finding]) {
    guard case .findingConfirmed(let data) = event.event.payload else { return nil }
    let evidence = Set(data.evidence)
    self.init(
      finding: data.finding, rule: data.rule, day: event.event.validTime.day, evidence: data.evidence,
      isStillFound: findings.contains { finding in
        finding.rule.rawValue == data.rule.text && !evidence.isDisjoint(with: finding.evidence)
      }, position: event.position)
  }
}

extension FileEntry {
  fileprivate init?(_ event: RecordedEvent) {
    let (text, until, finding, fraud): (Text, Day?, Identifier?, Identifier?)
    switch event.event.payload {
    case .noticePublished(let data): (text, until, finding, fraud) = (data.publishedAt, nil, data.finding, data.fraud)
    case .creditRecorded(let data): (text, until, finding, fraud) = (data.entry, data.until, data.finding, data.fraud)
    case .fraudFound(let data): (text, until, finding, fraud) = (data.statement, nil, nil, data.fraud)
    case .matterReferred(let data): (text, until, finding, fraud) = (data.to, nil, nil, data.fraud)
    default: return nil
    }
    self.init(
      type: event.event.type, day: event.event.validTime.day, text: text, until: until,
      about: finding.map { Tag(.finding, $0) } ?? fraud.map { Tag(.fraud, $0) }, position: event.position)
  }
}

extension FileAssessment {
  fileprivate init?(_ event: RecordedEvent) {
    switch event.event.payload {
    case .scoreFrozen(let data):
      self.init(
        cycle: data.cycle, day: event.event.validTime.day, points: data.total.value, grade: nil,
        position: event.position)
    case .gradeDecided(let data):
      self.init(
        cycle: data.cycle, day: event.event.validTime.day, points: nil, grade: data.grade, position: event.position)
    default: return nil
    }
  }
}

extension Rectification {
  fileprivate init?(_ events: [RecordedEvent], on day: Day) {
    var (ordered, ended): (RecordedEvent?, RecordedEvent?) = (nil, nil)
    for event in events {
      switch event.event.type {
      case .rectificationOrdered: ordered = ordered ?? event
      case .rectificationAccepted, .rectificationFailed: ended = ended ?? event
      default: break
      }
    }
    guard let ordered, case .rectificationOrdered(let data) = ordered.event.payload else { return nil }
    let state: State =
      switch ended?.event.type {
      case .rectificationAccepted: .accepted
      case .rectificationFailed: .failed
      default: day > data.due ? .overdue : .open
      }
    self.init(
      rectification: data.rectification, finding: data.finding, demand: data.demand,
      orderedOn: ordered.event.validTime.day, due: data.due, state: state, endedOn: ended?.event.validTime.day,
      positions: events.map(\.position).sorted())
  }
}

extension DueAccount {
  fileprivate init?(_ events: [RecordedEvent], on day: Day) {
    guard let first = events.first(where: { DueState.Step($0.event)?.isBeginning ?? false }),
      let id = first.event.payload.tags.first?.id
    else { return nil }
    var due: Day?
    if case .clawbackOrdered(let data) = first.event.payload { due = data.due }
    var (ordered, paid): (Int128, Int128) = (0, 0)
    for event in events {
      guard let step = DueState.Step(event.event) else { continue }
      if step.isBeginning { ordered += step.amount.wide } else { paid += step.amount.wide }
    }
    self.init(
      id: id, orderedOn: first.event.validTime.day, ordered: ordered, paid: paid, due: due,
      isOverdue: ordered > paid && due.map { day > $0 } ?? false, positions: events.map(\.position).sorted())
  }
}

extension QualificationCourse {
  /// The courses of all qualifications the events name.
  fileprivate static func all(_ events: [RecordedEvent], on day: Day) -> [QualificationCourse] {
    let named = events.compactMap { event in
      QualificationState.named(event.event.payload).map { (id: $0.qualification, event: event) }
    }
    return Dictionary(grouping: named, by: \.id).sorted { $0.key < $1.key }.map { id, events in
      let steps = events.compactMap { Step($0.event) }
      let state: State =
        switch steps.last?.type {
        case .qualificationRevoked: .revoked
        case .qualificationSuspended:
          steps.last?.until.map { day > $0 } ?? false ? .held : .suspended(until: steps.last?.until)
        default: .held
        }
      return QualificationCourse(qualification: id, steps: steps, state: state)
    }
  }
}

extension QualificationCourse.Step {
  fileprivate init?(_ event: RecordedEvent) {
    let (until, reason): (Day?, Text)
    switch event.event.payload {
    case .qualificationSuspended(let data): (until, reason) = (data.until, data.reason)
    case .qualificationRevoked(let data): (until, reason) = (nil, data.reason)
    case .qualificationRestored(let data): (until, reason) = (nil, data.reason)
    default: return nil
    }
    self.init(
      type: event.event.type, day: event.event.validTime.day, until: until, reason: reason, position: event.position)
  }
}
