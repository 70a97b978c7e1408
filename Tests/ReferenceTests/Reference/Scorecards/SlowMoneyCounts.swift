import EventModel

/// Income, cost, spending and redemption of a body in some days.
///
/// Costs and spending are in a body's own books, whatever it is. An organisation's income is that of the charges for what
/// it delivered; and of what was claimed and paid for vouchers the part that paid such charges, as it stood when the
/// claim or payment was recorded.
struct SlowMoneyCounts {
  private(set) var income = 0
  private(set) var cost = 0
  private(set) var incentive = 0
  private(set) var claimed = 0
  private(set) var paid = 0

  private static let counted: Set<EventType> = [
    .chargeAssessed, .chargeAdjusted, .chargeReversed, .costRecorded, .incomeSpent, .redemptionClaimed, .redemptionPaid,
  ]

  init(_ scoring: SlowScoring, _ candidate: SlowCandidate) {
    let here = scoring.here
    var charges: [Identifier: ChargeAssessed] = [:]
    for event in here.events {
      if case .chargeAssessed(let data) = event.event.payload { charges[data.charge] = data }
    }
    func isOwn(_ charge: Identifier) -> Bool {
      guard let found = charges[charge] else { return false }
      return candidate.serves(unit: found.unit, operator: found.operator)
    }
    /// What of a claim is for charges of the body.
    func part(_ claimed: [Identifier], of unit: Identifier, _ amount: Fen, _ event: RecordedEvent) -> Int {
      if !candidate.isOrganisation { return unit == candidate.party ? Int(amount.amount) : 0 }
      let then = SlowVouchers(here.events.filter { $0.position < event.position })
      return then.deductions.filter { claimed.contains($0.data.deduction) && isOwn($0.data.charge) }.map(\.left)
        .reduce(0, +)
    }
    for recorded in here.events where SlowMoneyCounts.counted.contains(recorded.event.type) {
      guard scoring.days.posted(recorded.event) else { continue }
      switch recorded.event.payload {
      case .chargeAssessed(let data) where isOwn(data.charge): income += Int(data.total.amount)
      case .chargeAdjusted(let data) where isOwn(data.charge): income += Int(data.total.amount)
      case .chargeReversed(let data) where isOwn(data.charge): income += Int(data.total.amount)
      case .costRecorded(let data) where data.unit == candidate.party: cost += Int(data.amount.amount)
      case .incomeSpent(let data) where data.unit == candidate.party && data.category == .incentive:
        incentive += Int(data.amount.amount)
      // A claim counts on the day it was made, whatever became of it: claimed = paid + rejected + queued.
      case .redemptionClaimed(let data): claimed += part(data.deductions, of: data.unit, data.amount, recorded)
      case .redemptionPaid(let data): paid += part(data.deductions, of: data.unit, data.amount, recorded)
      default: break
      }
    }
  }
}
