import EventModel

/// What every event about a charge repeats of it, whichever step it is.
struct ChargeStep {
  let charge: Identifier
  let unit: Identifier
  let user: Identifier
  /// The pool, for the steps that change the income.
  var pool: Identifier?

  /// The types that are such steps.
  static let types: Set<EventType> = [
    .chargeAdjusted, .chargeWaived, .chargeReversed, .paymentReceived, .refundIssued, .disputeOpened, .disputeResolved,
  ]

  init?(_ payload: EventPayload) {
    switch payload {
    case .chargeAdjusted(let data): (charge, unit, user, pool) = (data.charge, data.unit, data.user, data.pool)
    case .chargeReversed(let data): (charge, unit, user, pool) = (data.charge, data.unit, data.user, data.pool)
    case .chargeWaived(let data): (charge, unit, user) = (data.charge, data.unit, data.user)
    case .paymentReceived(let data): (charge, unit, user) = (data.charge, data.unit, data.user)
    case .refundIssued(let data): (charge, unit, user) = (data.charge, data.unit, data.user)
    case .disputeOpened(let data): (charge, unit, user) = (data.charge, data.unit, data.user)
    case .disputeResolved(let data): (charge, unit, user) = (data.charge, data.unit, data.user)
    default: return nil
    }
  }
}
