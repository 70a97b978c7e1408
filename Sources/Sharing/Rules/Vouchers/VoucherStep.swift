import EventModel

/// The fields all events of a voucher share after its issue, whichever step it is.
struct VoucherStep {
  /// Every type that is such a step.
  static let types: Set<EventType> = [
    .voucherHeld, .voucherHoldReleased, .voucherDeducted, .voucherDeductionReversed, .voucherReturned, .voucherExpired,
    .voucherRevoked, .voucherRefused,
  ]

  let voucher: Identifier
  let programme: Identifier
  let user: Identifier
  /// How much it moves; a refusal moves nothing.
  var amount: Fen?

  init?(_ payload: EventPayload) {
    switch payload {
    case .voucherHeld(let data):
      (voucher, programme, user, amount) = (data.voucher, data.programme, data.user, data.amount)
    case .voucherHoldReleased(let data):
      (voucher, programme, user, amount) = (data.voucher, data.programme, data.user, data.amount)
    case .voucherDeducted(let data):
      (voucher, programme, user, amount) = (data.voucher, data.programme, data.user, data.amount)
    case .voucherDeductionReversed(let data):
      (voucher, programme, user, amount) = (data.voucher, data.programme, data.user, data.amount)
    case .voucherReturned(let data):
      (voucher, programme, user, amount) = (data.voucher, data.programme, data.user, data.amount)
    case .voucherExpired(let data):
      (voucher, programme, user, amount) = (data.voucher, data.programme, data.user, data.amount)
    case .voucherRevoked(let data):
      (voucher, programme, user, amount) = (data.voucher, data.programme, data.user, data.amount)
    case .voucherRefused(let data): (voucher, programme, user) = (data.voucher, data.programme, data.user)
    default: return nil
    }
  }

  /// The least it can move: a voucher without anything left can still expire or be revoked.
  static func amountMin(_ type: EventType) -> Int64 { type == .voucherExpired || type == .voucherRevoked ? 0 : 1 }
}
