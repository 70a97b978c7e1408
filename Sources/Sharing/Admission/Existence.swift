import EventLog
import EventModel

/// Whether entities are there: anywhere on their timelines, whatever the valid time, unless taken back.
///
/// Facts arrive in any order, so that a booking may be older than the day its unit was registered.
extension RuleContext {
  /// - Throws: ``Refusal/unknownReference(_:field:)`` unless one of the types created the entity.
  func require(_ tag: Tag, _ field: String, createdBy type: EventType) throws {
    guard try log.firstPosition(of: type, concerning: tag) != nil else {
      throw Refusal.unknownReference(tag, field: field)
    }
  }

  /// - Throws: ``Refusal/alreadyExists(_:recordedAt:)`` when an event of the type created the entity before.
  func requireNew(_ tag: Tag, createdBy type: EventType) throws {
    if let position = try log.firstPosition(of: type, concerning: tag) {
      throw Refusal.alreadyExists(tag, recordedAt: position)
    }
  }

  /// A party of one of the kinds, as last known.
  ///
  /// - Throws: ``Refusal/wrongPartyKind(_:field:kind:)`` for any other.
  func requireParty(_ id: Identifier, _ field: String, kinds: Set<PartyKind>) throws {
    let state = try log.folded(Tag(.party, id), .parties) { PartyState(folding: $0) }
    if let kind = state.kind, !kinds.contains(kind) {
      throw Refusal.wrongPartyKind(id, field: field, kind: kind)
    }
  }

  /// Compares the unit an event names with the one that owned the resource at that time; before its acquisition, the
  /// one that acquired it.
  func requireOwner(
    _ unit: Identifier, _ field: String = "unit", of resource: Identifier, at validTime: Instant
  ) throws {
    let owners = try log.folded(Tag(.resource, resource), .resources, types: Owners.types) { Owners(folding: $0) }
    try Copies.check(field, unit, equals: owners.owner(at: validTime))
  }
}

/// Who owned a resource, from when.
private struct Owners: Sendable {
  static let types: Set<EventType> = [.resourceAcquired, .resourceTransferred]

  private var changes: [(from: Instant, owner: Identifier)] = []

  init(folding events: [RecordedEvent]) {
    for event in events {
      switch event.event.payload {
      case .resourceAcquired(let data): changes.append((event.event.validTime, data.unit))
      case .resourceTransferred(let data): changes.append((event.event.validTime, data.to))
      default: break
      }
    }
  }

  func owner(at validTime: Instant) -> Identifier? {
    (changes.last { $0.from <= validTime } ?? changes.first)?.owner
  }
}
