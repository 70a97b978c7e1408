import EventModel

extension Identities {
  /// What events of the group `money` name.
  static func moneyReferences(_ payload: EventPayload) -> [(field: String, tag: Tag)] {
    switch payload {
    case .feeStandardPublished(let data):
      [("organisation", Tag(.party, data.organisation))] + each("resources", .resource, data.resources)
    case .feeStandardWithdrawn(let data):
      [("standard", Tag(.standard, data.standard)), ("organisation", Tag(.party, data.organisation))]
        + each("resources", .resource, data.resources)
    case .costRecorded(let data): [("unit", Tag(.party, data.unit))]
    case .costAllocated(let data): [("cost", Tag(.cost, data.cost)), ("unit", Tag(.party, data.unit))]
    case .incomeBudgeted(let data): [("unit", Tag(.party, data.unit))]
    case .incomeSpent(let data): [("unit", Tag(.party, data.unit))]
    case .guidingFundGranted(let data): [("unit", Tag(.party, data.unit))]
    case .periodClosed(let data): books(data.books)
    case .periodReopened(let data): books(data.books) + [("authority", Tag(.party, data.authority))]
    default: chargeReferences(payload)
    }
  }

  private static func chargeReferences(_ payload: EventPayload) -> [(field: String, tag: Tag)] {
    switch payload {
    case .chargeAssessed(let data):
      [("unit", Tag(.party, data.unit))] + optional("operator", .party, data.operator)
        + [("resource", Tag(.resource, data.resource)), ("user", Tag(.party, data.user))]
        + [("usage", Tag(.usage, data.usage))] + optional("standard", .standard, data.standard)
    case .chargeAdjusted(let data):
      charge(data.charge, data.unit, data.user) + [("approver", Tag(.party, data.approver))]
    case .chargeWaived(let data):
      charge(data.charge, data.unit, data.user) + [("approver", Tag(.party, data.approver))]
    case .chargeReversed(let data):
      charge(data.charge, data.unit, data.user) + [("approver", Tag(.party, data.approver))]
    case .invoiceIssued(let data): debt(data.unit, data.user) + each("charges", .charge, data.charges)
    case .invoiceVoided(let data):
      [("invoice", Tag(.invoice, data.invoice))] + debt(data.unit, data.user)
        + each("charges", .charge, data.charges)
    case .paymentReceived(let data): charge(data.charge, data.unit, data.user)
    case .refundIssued(let data): charge(data.charge, data.unit, data.user)
    case .disputeOpened(let data): charge(data.charge, data.unit, data.user)
    case .disputeResolved(let data):
      [("dispute", Tag(.dispute, data.dispute))] + charge(data.charge, data.unit, data.user)
    default: voucherReferences(payload)
    }
  }

  private static func charge(
    _ charge: Identifier, _ unit: Identifier, _ user: Identifier
  ) -> [(field: String, tag: Tag)] {
    [("charge", Tag(.charge, charge))] + debt(unit, user)
  }

  private static func debt(_ unit: Identifier, _ user: Identifier) -> [(field: String, tag: Tag)] {
    [("unit", Tag(.party, unit)), ("user", Tag(.party, user))]
  }

  /// Books need no event to be there, but the unit they belong to does.
  private static func books(_ books: Identifier) -> [(field: String, tag: Tag)] {
    books == .platformBooks ? [] : [("books", Tag(.party, books))]
  }

  static func each(_ field: String, _ kind: TagKind, _ ids: [Identifier]) -> [(field: String, tag: Tag)] {
    ids.map { (field, Tag(kind, $0)) }
  }
}
