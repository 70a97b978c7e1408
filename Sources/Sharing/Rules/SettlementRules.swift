import EventModel

/// What becomes of a charge: it is put right, paid, refunded, waived or taken back, never beyond what it comes to.
enum SettlementRules {
  static let all = [
    Rule("chargeIsRepeatedTruly", types: ChargeStep.types) { event, context in
      guard let step = ChargeStep(event.payload) else { return }
      guard let assessed = ChargeState(folding: try context.charge(step.charge)).assessed else { return }
      try Copies.check("unit", step.unit, equals: assessed.unit)
      try Copies.check("user", step.user, equals: assessed.user)
      if let pool = step.pool { try Copies.check("pool", pool, equals: assessed.pool) }
    },
    Rule("amountFitsTheCharge", types: ChargeStep.types) { event, context in
      guard let step = ChargeStep(event.payload) else { return }
      let state = ChargeState(folding: try context.charge(step.charge), at: event.validTime)
      // Before its assessment and after its reversal the charge is in the wrong state, which the course says better.
      if state.isOpen { try check(event.payload, state) }
    },
    Rule("chargeRunsItsCourse", types: ChargeStep.types) { event, context in
      guard let step = ChargeStep(event.payload) else { return }
      try Lifecycle<ChargeState>.insert(
        context.candidate(event), into: context.charge(step.charge), of: Tag(.charge, step.charge))
    },
  ]

  private static func check(_ payload: EventPayload, _ state: ChargeState) throws(Refusal) {
    switch payload {
    case .chargeAdjusted(let data): try check(data, state)
    case .chargeReversed(let data): try check(data, state)
    case .chargeWaived(let data):
      if data.amount < .zero, state.waived.plus(data.amount.amount) < 0 {
        throw .waiverBelowZero(
          charge: data.charge, amount: data.amount.negated.amount, waived: state.waived)
      }
      if data.amount > .zero, data.amount.amount > state.remainder {
        throw .aboveRemainder(charge: data.charge, amount: data.amount.amount, remainder: state.remainder)
      }
    case .paymentReceived(let data):
      if data.amount.amount > state.remainder {
        throw .paymentAboveReceivable(
          charge: data.charge, amount: data.amount.amount, receivable: state.remainder)
      }
    case .refundIssued(let data):
      if data.amount.amount > state.paid {
        throw .refundAbovePaid(charge: data.charge, amount: data.amount.amount, paid: state.paid)
      }
    default: break
    }
  }

  /// An adjustment changes an amount and leaves no line below zero.
  private static func check(_ data: ChargeAdjusted, _ state: ChargeState) throws(Refusal) {
    if ChargeSums().adding(data.lines).lines.allSatisfy({ $0.amount == 0 }) {
      throw .changesNothing(.chargeAdjusted)
    }
    let lines = state.sums.adding(data.lines)
    if lines.total < 0 { throw .chargeBelowZero(charge: data.charge, total: "\(lines.total)") }
    if let line = lines.firstBelowZero {
      throw .chargeBelowZero(charge: data.charge, total: "\(line.amount) (\(line.name))")
    }
    if !lines.isPossible {
      throw .amountTooLarge(account: Account(.receivable, data.unit.text, data.user.text))
    }
  }

  /// A reversal is the exact opposite of a charge of which nothing is settled.
  private static func check(_ data: ChargeReversed, _ state: ChargeState) throws(Refusal) {
    if state.settled != 0 { throw .chargeIsSettled(charge: data.charge, settled: state.settled) }
    let given = ChargeSums().adding(data.lines)
    for line in state.sums.adding(data.lines).lines where line.amount != 0 || line.quantity != 0 {
      let (said, stands) = (given[line.component, line.label], state.sums[line.component, line.label])
      let opposite = (quantity: Int64(0).minus(stands.quantity), amount: Int64(0).minus(stands.amount))
      if line.amount != 0 {
        try Copies.check("lines", "\(line.name) \(said.amount)", equals: "\(line.name) \(opposite.amount)")
      }
      try Copies.check(
        "lines", "\(line.name) quantity \(said.quantity)", equals: "\(line.name) quantity \(opposite.quantity)")
    }
  }
}
