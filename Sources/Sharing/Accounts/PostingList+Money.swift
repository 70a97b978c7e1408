import EventModel

/// Charges, payments, costs and income.
extension PostingList {
  mutating func addMoney(_ payload: EventPayload) {
    switch payload {
    case .chargeAssessed(let data):
      day = data.postedOn ?? data.serviceDay
      addCharge(data.unit, data.user, data.pool, data.lines, data.total)
    case .chargeAdjusted(let data):
      day = data.postedOn ?? day
      addCharge(data.unit, data.user, data.pool, data.lines, data.total)
    case .chargeReversed(let data):
      day = data.postedOn ?? day
      addCharge(data.unit, data.user, data.pool, data.lines, data.total)
    case .chargeWaived(let data):
      day = data.postedOn ?? day
      move(data.amount.amount, to: Account(.waived, data.unit.text), from: receivable(data.unit, data.user))
    case .paymentReceived(let data):
      day = data.postedOn ?? day
      move(data.amount.amount, to: Account(.cash, data.unit.text), from: receivable(data.unit, data.user))
    case .refundIssued(let data):
      day = data.postedOn ?? day
      move(data.amount.amount, to: receivable(data.unit, data.user), from: Account(.cash, data.unit.text))
    default: addFunds(payload)
    }
  }

  private mutating func addFunds(_ payload: EventPayload) {
    switch payload {
    case .costRecorded(let data):
      day = data.postedOn ?? day
      move(
        data.amount.amount, to: cost(data.unit, data.pool, data.component),
        from: Account(.costsource, data.unit.text))
    case .costAllocated(let data):
      day = data.postedOn ?? day
      move(
        data.amount.amount, to: cost(data.unit, data.toPool, data.component),
        from: cost(data.unit, data.fromPool, data.component))
    case .incomeBudgeted(let data):
      day = data.postedOn ?? day
      move(data.amount.amount, to: Account(.budget, data.unit.text), from: Account(.cash, data.unit.text))
    case .incomeSpent(let data):
      day = data.postedOn ?? day
      move(
        data.amount.amount, to: Account(.spent, data.unit.text, data.category.wireName),
        from: Account(.budget, data.unit.text))
    case .guidingFundGranted(let data):
      day = data.postedOn ?? day
      move(data.amount.amount, to: Account(.cash, data.unit.text), from: Account(.guidingFund))
    default: break
    }
  }

  private mutating func addCharge(
    _ unit: Identifier, _ user: Identifier, _ pool: Identifier, _ lines: [ChargeLine], _ total: Fen
  ) {
    add(receivable(unit, user), total.amount)
    for line in lines {
      add(Account(.income, unit.text, pool.text, line.component.wireName), -line.amount.amount)
    }
  }

  func receivable(_ unit: Identifier, _ user: Identifier) -> Account { Account(.receivable, unit.text, user.text) }

  private func cost(_ unit: Identifier, _ pool: Identifier, _ component: CostComponent) -> Account {
    Account(.cost, unit.text, pool.text, component.wireName)
  }
}
