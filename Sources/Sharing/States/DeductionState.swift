import EventModel

/// A deduction after the events of its timeline: what is left of it, and whether it is claimed.
struct DeductionState: EntityState {
  /// How it began.
  private(set) var deducted: VoucherDeducted?
  /// What is left after reversals, in fen.
  private(set) var left: Int128 = 0
  /// The claim it is part of, unless that was rejected.
  private(set) var claim: Identifier?
  private(set) var isPaid = false
  /// The last day anything about it was posted on: before it, no claim can count it.
  private(set) var lastPosted: Day?

  func stateName(for type: EventType) -> String {
    guard deducted != nil else { return "not deducted" }
    guard let claim else { return "not claimed, \(left) fen left" }
    return isPaid ? "paid by the claim \(claim)" : "part of the claim \(claim)"
  }

  func allows(_ event: RecordedEvent) -> Bool {
    switch event.event.payload {
    case .voucherDeducted: deducted == nil
    case .voucherDeductionReversed(let data): deducted != nil && claim == nil && data.amount.wide <= left
    case .redemptionClaimed: deducted != nil && claim == nil
    case .redemptionRejected(let data): claim == data.claim && !isPaid
    case .redemptionPaid(let data): claim == data.claim && !isPaid
    default: true
    }
  }

  mutating func apply(_ event: RecordedEvent) {
    switch event.event.payload {
    case .voucherDeducted(let data):
      deducted = data
      left += data.amount.wide
      lastPosted = data.postedOn ?? event.event.validTime.day
    case .voucherDeductionReversed(let data):
      left -= data.amount.wide
      let day = data.postedOn ?? event.event.validTime.day
      lastPosted = max(lastPosted ?? day, day)
    case .redemptionClaimed(let data): claim = data.claim
    case .redemptionRejected: claim = nil
    case .redemptionPaid: isPaid = true
    default: break
    }
  }
}
