import EventLog
import EventModel

/// Article 18: a tax-free instrument serves outsiders only within what customs allows.
extension FindingsReading {
  mutating func findCustomsUse(
    _ id: Identifier, _ facts: ResourceFacts, _ events: [RecordedEvent], _ use: inout ResourceUse
  ) {
    let papers = events.filter { event in
      switch event.event.type {
      case .customsSupervisionDeclared, .customsConsentRecorded, .customsReleased: true
      default: false
      }
    }
    if papers.isEmpty { return }
    func customs(at time: Instant) -> CustomsState {
      ResourceState(folding: papers, at: time).customs.state(on: time.day, policies: policies)
    }
    var uses: [Position] = []
    var (since, last): (Day?, Instant?) = (nil, nil)
    for row in use.externalUses(of: id) {
      guard let start = try? Instant(microseconds: row.start), case .supervised = customs(at: start) else { continue }
      uses.append(row.position)
      since = since ?? start.day
      last = start
    }
    guard let since, let last else { return }
    var finding = Finding(.customsUseWithoutConsent, facts.unit, since: since)
    finding.subjects = [Tag(.resource, id)]
    finding.evidence = uses + papers.map(\.position)
    (finding.measured, finding.threshold) = (Int64(uses.count), 0)
    finding.curedOn = endOfSupervision(papers, after: last)
    finding.judge(by: policies.edition(on: since))
    found.append(finding)
  }

  /// The first day after an instant on which customs no longer supervised without consent, if it came by V.
  private func endOfSupervision(_ papers: [RecordedEvent], after last: Instant) -> Day? {
    for paper in papers where paper.event.validTime > last && paper.event.type != .customsSupervisionDeclared {
      return paper.event.validTime.day
    }
    let state = ResourceState(folding: papers, at: last).customs.state(on: day, policies: policies)
    if case .released(let until) = state { return until.following }
    return nil
  }
}

/// The use of each resource.
struct ResourceUse {
  private let use: UseTable
  /// The usages by outsiders that stand; few resources ask for theirs.
  private lazy var external = RowsByResource(count: use.usages.count, resourceCount: use.resources.count) { [use] row in
    let usage = use.usages[row]
    return usage.isExternal && !usage.isVoided && usage.position > .zero ? usage.resource : nil
  }

  init(_ use: UseTable) { self.use = use }

  /// The usages of a resource by outsiders, by start.
  mutating func externalUses(of resource: Identifier) -> [UseTable.Usage] {
    guard let number = number(of: resource) else { return [] }
    return external[number].map { use.usages[Int($0)] }.sorted { ($0.start, $0.position) < ($1.start, $1.position) }
  }

  /// The use of a resource in a year.
  func year(of resource: Identifier, _ year: Int) -> UseTable.Year {
    number(of: resource).flatMap { use.years[UInt64($0) << 32 | UInt64(year)] } ?? UseTable.Year()
  }

  private func number(of resource: Identifier) -> UInt32? {
    var key: [UInt8] = []
    key.append(resource)
    return use.resources.number(of: key.span.bytes)
  }
}
