internal import EventModel

/// Units redeem what vouchers paid them with.
extension DemoCity {
  private static let deductionsPerClaim = 200

  /// Hands in a claim for each programme whose last day of cashing is not near.
  mutating func claim(_ unit: Int) throws(ValueError) {
    for (index, programme) in programmes.enumerated() where today + 22 <= programme.cashBy {
      var (mine, others): ([DemoDeduction], [DemoDeduction]) = ([], [])
      for deduction in units[unit].unclaimed {
        if Int(deduction.programme) == index, mine.count < DemoCity.deductionsPerClaim {
          mine.append(deduction)
        } else {
          others.append(deduction)
        }
      }
      if mine.isEmpty { continue }
      units[unit].unclaimed = others
      lastNumbers.claim += 1
      lastNumbers.invoice += 1
      let (invoice, code, number) = try invoiceNumber(lastNumbers.invoice)
      let claim = DemoClaim(unit: Int32(unit), programme: Int32(index), invoice: invoice, deductions: mine)
      let data = RedemptionClaimed(
        claim: try DemoID.make("K", lastNumbers.claim), unit: units[unit].id, programme: programme.id,
        deductions: try names(mine), invoice: invoice, invoiceCode: code, invoiceNo: number,
        amount: try Fen(mine.reduce(0) { $0 + $1.amount }))
      try tell(.redemptionClaimed(data), at: thisSecond, by: units[unit].id, from: words.vouchers)
      claims[lastNumbers.claim] = claim
      agenda.add(.decideClaim, Int(lastNumbers.claim), at: officeTime(daysFrom: 6, to: 20))
    }
  }

  private func names(_ deductions: [DemoDeduction]) throws(ValueError) -> [Identifier] {
    var names: [Identifier] = []
    for deduction in deductions { names.append(try DemoID.make("D", deduction.number)) }
    return names
  }

  /// Most claims are paid; those turned down can be handed in anew.
  mutating func decideClaim(_ number: Int) throws(ValueError) {
    guard let claim = claims.removeValue(forKey: Int32(number)) else { return }
    let (id, unit) = (try DemoID.make("K", Int32(number)), Int(claim.unit))
    let programme = programmes[Int(claim.programme)].id
    if random.chance(90) {
      let data = RedemptionRejected(
        claim: id, unit: units[unit].id, programme: programme, deductions: try names(claim.deductions),
        invoice: claim.invoice, reason: random.pick(words.claimFaults))
      try tell(.redemptionRejected(data), at: thisSecond, by: words.department, from: words.vouchers)
      units[unit].unclaimed += claim.deductions
      return
    }
    let amount = claim.deductions.reduce(0) { $0 + $1.amount }
    let data = RedemptionPaid(
      claim: id, unit: units[unit].id, programme: programme, deductions: try names(claim.deductions),
      amount: try Fen(amount))
    try tell(.redemptionPaid(data), at: thisSecond, by: words.department, from: words.vouchers)
    units[unit].cash += amount
    post(amount, 2, on: today, unit: unit)
    post(amount, 2, on: today, unit: nil)
  }
}
