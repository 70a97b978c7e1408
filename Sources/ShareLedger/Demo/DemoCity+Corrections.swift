internal import EventModel

/// Charges that are disputed, put right, let off or taken back.
extension DemoCity {
  mutating func dispute(_ slot: Int) throws(ValueError) -> Bool {
    lastNumbers.dispute += 1
    visits[slot].dispute = lastNumbers.dispute
    let (charge, unit, user) = try parties(visits[slot])
    let data = DisputeOpened(
      dispute: try DemoID.make("W", lastNumbers.dispute), charge: charge, unit: unit, user: user,
      reason: random.pick(words.disputes))
    try tell(.disputeOpened(data), at: thisSecond, by: user, from: words.billing, about: charge)
    return true
  }

  mutating func resolveDispute(_ slot: Int) throws(ValueError) -> Bool {
    guard visits[slot].dispute > 0 else { return false }
    let (charge, unit, user) = try parties(visits[slot])
    let data = DisputeResolved(
      dispute: try DemoID.make("W", visits[slot].dispute), charge: charge, unit: unit, user: user,
      outcome: random.pick([.upheld, .rejected, .rejected, .withdrawn]), resolution: random.pick(words.decisions))
    try tell(.disputeResolved(data), at: thisSecond, by: unit, from: words.billing, about: charge)
    visits[slot].dispute = 0
    return true
  }

  /// Up or down; what a voucher paid a share of is only raised, since the share has a limit.
  mutating func adjust(_ slot: Int) throws(ValueError) -> Bool {
    let visit = visits[slot]
    let isLowered = visit.deducted == 0 && random.chance(700)
    let amount = visit.lines[0].amount * random.from(5, to: 30) / 100
    return try change(slot, by: isLowered ? -amount : amount)
  }

  /// A charge that is paid and on no invoice is lowered; the refund follows.
  mutating func adjustPaid(_ slot: Int) throws(ValueError) -> Bool {
    let visit = visits[slot]
    guard visit.paid > 0, visit.deducted == 0, visit.invoice == 0 else { return false }
    return try change(slot, by: -(visit.lines[0].amount * random.from(5, to: 20) / 100))
  }

  private mutating func change(_ slot: Int, by amount: Int64) throws(ValueError) -> Bool {
    let visit = visits[slot]
    guard amount != 0 else { return false }
    let (charge, unit, user) = try parties(visit)
    let line = ChargeLine(
      component: visit.lines[0].component, label: visit.lines[0].label, quantity: try Number(0),
      amount: try Fen(amount))
    let pool = poolIndex(of: visit)
    let data = ChargeAdjusted(
      charge: charge, unit: unit, user: user, pool: words.pools[pool], lines: [line], total: try Fen(amount),
      reason: random.pick(words.adjustments), approver: unit)
    try tell(.chargeAdjusted(data), at: thisSecond, by: unit, from: words.billing, about: charge)
    visits[slot].lines[0].amount += amount
    units[Int(visit.unit)].earned[pool] += amount
    post(amount, 2, on: today, unit: Int(visit.unit))
    return true
  }

  mutating func waive(_ slot: Int) throws(ValueError) -> Bool {
    let visit = visits[slot]
    let amount = visit.remainder * random.from(2, to: 10) / 10
    guard amount > 0 else { return false }
    let (charge, unit, user) = try parties(visit)
    let data = ChargeWaived(
      charge: charge, unit: unit, user: user, amount: try Fen(amount), reason: random.pick(words.waivers),
      approver: unit)
    try tell(.chargeWaived(data), at: thisSecond, by: unit, from: words.billing, about: charge)
    visits[slot].waived += amount
    post(amount, 2, on: today, unit: Int(visit.unit))
    return true
  }

  /// Takes back a charge nothing was settled of; most are assessed anew.
  mutating func reverse(_ slot: Int) throws(ValueError) -> Bool {
    let visit = visits[slot]
    guard visit.paid == 0, visit.deducted == 0, visit.waived == 0, !visit.isSecondCharge else { return false }
    let (charge, unit, user) = try parties(visit)
    let pool = poolIndex(of: visit)
    let data = ChargeReversed(
      charge: charge, unit: unit, user: user, pool: words.pools[pool], lines: try chargeLines(visit.lines, sign: -1),
      total: try Fen(-visit.total), reason: random.pick(words.reversals), approver: unit)
    try tell(.chargeReversed(data), at: thisSecond, by: unit, from: words.billing, about: charge)
    units[Int(visit.unit)].earned[pool] -= visit.total
    let lineCount = visit.lines.reduce(0) { $0 + ($1.amount == 0 ? 0 : 1) }
    post(visit.total, 1 + Int64(lineCount), on: today, unit: Int(visit.unit))
    visits[slot].lines = []
    visits[slot].step = .done
    if random.chance(700) {
      visits[slot].isSecondCharge = true
      visits[slot].step = .chargeAgain
    }
    return true
  }
}
