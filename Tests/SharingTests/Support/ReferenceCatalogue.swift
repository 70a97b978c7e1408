import EventModel

@testable import Sharing

/// The catalogue the slow, obvious way: lists, loops over days, no folds; shares nothing with the real one but the row.
struct ReferenceCatalogue {
  let events: [RecordedEvent]
  let day: Day
  private let policies: [(from: Day, parameters: [(name: String, value: Int64)])]

  init(_ all: [RecordedEvent], valid: Instant, known: Position) {
    let known = all.filter { $0.position <= known }
    let takenBack = known.compactMap { event -> Identifier? in
      guard case .eventRetracted(let data) = event.event.payload else { return nil }
      return data.targetId
    }
    var live = known.filter { $0.event.validTime <= valid && !takenBack.contains($0.event.id) }
    // Insertion sort by valid time; the list is in order of position, and equal times stay so.
    for index in live.indices.dropFirst() {
      var place = index
      while place > 0, live[place - 1].event.validTime > live[place].event.validTime {
        live.swapAt(place - 1, place)
        place -= 1
      }
    }
    events = live
    day = valid.day
    policies = live.compactMap { event in
      guard case .policyPublished(let data) = event.event.payload else { return nil }
      return (data.effectiveFrom, data.parameters.map { ($0.name.text, $0.value.value) })
    }
  }

  /// A parameter on a day: the value with the latest effective day, the last such.
  func parameter(_ name: String, _ default: Int64, on day: Day) -> Int64 {
    var best: (from: Day, value: Int64)?
    for policy in policies where policy.from <= day {
      for parameter in policy.parameters where parameter.name == name {
        if best.map({ policy.from >= $0.from }) ?? true { best = (policy.from, parameter.value) }
      }
    }
    return best?.value ?? `default`
  }

  func of(_ resource: Identifier) -> [RecordedEvent] {
    events.filter { $0.event.type.group == .resources && $0.event.tags.contains(Tag(.resource, resource)) }
  }

  func value(_ resource: Identifier, on day: Day) -> Int64? {
    var value: Int64?
    for event in of(resource) {
      if case .resourceAcquired(let data) = event.event.payload { value = data.originalValue?.amount }
      if case .resourceRevalued(let data) = event.event.payload, event.event.validTime.day <= day {
        value = data.originalValue.amount
      }
    }
    return value
  }

  func isInScope(_ resource: Identifier, _ kind: ResourceKind, on day: Day) -> Bool {
    kind != .equipment || (value(resource, on: day) ?? 0) >= parameter("equipmentThresholdFen", 20_000_000, on: day)
  }

  func exemption(_ resource: Identifier, on day: Day) -> ExemptionGround? {
    var ground: ExemptionGround?
    for event in of(resource) where event.event.validTime.day <= day {
      if case .resourceExempted(let data) = event.event.payload {
        ground = data.to.map { day <= $0 } ?? true ? data.ground : nil
      }
      if case .exemptionEnded = event.event.payload { ground = nil }
    }
    return ground
  }

  /// The rows that admit comparison field by field, lineage left out.
  func row(of resource: Identifier) throws -> ReferenceRow? {
    let own = of(resource)
    guard case .resourceAcquired(let first)? = own.first(where: { $0.event.type == .resourceAcquired })?.event.payload
    else { return nil }
    var row = ReferenceRow(unit: first.unit, isInScope: isInScope(resource, first.kind, on: day))
    for event in own {
      switch event.event.payload {
      case .resourceTransferred(let data): row.unit = data.to
      case .resourceStatusChanged(let data): row.status = data.status
      case .resourceOpened(let data): row.mode = data.mode
      case .resourceClosed: row.mode = SharingMode.none
      case .resourceRegistered where row.registeredOn == nil: row.registeredOn = event.event.validTime.day
      default: break
      }
    }
    row.value = value(resource, on: day)
    row.exemption = exemption(resource, on: day)
    let isFiscal = first.funding.contains { [.central, .local].contains($0.source) && $0.amount.amount > 0 }
    row.mustOpen = row.isInScope && isFiscal && row.exemption == nil
    if row.mustOpen { try addDeadline(to: &row, resource, first, own) }
    return row
  }

  /// Walks day by day from acceptance; the clock starts after the last day without the duty to be in scope or with an
  /// exemption that is over.
  private func addDeadline(
    to row: inout ReferenceRow, _ resource: Identifier, _ first: ResourceAcquired, _ own: [RecordedEvent]
  ) throws {
    guard first.acceptedOn.number >= parameter("inForceOn", 17_103, on: day) else { return }
    var start = first.acceptedOn
    var current = first.acceptedOn
    while current < day {
      if !isInScope(resource, first.kind, on: current) { start = max(start, try current.advanced(by: 1)) }
      current = try current.advanced(by: 1)
    }
    for event in own {
      if case .exemptionEnded = event.event.payload { start = max(start, event.event.validTime.day) }
      if case .resourceExempted(let data) = event.event.payload, let to = data.to, to < day,
        !own.contains(where: { later in
          later.event.type == .exemptionEnded && later.event.validTime >= event.event.validTime
            && later.event.validTime.day <= to
        })
      {
        start = max(start, try to.advanced(by: 1))
      }
    }
    var due = start
    for _ in 0..<parameter("registrationDays", 30, on: start) { due = try due.advanced(by: 1) }
    row.dueOn = due
    var isOpen = false
    var openSince: Day?
    for event in own {
      let wasOpen = isOpen
      if case .resourceOpened(let data) = event.event.payload { isOpen = data.mode == .external }
      if case .resourceClosed = event.event.payload { isOpen = false }
      // A spell that ended by the start of the clock does not count.
      if wasOpen, !isOpen, event.event.validTime.day <= start { openSince = nil }
      if isOpen, !wasOpen, openSince == nil { openSince = event.event.validTime.day }
    }
    row.openedOn = openSince
    var met: Day?
    if let openSince, let registeredOn = row.registeredOn { met = max(openSince, registeredOn) }
    row.daysLate = max(0, Int((met ?? day).number - due.number))
    row.isOverdue = met == nil && day > due
  }
}

/// What the reference says of a resource.
struct ReferenceRow: Equatable {
  var unit: Identifier
  var value: Int64?
  var status = ResourceStatus.normal
  var mode: SharingMode?
  var exemption: ExemptionGround?
  var isInScope: Bool
  var mustOpen = false
  var registeredOn: Day?
  var openedOn: Day?
  var dueOn: Day?
  var daysLate: Int?
  var isOverdue = false

  init(unit: Identifier, isInScope: Bool) {
    self.unit = unit
    self.isInScope = isInScope
  }

  /// The same of a real row; the day of opening only where a deadline counts it.
  init(_ entry: CatalogueEntry) {
    unit = entry.unit
    value = entry.originalValue?.amount
    status = entry.status
    mode = entry.mode
    exemption = entry.exemption
    isInScope = entry.isInScope
    mustOpen = entry.mustOpen
    registeredOn = entry.registeredOn
    openedOn = entry.dueOn == nil ? nil : entry.openedOn
    dueOn = entry.dueOn
    daysLate = entry.daysLate
    isOverdue = entry.isOverdue
  }
}
