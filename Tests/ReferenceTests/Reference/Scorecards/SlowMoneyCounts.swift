import EventModel

/// Income, cost, spending and redemption of a body in some days.
///
/// A unit's books are its own. An organisation's income is that of the charges for services it delivered, and of what
/// vouchers paid and programmes redeemed the part that paid such charges.
struct SlowMoneyCounts {
  private(set) var income = 0
  private(set) var cost = 0
  private(set) var incentive = 0
  private(set) var claimed = 0
  private(set) var paid = 0

  init(_ here: SlowLedger, _ candidate: SlowCandidate, _ days: SlowDays, valid: Instant) {
    /// Charges by id, with whose they are.
    var charges: [Identifier: (unit: Identifier, operator: Identifier?)] = [:]
    /// Deductions by id, with the charge they paid.
    var deductions: [Identifier: Identifier] = [:]
    for event in here.events.map(\.event) {
      if case .chargeAssessed(let data) = event.payload { charges[data.charge] = (data.unit, data.operator) }
      if case .voucherDeducted(let data) = event.payload { deductions[data.deduction] = data.charge }
    }
    func isOwn(_ charge: Identifier) -> Bool {
      guard let found = charges[charge] else { return false }
      return SlowUseCounts.isOf(candidate, unit: found.unit, operator: found.operator)
    }
    let isOwner = !candidate.isOrganisation
    let slow = SlowVouchers(here.events)
    for event in here.events.map(\.event) {
      switch event.payload {
      case .chargeAssessed(let data) where isOwn(data.charge) && days.posted(event): income += Int(data.total.amount)
      case .chargeAdjusted(let data) where isOwn(data.charge) && days.posted(event): income += Int(data.total.amount)
      case .chargeReversed(let data) where isOwn(data.charge) && days.posted(event): income += Int(data.total.amount)
      // Costs and spending are in a body's own books, whatever it is.
      case .costRecorded(let data) where data.unit == candidate.party && days.posted(event):
        cost += Int(data.amount.amount)
      case .incomeSpent(let data) where data.unit == candidate.party && data.category == .incentive:
        if days.posted(event) { incentive += Int(data.amount.amount) }
      // A claim counts on the day it was made, whatever became of it: claimed = paid + rejected + queued.
      case .redemptionClaimed(let data) where days.contain(event) && event.validTime <= valid:
        if isOwner, data.unit == candidate.party { claimed += Int(data.amount.amount) }
        if !isOwner { claimed += parts(data.deductions, of: slow, deductions, where: isOwn) }
      case .redemptionPaid(let data) where days.posted(event):
        if isOwner, data.unit == candidate.party { paid += Int(data.amount.amount) }
        if !isOwner { paid += parts(data.deductions, of: slow, deductions, where: isOwn) }
      default: break
      }
    }
  }

  /// What of a claim is for charges of the body.
  private func parts(
    _ claimed: [Identifier], of slow: SlowVouchers, _ deductions: [Identifier: Identifier],
    where isOwn: (Identifier) -> Bool
  ) -> Int {
    slow.deductions.filter { deduction in
      claimed.contains(deduction.data.deduction) && deductions[deduction.data.deduction].map(isOwn) ?? false
    }.map(\.left).reduce(0, +)
  }
}
