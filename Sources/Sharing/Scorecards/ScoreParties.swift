import EventLog
import EventModel

/// Who is assessed in a role, from one pass over the log.
struct ScoreParties {
  /// The parties.
  var members: Set<Identifier> = []
  /// The services that another party than the owner delivered; only looked for when organisations are assessed.
  private(set) var services: OperatedServices

  /// Units are parties registered as such; organisations are those registered as such, carriers' hosts, agents, and
  /// whoever delivered a service for an owner.
  ///
  /// - Complexity: O(events), few of which are decoded.
  init(_ log: LogReader, _ question: ScoreQuestion) throws {
    let asOf = question.asOf
    var candidates: Set<Identifier> = []
    services = OperatedServices()
    guard asOf.known > .zero else { return }
    let isUnit = question.role == .unit
    try log.scan(Position(1)...asOf.known) { view in
      switch view.type {
      case .partyRegistered:
        if try PartyRegisteredView(view.payload).kind != .user { candidates.formUnion(try view.parties()) }
      case .partyUpdated: candidates.formUnion(try view.parties())
      case .carrierDesignated, .agencyAuthorised: if !isUnit { candidates.formUnion(try view.parties()) }
      default: if !isUnit { try services.add(view) }
      }
      return true
    }
    let kind: PartyKind = isUnit ? .unit : .organisation
    let roles: Set<EventType> = isUnit ? [] : [.carrierDesignated, .agencyAuthorised]
    for party in candidates {
      let types = roles.union([.partyRegistered, .partyUpdated])
      let events = try log.timeline(of: Tag(.party, party), .parties, types: types, asOf: asOf)
      let isNamed = events.contains { event in
        switch event.event.payload {
        case .carrierDesignated(let data): data.host == party
        case .agencyAuthorised(let data): data.agent == party
        default: false
        }
      }
      if isNamed || PartyState(folding: events).kind == kind { members.insert(party) }
    }
    members.formUnion(services.servants)
  }
}

extension EventView {
  /// The parties the event concerns.
  fileprivate func parties() throws -> [Identifier] {
    try recordedEvent().event.tags.filter { $0.kind == .party }.map(\.id)
  }
}
