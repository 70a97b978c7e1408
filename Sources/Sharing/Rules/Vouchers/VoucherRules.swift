import EventModel

/// Vouchers: true copies, holds and ends that their amounts allow, and a possible course.
enum VoucherRules {
  private static let ends: Set<EventType> = [.voucherReturned, .voucherExpired, .voucherRevoked]

  static let all = [
    Rule("voucherAmountsMoveForward", types: VoucherStep.types) { event, _ in
      guard let amount = VoucherStep(event.payload)?.amount else { return }
      try LimitRules.number(
        amount.amount, "amount", in: VoucherStep.amountMin(event.type)...Fen.range.upperBound)
    },
    Rule("voucherIsRepeatedTruly", types: VoucherStep.types) { event, context in
      guard let step = VoucherStep(event.payload) else { return }
      guard let issued = try context.voucher(step.voucher).issued else { return }
      try Copies.check("programme", step.programme, equals: issued.programme)
      try Copies.check("user", step.user, equals: issued.user)
    },
    Rule("voucherIsRefusedByAServant", types: [.voucherRefused]) { event, context in
      guard case .voucherRefused(let data) = event.payload else { return }
      try context.requireParty(data.unit, "unit", kinds: [.unit, .organisation])
    },
    Rule("holdIsForABooking", types: [.voucherHeld, .voucherHoldReleased]) { event, context in
      switch event.payload {
      case .voucherHeld(let data):
        let tag = Tag(.booking, data.booking)
        let timeline = try context.timeline(of: tag, .use)
        try Copies.check("user", data.user, equals: BookingState(folding: timeline).request?.user)
        let booking = BookingState(folding: timeline, at: event.validTime)
        if booking.stage == .rejected || booking.stage == .cancelled {
          throw Refusal.wrongState(tag, state: booking.stateName(for: event.type), event: event.type)
        }
      case .voucherHoldReleased(let data):
        let request = BookingState(folding: try context.timeline(of: Tag(.booking, data.booking), .use)).request
        try Copies.check("user", data.user, equals: request?.user)
      default: break
      }
    },
    Rule("voucherCoversItsHolds", types: [.voucherHeld, .voucherHoldReleased]) { event, context in
      switch event.payload {
      case .voucherHeld(let data):
        let voucher = try context.liveVoucher(data.voucher, at: event)
        try voucher.covers(data.amount, on: event.validTime.day)
      case .voucherHoldReleased(let data):
        let held = try context.liveVoucher(data.voucher, at: event).held(for: data.booking)
        if data.amount.wide > held {
          throw Refusal.holdExceeded(
            voucher: data.voucher, booking: data.booking, amount: data.amount.amount, held: Int64(clamping: held))
        }
      default: break
      }
    },
    Rule("voucherEndsWhole", types: ends) { event, context in
      guard let step = VoucherStep(event.payload), let amount = step.amount else { return }
      let voucher = try context.liveVoucher(step.voucher, at: event)
      if let useBy = voucher.issued?.useBy, event.type == .voucherExpired, event.validTime.day <= useBy {
        throw Refusal.voucherNotExpired(voucher: step.voucher, useBy: useBy, on: event.validTime.day)
      }
      if voucher.held != 0 {
        throw Refusal.voucherStillHeld(voucher: step.voucher, held: Int64(clamping: voucher.held))
      }
      try Copies.check("amount", amount.wide, equals: voucher.open)
    },
  ]

  /// Comes last, so that a broken limit is told by its own name.
  static let course = Rule("voucherRunsItsCourse", types: VoucherStep.types.subtracting([.voucherRefused])) {
    event, context in
    guard let step = VoucherStep(event.payload) else { return }
    let tag = Tag(.voucher, step.voucher)
    try Lifecycle<VoucherState>.insert(
      context.candidate(event), into: context.timeline(of: tag, .vouchers), of: tag)
  }
}

extension RuleContext {
  /// A voucher after everything known of it.
  func voucher(_ voucher: Identifier) throws -> VoucherState {
    VoucherState(folding: try timeline(of: Tag(.voucher, voucher), .vouchers))
  }

  /// A voucher as it stands when an event becomes true.
  ///
  /// - Throws: ``Refusal/wrongState(_:state:event:)`` before it is issued and after it ended.
  func liveVoucher(_ voucher: Identifier, at event: Event) throws -> VoucherState {
    let tag = Tag(.voucher, voucher)
    let state = VoucherState(folding: try timeline(of: tag, .vouchers), at: event.validTime)
    if state.stage != .issued {
      throw Refusal.wrongState(tag, state: state.stateName(for: event.type), event: event.type)
    }
    return state
  }
}

extension VoucherState {
  /// - Throws: ``Refusal/voucherExpired(voucher:useBy:on:)`` after the last day of use, or
  ///   ``Refusal/voucherOverdrawn(voucher:amount:open:)`` for more than is open.
  func covers(_ amount: Fen, on day: Day) throws(Refusal) {
    guard let issued else { return }
    if day > issued.useBy { throw .voucherExpired(voucher: issued.voucher, useBy: issued.useBy, on: day) }
    if amount.wide > open {
      throw .voucherOverdrawn(voucher: issued.voucher, amount: amount.amount, open: Int64(clamping: open))
    }
  }
}
