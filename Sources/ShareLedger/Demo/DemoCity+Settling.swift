internal import EventModel

/// What becomes of a charge, step after step, until it is paid or given up.
extension DemoCity {
  /// Takes the next step that applies and plans the one after it.
  mutating func settle(_ slot: Int) throws(ValueError) {
    while visits[slot].step != .done {
      let step = visits[slot].step
      if step == .chargeAgain { return try charge(slot) }
      visits[slot].step = DemoStep(rawValue: step.rawValue + 1) ?? .done
      guard try take(step, slot) else { continue }
      visits[slot].lastValid = thisSecond
      let (low, high) = waiting(visits[slot].step)
      return agenda.add(.settle, slot, at: later(low, high))
    }
    forget(slot)
  }

  /// How long a step lets people wait.
  private func waiting(_ step: DemoStep) -> (low: Int64, high: Int64) {
    switch step {
    case .resolveDispute: (2 * DemoCalendar.day, 15 * DemoCalendar.day)
    case .pay: (DemoCalendar.hour, 32 * DemoCalendar.day)
    case .payRest: (5 * DemoCalendar.day, 40 * DemoCalendar.day)
    case .adjustAgain: (DemoCalendar.day, 9 * DemoCalendar.day)
    default: (DemoCalendar.hour, 4 * DemoCalendar.day)
    }
  }

  /// Whether the step was taken.
  private mutating func take(_ step: DemoStep, _ slot: Int) throws(ValueError) -> Bool {
    switch step {
    case .deduct: try deduct(slot)
    case .reverseDeduction: random.chance(12) ? try reverseDeduction(slot) : false
    case .dispute: random.chance(6) ? try dispute(slot) : false
    case .resolveDispute: try resolveDispute(slot)
    case .adjust: random.chance(20) ? try adjust(slot) : false
    case .waive: random.chance(9) ? try waive(slot) : false
    case .reverse: random.chance(8) ? try reverse(slot) : false
    case .invoice: random.chance(520) ? try invoice(slot) : false
    case .voidInvoice: visits[slot].invoice > 0 && random.chance(30) ? try voidInvoice(slot) : false
    case .pay: random.chance(20) ? false : try pay(slot, isLast: !random.chance(50))
    case .payRest: visits[slot].paid > 0 && random.chance(850) ? try pay(slot, isLast: true) : false
    case .adjustAgain: random.chance(9) ? try adjustPaid(slot) : false
    case .refund: try refund(slot)
    case .done, .chargeAgain: false
    }
  }

  /// The three ids every step repeats.
  func parties(
    _ visit: DemoVisit
  ) throws(ValueError) -> (charge: Identifier, unit: Identifier, user: Identifier) {
    (try chargeID(visit), units[Int(visit.unit)].id, users[Int(visit.user)].id)
  }

  private mutating func pay(_ slot: Int, isLast: Bool) throws(ValueError) -> Bool {
    let visit = visits[slot]
    let amount = isLast ? visit.remainder : visit.remainder * random.from(3, to: 7) / 10
    guard amount > 0 else { return false }
    lastNumbers.payment += 1
    let (charge, unit, user) = try parties(visit)
    // Some payments are found on the bank's list days later.
    let found = thisSecond - random.from(1, to: 9) * DemoCalendar.day
    let valid = random.chance(70) && found > visit.lastValid ? found : thisSecond
    let posted = try postingDay(DemoCalendar.day(of: valid), unit: Int(visit.unit))
    let data = PaymentReceived(
      payment: try DemoID.make("P", lastNumbers.payment), charge: charge, unit: unit, user: user,
      amount: try Fen(amount), postedOn: posted.given)
    try tell(.paymentReceived(data), at: valid, by: unit, from: words.billing, about: charge, because: visit.cause)
    visits[slot].paid += amount
    units[Int(visit.unit)].cash += amount
    post(amount, 2, on: posted.day, unit: Int(visit.unit))
    return true
  }

  private mutating func refund(_ slot: Int) throws(ValueError) -> Bool {
    let visit = visits[slot]
    let amount = min(visit.paid, -visit.remainder)
    guard amount > 0 else { return false }
    lastNumbers.refund += 1
    let (charge, unit, user) = try parties(visit)
    let data = RefundIssued(
      refund: try DemoID.make("R", lastNumbers.refund), charge: charge, unit: unit, user: user,
      amount: try Fen(amount), reason: random.pick(words.refunds))
    try tell(.refundIssued(data), at: thisSecond, by: unit, from: words.billing, about: charge)
    visits[slot].paid -= amount
    units[Int(visit.unit)].cash -= amount
    post(amount, 2, on: today, unit: Int(visit.unit))
    return true
  }

  private mutating func invoice(_ slot: Int) throws(ValueError) -> Bool {
    let visit = visits[slot]
    guard visit.total > 0 else { return false }
    lastNumbers.invoice += 1
    visits[slot].invoice = lastNumbers.invoice
    let (charge, unit, user) = try parties(visit)
    let (invoice, code, number) = try invoiceNumber(lastNumbers.invoice)
    let data = InvoiceIssued(
      invoice: invoice, unit: unit, user: user, invoiceCode: code, invoiceNo: number, charges: [charge],
      total: try Fen(visit.total))
    try tell(.invoiceIssued(data), at: thisSecond, by: unit, from: words.billing, about: charge, because: visit.cause)
    return true
  }

  /// An invoice with a wrong name is made void and written anew.
  private mutating func voidInvoice(_ slot: Int) throws(ValueError) -> Bool {
    let visit = visits[slot]
    let (charge, unit, user) = try parties(visit)
    let data = InvoiceVoided(
      invoice: try invoiceNumber(visit.invoice).invoice, unit: unit, user: user, charges: [charge],
      reason: words.misprint)
    try tell(.invoiceVoided(data), at: thisSecond, by: unit, from: words.billing, about: charge)
    now += DemoCalendar.minute
    return try invoice(slot)
  }

  /// The code and number of an invoice.
  func invoiceNumber(
    _ number: Int32
  ) throws(ValueError) -> (invoice: Identifier, code: Identifier, number: Identifier) {
    let (code, digits) = ("0500024", String(10_000_000 + Int(number)))
    return (try Identifier("\(code)-\(digits)"), try Identifier(code), try Identifier(digits))
  }
}
