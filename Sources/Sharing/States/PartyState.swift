import EventModel

/// A party after the events of its timeline.
struct PartyState: EntityState {
  /// Its own id, once registered.
  private(set) var party: Identifier?
  private(set) var kind: PartyKind?
  private(set) var legalKind: LegalKind?
  private(set) var name: Text?
  private(set) var adcode: Identifier?
  /// The party that took it over.
  private(set) var mergedInto: Identifier?
  /// The authority it holds.
  private(set) var roles = RoleBook()

  func stateName(for type: EventType) -> String {
    if let mergedInto { return "merged into \(mergedInto)" }
    return party == nil ? "not registered" : "registered"
  }

  func allows(_ event: RecordedEvent) -> Bool {
    switch event.event.payload {
    case .partyRegistered: party == nil
    case .partyMerged(let data): data.from != party || mergedInto == nil
    case .roleRevoked(let data) where data.party == party: roles.holds(data.role, on: data.from)
    default: true
    }
  }

  mutating func apply(_ event: RecordedEvent) {
    switch event.event.payload {
    case .partyRegistered(let data):
      party = data.party
      (kind, legalKind, name, adcode) = (data.kind, data.legalKind, data.name, data.adcode)
    case .partyUpdated(let data):
      kind = data.kind ?? kind
      legalKind = data.legalKind ?? legalKind
      name = data.name ?? name
      adcode = data.adcode ?? adcode
    case .partyMerged(let data):
      if data.from == party { mergedInto = data.into }
    case .roleGranted(let data): roles.grant(data)
    case .roleRevoked(let data): roles.revoke(data)
    default: break
    }
  }

  /// Whether an event on the timeline of a unit decides its name.
  static func decidesName(_ event: RecordedEvent) -> Bool {
    switch event.event.payload {
    case .partyRegistered: true
    case .partyUpdated(let data): data.name != nil
    default: false
    }
  }
}
