import EventLog
import EventModel

/// Deductions: what a voucher pays of a charge, within every limit there is, and how it is taken back.
enum DeductionRules {
  static let all = [
    Rule("deductionFitsVoucherAndCharge", types: [.voucherDeducted]) { event, context in
      guard case .voucherDeducted(let data) = event.payload else { return }
      let history = try context.charge(data.charge)
      let assessed = ChargeState(folding: history).assessed
      try Copies.check("unit", data.unit, equals: assessed?.unit)
      try Copies.check("user", data.user, equals: assessed?.user)
      try context.liveVoucher(data.voucher, at: event).covers(data.amount, on: event.validTime.day)
      let charge = ChargeState(folding: history, at: event.validTime)
      if charge.assessed == nil || charge.isReversed {
        throw Refusal.wrongState(
          Tag(.charge, data.charge), state: charge.stateName(for: event.type), event: event.type)
      }
      if data.amount.wide > Int128(charge.remainder) {
        throw Refusal.aboveRemainder(charge: data.charge, amount: data.amount.amount, remainder: charge.remainder)
      }
    },
    Rule("deductionFitsItsProgramme", types: [.voucherDeducted]) { event, context in
      guard case .voucherDeducted(let data) = event.payload else { return }
      guard let programme = try context.openedProgramme(data.programme) else { return }
      let ratioLeft = RatioLimit.left(
        of: data.programme, ratio: programme.ratio, at: event.validTime,
        history: try context.charge(data.charge))
      if data.amount.wide > ratioLeft {
        throw Refusal.ratioExceeded(
          charge: data.charge, amount: data.amount.amount, deductible: Int64(clamping: max(0, ratioLeft)))
      }
      guard let cap = programme.capPerUserYear else { return }
      let yearLeft = YearLimit.left(
        of: data.programme, cap: cap, at: event.validTime,
        history: try context.timeline(of: Tag(.party, data.user), .vouchers))
      if data.amount.wide > yearLeft {
        throw Refusal.capPerUserYearExceeded(
          user: data.user, year: event.validTime.day.civil.year, amount: data.amount.amount,
          left: Int64(clamping: max(0, yearLeft)))
      }
    },
    Rule("reversalRepeatsTheDeduction", types: [.voucherDeductionReversed]) { event, context in
      guard case .voucherDeductionReversed(let data) = event.payload else { return }
      let timeline = try context.timeline(of: Tag(.deduction, data.deduction), .vouchers)
      guard let deducted = DeductionState(folding: timeline).deducted else { return }
      try Copies.check("voucher", data.voucher, equals: deducted.voucher)
      try Copies.check("charge", data.charge, equals: deducted.charge)
      try Copies.check("unit", data.unit, equals: deducted.unit)
      try Copies.check("useBy", data.useBy, equals: try context.voucher(data.voucher).issued?.useBy)
    },
    Rule("reversalLeavesTheDeduction", types: [.voucherDeductionReversed]) { event, context in
      guard case .voucherDeductionReversed(let data) = event.payload else { return }
      let tag = Tag(.deduction, data.deduction)
      let timeline = try context.timeline(of: tag, .vouchers)
      let state = DeductionState(folding: timeline, at: event.validTime)
      try requireFree(state, tag, for: event, in: timeline)
      if data.amount.wide > state.left {
        throw Refusal.reversedAboveDeducted(
          deduction: data.deduction, amount: data.amount.amount, left: Int64(clamping: state.left))
      }
      try state.requirePosted(by: data.postedOn ?? event.validTime.day, tag, event.type)
      try Lifecycle<DeductionState>.insert(context.candidate(event), into: timeline, of: tag)
    },
    Rule("chargeStaysPossible", types: [.voucherDeducted, .voucherDeductionReversed]) { event, context in
      let charge: Identifier? =
        switch event.payload {
        case .voucherDeducted(let data): data.charge
        case .voucherDeductionReversed(let data): data.charge
        default: nil
        }
      guard let charge else { return }
      try Lifecycle<ChargeState>.insert(
        context.candidate(event), into: context.charge(charge), of: Tag(.charge, charge))
    },
  ]

  /// A claim says what is left of its deductions, so nothing is taken back while one has it, or before one.
  private static func requireFree(
    _ state: DeductionState, _ tag: Tag, for event: Event, in timeline: [RecordedEvent]
  ) throws(Refusal) {
    if state.deducted == nil || state.claim != nil {
      throw .wrongState(tag, state: state.stateName(for: event.type), event: event.type)
    }
    for later in timeline where later.event.validTime > event.validTime {
      guard case .redemptionClaimed(let data) = later.event.payload else { continue }
      throw .wrongState(tag, state: "part of the claim \(data.claim) of \(later.event.validTime)", event: event.type)
    }
  }
}

extension DeductionState {
  /// What follows a deduction is not posted before it, so that no day counts the one without the other.
  ///
  /// - Throws: ``Refusal/wrongState(_:state:event:)`` with the day the deduction or its last reversal is posted on.
  func requirePosted(by day: Day, _ tag: Tag, _ type: EventType) throws(Refusal) {
    if let lastPosted, lastPosted > day { throw .wrongState(tag, state: "posted on \(lastPosted)", event: type) }
  }
}

extension RuleContext {
  /// How a programme began.
  func openedProgramme(_ programme: Identifier) throws -> ProgrammeOpened? {
    guard let position = try log.firstPosition(of: .programmeOpened, concerning: Tag(.programme, programme)),
      case .programmeOpened(let data) = try log.event(at: position).event.payload
    else { return nil }
    return data
  }
}
