import EventModel

extension Identities {
  /// What events of the group `vouchers` name.
  ///
  /// The invoice of a redemption is left out: the unit may write its invoices elsewhere.
  static func voucherReferences(_ payload: EventPayload) -> [(field: String, tag: Tag)] {
    switch payload {
    case .programmeClosed(let data): [("programme", Tag(.programme, data.programme))]
    case .voucherIssued(let data):
      [("programme", Tag(.programme, data.programme)), ("user", Tag(.party, data.user))]
    case .voucherHeld(let data):
      voucher(data.voucher, data.programme, data.user) + [("booking", Tag(.booking, data.booking))]
    case .voucherHoldReleased(let data):
      voucher(data.voucher, data.programme, data.user) + [("booking", Tag(.booking, data.booking))]
    case .voucherDeducted(let data):
      voucher(data.voucher, data.programme, data.user)
        + [("charge", Tag(.charge, data.charge)), ("unit", Tag(.party, data.unit))]
    case .voucherDeductionReversed(let data):
      [("deduction", Tag(.deduction, data.deduction))] + voucher(data.voucher, data.programme, data.user)
        + [("charge", Tag(.charge, data.charge)), ("unit", Tag(.party, data.unit))]
    case .voucherReturned(let data): voucher(data.voucher, data.programme, data.user)
    case .voucherExpired(let data): voucher(data.voucher, data.programme, data.user)
    case .voucherRevoked(let data): voucher(data.voucher, data.programme, data.user)
    case .voucherRefused(let data):
      voucher(data.voucher, data.programme, data.user) + [("unit", Tag(.party, data.unit))]
    case .redemptionClaimed(let data): redemption(data.unit, data.programme, data.deductions)
    case .redemptionRejected(let data):
      [("claim", Tag(.claim, data.claim))] + redemption(data.unit, data.programme, data.deductions)
    case .redemptionPaid(let data):
      [("claim", Tag(.claim, data.claim))] + redemption(data.unit, data.programme, data.deductions)
    default: oversightReferences(payload)
    }
  }

  private static func voucher(
    _ voucher: Identifier, _ programme: Identifier, _ user: Identifier
  ) -> [(field: String, tag: Tag)] {
    [("voucher", Tag(.voucher, voucher)), ("programme", Tag(.programme, programme)), ("user", Tag(.party, user))]
  }

  private static func redemption(
    _ unit: Identifier, _ programme: Identifier, _ deductions: [Identifier]
  ) -> [(field: String, tag: Tag)] {
    [("unit", Tag(.party, unit)), ("programme", Tag(.programme, programme))]
      + each("deductions", .deduction, deductions)
  }
}
