import EventModel

/// Which events bring an entity into the ledger, and which need it to be there.
///
/// The first tag of every event is the entity it is about.
enum Identities {
  /// The type that creates an entity of a kind; `nil` for books, which are there from the start, and for subjects, whom
  /// nothing but a pseudonym is known of.
  static func creator(of kind: TagKind) -> EventType? {
    switch kind {
    case .party: .partyRegistered
    case .resource: .resourceAcquired
    case .booking: .bookingRequested
    case .usage: .usageRecorded
    case .carrier: .carrierDesignated
    case .agency: .agencyAuthorised
    case .lease: .leaseRecorded
    case .policy: .policyPublished
    case .indicatorSet: .indicatorSetPublished
    case .demand: .demandPosted
    case .outage: .outageStarted
    case .maintenance: .maintenanceStarted
    case .complaint: .complaintFiled
    case .outcome: .outcomeReported
    case .standard: .feeStandardPublished
    case .cost: .costRecorded
    case .charge: .chargeAssessed
    case .invoice: .invoiceIssued
    case .payment: .paymentReceived
    case .refund: .refundIssued
    case .dispute: .disputeOpened
    case .books: nil
    case .programme: .programmeOpened
    case .voucher: .voucherIssued
    case .deduction: .voucherDeducted
    case .claim: .redemptionClaimed
    case .purchase: .purchaseProposed
    case .cycle: .cycleOpened
    case .subsidy: .subsidyAwarded
    case .finding: .findingConfirmed
    case .rectification: .rectificationOrdered
    case .fraud: .fraudFound
    case .clawback: .clawbackOrdered
    case .subject: nil
    case .key: .keyBound
    case .logKey: .logKeyPublished
    }
  }

  /// The types that create entities.
  static let creators = Set(TagKind.allCases.compactMap(creator))

  /// The entities an event names, by field, the one it creates left out.
  static func references(_ payload: EventPayload) -> [(field: String, tag: Tag)] {
    switch payload {
    case .partyRegistered, .policyPublished, .indicatorSetPublished, .programmeOpened, .eventRetracted: []
    case .logKeyPublished: []
    case .partyUpdated(let data): [("party", Tag(.party, data.party))]
    case .partyMerged(let data): [("from", Tag(.party, data.from)), ("into", Tag(.party, data.into))]
    case .roleGranted(let data): [("party", Tag(.party, data.party))]
    case .roleRevoked(let data): [("party", Tag(.party, data.party))]
    case .carrierDesignated(let data): [("host", Tag(.party, data.host))]
    case .carrierRevoked(let data): [("carrier", Tag(.carrier, data.carrier)), ("host", Tag(.party, data.host))]
    case .agencyAuthorised(let data):
      [("principal", Tag(.party, data.principal)), ("agent", Tag(.party, data.agent))] + resources(data.resources)
    case .agencyEnded(let data):
      [("agency", Tag(.agency, data.agency)), ("principal", Tag(.party, data.principal))]
        + [("agent", Tag(.party, data.agent))] + resources(data.resources)
    case .leaseRecorded(let data):
      [("lessor", Tag(.party, data.lessor)), ("lessee", Tag(.party, data.lessee))] + resources(data.resources)
    case .expertOpinionRecorded(let data): [("subject", data.subject)]
    case .unitRulesPublished(let data): [("unit", Tag(.party, data.unit))]
    case .unitPlatformLinked(let data): [("unit", Tag(.party, data.unit))]
    case .unitPlatformLinkLost(let data): [("unit", Tag(.party, data.unit))]
    case .disclosurePublished(let data): [("unit", Tag(.party, data.unit))]
    case .demandPosted(let data): [("user", Tag(.party, data.user))]
    case .demandWithdrawn(let data): [("demand", Tag(.demand, data.demand)), ("user", Tag(.party, data.user))]
    case .demandMatched(let data):
      [("demand", Tag(.demand, data.demand)), ("by", Tag(.party, data.by))] + resources([data.resource])
    case .keyBound(let data): [("party", Tag(.party, data.party))]
    case .keyRevoked(let data): [("key", Tag(.key, data.key)), ("party", Tag(.party, data.party))]
    case .accessLogged: []
    case .subjectKeyDestroyed(let data):
      [("requestedBy", Tag(.party, data.requestedBy)), ("approvedBy", Tag(.party, data.approvedBy))]
    default: resourceReferences(payload)
    }
  }

  private static func resourceReferences(_ payload: EventPayload) -> [(field: String, tag: Tag)] {
    switch payload {
    case .resourceAcquired(let data): [("unit", Tag(.party, data.unit))]
    case .resourceTransferred(let data):
      [("resource", Tag(.resource, data.resource)), ("from", Tag(.party, data.from)), ("to", Tag(.party, data.to))]
    case .resourceRegistered(let data):
      [("resource", Tag(.resource, data.resource)), ("unit", Tag(.party, data.unit))]
    case .resourceExempted(let data):
      [("resource", Tag(.resource, data.resource)), ("approvedBy", Tag(.party, data.approvedBy))]
    case .resourceRevalued(let data): resources([data.resource])
    case .resourceFundingCorrected(let data): resources([data.resource])
    case .resourceUpdated(let data): resources([data.resource])
    case .resourceOpened(let data): resources([data.resource])
    case .resourceClosed(let data): resources([data.resource])
    case .resourceStatusChanged(let data): resources([data.resource])
    case .exemptionEnded(let data): resources([data.resource])
    case .resourceEnrolledVoluntarily(let data): resources([data.resource])
    case .customsSupervisionDeclared(let data): resources([data.resource])
    case .customsConsentRecorded(let data): resources([data.resource])
    case .customsReleased(let data): resources([data.resource])
    case .nationalPushed(let data): resources([data.resource])
    default: useReferences(payload)
    }
  }

  private static func useReferences(_ payload: EventPayload) -> [(field: String, tag: Tag)] {
    switch payload {
    case .usageRecorded(let data): usage(data.facts, resource: data.resource, unit: data.unit)
    case .usageCorrected(let data):
      [("usage", Tag(.usage, data.usage))] + usage(data.now, resource: data.resource, unit: data.unit)
    case .usageVoided(let data): [("usage", Tag(.usage, data.usage))]
    case .satisfactionRated(let data): [("usage", Tag(.usage, data.usage)), ("user", Tag(.party, data.user))]
    case .outageStarted(let data): place(data.resource, data.unit)
    case .outageEnded(let data): [("outage", Tag(.outage, data.outage))]
    case .maintenanceStarted(let data): place(data.resource, data.unit)
    case .maintenanceEnded(let data): [("maintenance", Tag(.maintenance, data.maintenance))]
    case .complaintFiled(let data):
      [("unit", Tag(.party, data.unit))] + optional("usage", .usage, data.usage) + optional("user", .party, data.user)
    case .complaintResolved(let data): [("complaint", Tag(.complaint, data.complaint))]
    case .outcomeReported(let data): data.units.map { ("units", Tag(.party, $0)) } + resources(data.resources)
    case .acknowledgementVerified(let data):
      [("outcome", Tag(.outcome, data.outcome)), ("verifiedBy", Tag(.party, data.verifiedBy))]
    default: BookingStep(payload)?.references ?? moneyReferences(payload)
    }
  }

  private static func usage(
    _ facts: UsageFacts, resource: Identifier, unit: Identifier
  ) -> [(field: String, tag: Tag)] {
    place(resource, unit) + [("user", Tag(.party, facts.user))] + optional("operator", .party, facts.operator)
      + optional("booking", .booking, facts.booking)
  }

  private static func place(_ resource: Identifier, _ unit: Identifier) -> [(field: String, tag: Tag)] {
    [("resource", Tag(.resource, resource)), ("unit", Tag(.party, unit))]
  }

  static func resources(_ ids: [Identifier]) -> [(field: String, tag: Tag)] {
    ids.map { (ids.count == 1 ? "resource" : "resources", Tag(.resource, $0)) }
  }

  static func optional(_ field: String, _ kind: TagKind, _ id: Identifier?) -> [(field: String, tag: Tag)] {
    id.map { [(field, Tag(kind, $0))] } ?? []
  }
}
