import EventModel

/// Parties: well-formed ids, kinds that can take the part, and what becomes of them.
enum PartyRules {
  private static let bodies: Set<PartyKind> = [.unit, .organisation, .authority]
  private static let servants: Set<PartyKind> = [.unit, .organisation]

  static let all = [
    Rule("bodiesHaveCodes", types: [.partyRegistered, .partyUpdated]) { event, _ in
      let (party, kind): (Identifier, PartyKind?) =
        switch event.payload {
        case .partyRegistered(let data): (data.party, data.kind)
        case .partyUpdated(let data): (data.party, data.kind)
        default: (event.actor, nil)
        }
      if let kind, kind != .user, !UnitCode.isAllowed(party) { throw Refusal.notAUnitCode(party) }
    },
    Rule("updateChangesSomething", types: [.partyUpdated]) { event, _ in
      guard case .partyUpdated(let data) = event.payload else { return }
      if data.kind == nil, data.legalKind == nil, data.name == nil, data.adcode == nil,
        data.contact == nil
      {
        throw Refusal.changesNothing(event.type)
      }
    },
    Rule("partyMergesIntoAnother", types: [.partyMerged]) { event, _ in
      guard case .partyMerged(let data) = event.payload, data.from == data.into else { return }
      throw Refusal.namedTwice(field: "into", value: data.into.text)
    },
    Rule("partyRunsItsCourse", types: [.partyMerged, .roleRevoked]) { event, context in
      guard let tag = event.payload.tags.first else { return }
      let timeline = try context.timeline(of: tag, .parties)
      try Lifecycle<PartyState>.insert(context.candidate(event), into: timeline, of: tag)
    },
    Rule("partiesAreOfTheRightKind") { event, context in
      for (field, party, kinds) in parts(event.payload) { try context.requireParty(party, field, kinds: kinds) }
    },
  ]

  /// Who takes a part that not every kind of party can take.
  private static func parts(_ payload: EventPayload) -> [(field: String, party: Identifier, kinds: Set<PartyKind>)] {
    switch payload {
    case .resourceAcquired(let data): [("unit", data.unit, [.unit])]
    case .resourceTransferred(let data): [("to", data.to, [.unit])]
    case .carrierDesignated(let data): [("host", data.host, bodies)]
    case .agencyAuthorised(let data): [("principal", data.principal, [.unit]), ("agent", data.agent, servants)]
    case .leaseRecorded(let data): [("lessor", data.lessor, bodies), ("lessee", data.lessee, bodies)]
    case .unitRulesPublished(let data): [("unit", data.unit, servants)]
    case .unitPlatformLinked(let data): [("unit", data.unit, servants)]
    case .unitPlatformLinkLost(let data): [("unit", data.unit, servants)]
    case .disclosurePublished(let data): [("unit", data.unit, servants)]
    case .complaintFiled(let data): [("unit", data.unit, servants)]
    case .usageRecorded(let data): data.operator.map { [("operator", $0, servants)] } ?? []
    case .usageCorrected(let data): data.now.operator.map { [("operator", $0, servants)] } ?? []
    default: partsInMoney(payload)
    }
  }

  private static func partsInMoney(
    _ payload: EventPayload
  ) -> [(field: String, party: Identifier, kinds: Set<PartyKind>)] {
    switch payload {
    case .feeStandardPublished(let data): [("organisation", data.organisation, servants)]
    case .costRecorded(let data): [("unit", data.unit, servants)]
    case .incomeBudgeted(let data): [("unit", data.unit, servants)]
    case .incomeSpent(let data): [("unit", data.unit, servants)]
    case .guidingFundGranted(let data): [("unit", data.unit, servants)]
    case .periodClosed(let data): data.books == .platformBooks ? [] : [("books", data.books, servants)]
    case .periodReopened(let data):
      (data.books == .platformBooks ? [] : [("books", data.books, servants)])
        + [("authority", data.authority, [.authority])]
    default: []
    }
  }
}
