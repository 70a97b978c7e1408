import EventLog
import EventModel

/// Whether entities are there: anywhere on their timelines, whatever the valid time, unless taken back.
///
/// Facts arrive in any order, so that a booking may be older than the day its unit was registered.
extension RuleContext {
  /// - Throws: ``Refusal/unknownReference(_:field:)`` unless one of the types created the entity.
  @discardableResult
  func require(_ tag: Tag, _ field: String, createdBy type: EventType) throws -> [RecordedEvent] {
    let events = try timeline(of: tag, type.group)
    guard events.contains(where: { $0.event.type == type }) else {
      throw Refusal.unknownReference(tag, field: field)
    }
    return events
  }

  /// - Throws: ``Refusal/alreadyExists(_:recordedAt:)`` when an event of the type created the entity before.
  func requireNew(_ tag: Tag, createdBy type: EventType) throws {
    if let event = try timeline(of: tag, type.group).first(where: { $0.event.type == type }) {
      throw Refusal.alreadyExists(tag, recordedAt: event.position)
    }
  }

  /// The party's state after everything known about it.
  ///
  /// - Throws: ``Refusal/unknownReference(_:field:)`` for a party never registered.
  @discardableResult
  func requireParty(_ id: Identifier, _ field: String) throws -> PartyState {
    PartyState(folding: try require(Tag(.party, id), field, createdBy: .partyRegistered))
  }

  /// A party that can own resources.
  func requireUnit(_ id: Identifier, _ field: String) throws {
    try requireParty(id, field, kinds: [.unit])
  }

  /// A party of one of the kinds.
  ///
  /// - Throws: ``Refusal/wrongPartyKind(_:field:kind:)`` for any other.
  func requireParty(_ id: Identifier, _ field: String, kinds: Set<PartyKind>) throws {
    if let kind = try requireParty(id, field).kind, !kinds.contains(kind) {
      throw Refusal.wrongPartyKind(id, field: field, kind: kind)
    }
  }

  /// The timeline of a resource that was acquired.
  func requireResource(_ id: Identifier, _ field: String = "resource") throws -> [RecordedEvent] {
    try require(Tag(.resource, id), field, createdBy: .resourceAcquired)
  }

  /// Compares the unit an event names with the one that owned the resource at that time; before its acquisition, the
  /// one that acquired it.
  func requireOwner(_ unit: Identifier, of resource: Identifier, at validTime: Instant) throws {
    let timeline = try requireResource(resource)
    var owner: Identifier?
    for event in timeline {
      if event.event.validTime > validTime, owner != nil { break }
      switch event.event.payload {
      case .resourceAcquired(let data): owner = data.unit
      case .resourceTransferred(let data): owner = data.to
      default: break
      }
    }
    try Copies.check("unit", unit, equals: owner)
  }
}
