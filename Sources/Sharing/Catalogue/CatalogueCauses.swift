import EventLog
import EventModel

/// Why a row differs between two positions: the events that came to it, and those taken back from it.
struct CatalogueCauses {
  /// The event that changed knowledge, and the payload it added or took back.
  private var causes: [(position: Position, payload: EventPayload)] = []

  init(_ log: LogReader, _ old: CatalogueEntry, _ new: CatalogueEntry, later: Position) throws {
    let (oldPositions, newPositions) = (Set(old.lineage), Set(new.lineage))
    for position in newPositions.subtracting(oldPositions) {
      causes.append((position, try log.event(at: position).event.payload))
    }
    for position in oldPositions.subtracting(newPositions) {
      let target = try log.event(at: position)
      let retraction = try CatalogueCauses.retraction(of: target, log, later: later)
      // Without a retraction it is a name the row no longer takes from its former owner: the transfer says why.
      if let retraction { causes.append((retraction, target.event.payload)) }
    }
    causes.sort { $0.position < $1.position }
  }

  /// The causes that can decide a field; all of them when none is known to, so that no change is without evidence.
  func positions(deciding field: CatalogueField) -> [Position] {
    let deciding = causes.filter { field.isDecided(by: $0.payload) }
    return (deciding.isEmpty ? causes : deciding).map(\.position)
  }

  private static func retraction(
    of target: RecordedEvent, _ log: LogReader, later: Position
  ) throws -> Position? {
    var found: Position?
    let query = EventQuery(types: [.eventRetracted], tags: Array(target.event.payload.tags.prefix(1)))
    try log.select(EventSelection(query: query, positions: target.position...later)) { event in
      guard case .eventRetracted(let data) = event.event.payload,
        data.targetSource == target.event.source, data.targetId == target.event.id
      else { return true }
      found = event.position
      return false
    }
    return found
  }
}

extension CatalogueField {
  /// Whether an event can decide the field.
  func isDecided(by payload: EventPayload) -> Bool {
    switch payload {
    case .resourceAcquired: true
    case .resourceUpdated(let data): data.changes.contains { decides($0.field) }
    case .resourceTransferred: self == .unit || self == .unitName
    case .partyRegistered, .partyUpdated, .partyMerged: self == .unitName
    case .resourceRevalued: self == .originalValue || isOfDuty
    case .resourceFundingCorrected: self == .funding || isOfDuty
    case .resourceRegistered: self == .registeredOn || isOfLateness
    case .resourceOpened, .resourceClosed:
      self == .mode || self == .weeklyHours || self == .openedOn || isOfLateness
    case .resourceStatusChanged: self == .status
    case .resourceExempted, .exemptionEnded: self == .exemption || isOfDuty
    case .resourceEnrolledVoluntarily: self == .isEnrolledVoluntarily
    case .customsSupervisionDeclared, .customsConsentRecorded, .customsReleased: self == .customs
    case .policyPublished: self == .customs || isOfDuty
    default: false
    }
  }

  private func decides(_ field: ResourceField) -> Bool {
    switch field {
    case .name: self == .name
    case .classCode: self == .classCode || self == .className
    case .location: self == .location
    case .model: self == .model
    case .manufacturer: self == .manufacturer
    case .attribute(let name): self == .attribute(name)
    }
  }

  private var isOfDuty: Bool {
    switch self {
    case .isInScope, .mustOpen, .openedOn, .dueOn: true
    default: isOfLateness
    }
  }

  private var isOfLateness: Bool { self == .daysLate || self == .isOverdue }
}
