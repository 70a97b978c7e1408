internal import EventModel

/// Vouchers at work: set aside for bookings, taken for charges, refused.
extension DemoCity {
  /// The user's voucher if something can be done with it.
  private func usableVoucher(_ visit: DemoVisit) -> Int? {
    let number = Int(users[Int(visit.user)].voucher)
    guard number >= 0, visit.side == .external, !vouchers[number].hasEnded, vouchers[number].useBy >= today else {
      return nil
    }
    return number
  }

  /// Sets a part aside for a booking that will be over long before the last day.
  mutating func hold(_ slot: Int) throws(ValueError) {
    let visit = visits[slot]
    guard let number = usableVoucher(visit), random.chance(600) else { return }
    guard DemoCalendar.day(of: visit.end) + 12 < vouchers[number].useBy else { return }
    let programme = programmes[Int(vouchers[number].programme)]
    let what = classes[Int(instruments[Int(visit.instrument)].classIndex)]
    let seconds = (visit.end - visit.start) / DemoCalendar.second
    let amount = min(vouchers[number].open, what.hourPrice * 100 * seconds / 3_600 * programme.ratio / 10_000)
    guard amount > 0 else { return }
    let data = VoucherHeld(
      voucher: vouchers[number].id, programme: programme.id, user: users[Int(visit.user)].id,
      booking: try DemoID.make("B", visit.number), amount: try Fen(amount))
    try tell(.voucherHeld(data), at: thisSecond, by: words.department, from: words.vouchers, because: visit.cause)
    vouchers[number].open -= amount
    vouchers[number].held += amount
    visits[slot].held = amount
    visits[slot].voucher = Int32(number)
    post(amount, 2, on: today, unit: nil)
  }

  /// Gives back what was set aside.
  mutating func release(_ slot: Int) throws(ValueError) {
    let visit = visits[slot]
    guard visit.held > 0 else { return }
    let number = Int(visit.voucher)
    let data = VoucherHoldReleased(
      voucher: vouchers[number].id, programme: programmes[Int(vouchers[number].programme)].id,
      user: users[Int(visit.user)].id, booking: try DemoID.make("B", visit.number), amount: try Fen(visit.held))
    try tell(.voucherHoldReleased(data), at: thisSecond, by: words.department, from: words.vouchers)
    vouchers[number].open += visit.held
    vouchers[number].held -= visit.held
    visits[slot].held = 0
    post(visit.held, 2, on: today, unit: nil)
  }

  /// Takes a part of the charge from the voucher, rounded down.
  mutating func deduct(_ slot: Int) throws(ValueError) -> Bool {
    try release(slot)
    let visit = visits[slot]
    guard let number = usableVoucher(visit), vouchers[number].open > 0, random.chance(900) else { return false }
    let voucher = vouchers[number]
    let programme = programmes[Int(voucher.programme)]
    let (charge, unit, user) = try parties(visit)
    if random.chance(25) {
      let data = VoucherRefused(
        voucher: voucher.id, programme: programme.id, unit: unit, user: user, reason: random.pick(words.refusals))
      try tell(.voucherRefused(data), at: thisSecond, by: unit, from: words.vouchers)
      units[Int(visit.unit)].misdeed = DemoMisdeed(rule: .voucherRefused, evidence: eventNumber)
      return false
    }
    let amount = min(voucher.open, visit.total * programme.ratio / 10_000)
    guard amount > 0 else { return false }
    lastNumbers.deduction += 1
    let data = VoucherDeducted(
      deduction: try DemoID.make("D", lastNumbers.deduction), voucher: voucher.id, programme: programme.id,
      charge: charge, unit: unit, user: user, amount: try Fen(amount))
    try tell(
      .voucherDeducted(data), at: thisSecond, by: unit, from: words.vouchers, about: charge, because: visit.cause)
    if random.chance(30) {
      oversight.suspect = DemoSuspect(user: visit.user, amount: amount, evidence: eventNumber)
    }
    vouchers[number].open -= amount
    visits[slot].voucher = Int32(number)
    visits[slot].deducted = amount
    visits[slot].deduction = lastNumbers.deduction
    units[Int(visit.unit)].unclaimed.append(
      DemoDeduction(number: lastNumbers.deduction, programme: voucher.programme, amount: amount))
    post(amount, 2, on: today, unit: Int(visit.unit))
    post(amount, 2, on: today, unit: nil)
    return true
  }

  /// Takes a deduction back that nobody claimed yet, while the voucher can be used.
  mutating func reverseDeduction(_ slot: Int) throws(ValueError) -> Bool {
    let visit = visits[slot]
    let unit = Int(visit.unit)
    guard visit.deduction > 0, let number = usableVoucher(visit), number == Int(visit.voucher),
      let index = units[unit].unclaimed.firstIndex(where: { $0.number == visit.deduction })
    else { return false }
    let (charge, unitID, user) = try parties(visit)
    let voucher = vouchers[number]
    let data = VoucherDeductionReversed(
      deduction: try DemoID.make("D", visit.deduction), voucher: voucher.id,
      programme: programmes[Int(voucher.programme)].id, charge: charge, unit: unitID, user: user,
      amount: try Fen(visit.deducted), useBy: try Day(number: voucher.useBy), reason: random.pick(words.reversals))
    try tell(.voucherDeductionReversed(data), at: thisSecond, by: unitID, from: words.vouchers, about: charge)
    units[unit].unclaimed.remove(at: index)
    vouchers[number].open += visit.deducted
    post(visit.deducted, 2, on: today, unit: unit)
    post(visit.deducted, 2, on: today, unit: nil)
    visits[slot].deducted = 0
    visits[slot].deduction = 0
    return true
  }
}
