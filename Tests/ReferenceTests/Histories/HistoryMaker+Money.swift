import EventModel

/// Costs, charges, payments and income.
extension HistoryMaker {
  static let moneyMakers: [Maker] = [
    (2, { try $0.standard() }), (1, { try $0.withdrawal() }), (3, { try $0.cost() }), (2, { try $0.allocation() }),
    (11, { try $0.charge() }), (4, { try $0.adjustment() }), (2, { try $0.waiver() }), (3, { try $0.reversal() }),
    (2, { try $0.invoice() }), (1, { try $0.invoiceVoid() }), (7, { try $0.payment() }), (2, { try $0.refund() }),
    (1, { try $0.dispute() }), (3, { try $0.funds() }),
  ]

  func fen(_ amount: Int) throws -> Fen { try Fen(Int64(amount)) }

  private mutating func cost() throws -> [Proposal] {
    let at = try moment()
    let unit = try id(chance(10) ? HistoryMaker.servants : HistoryMaker.units)
    let data = CostRecorded(
      cost: try new("T"), unit: unit, pool: try id(HistoryMaker.pools), component: one(HistoryMaker.components),
      amount: try fen(chance(15) ? -int(1...50_000) : int(1...300_000)),
      postedOn: try posting(unit.text, SlowTime.day(at)))
    return [try fact(data, at: at)]
  }

  private mutating func allocation() throws -> [Proposal] {
    guard let cost = pick(scene.costs) else { return [] }
    let from = one(HistoryMaker.pools)
    let at = try moment(cost.validTime)
    let to = one(HistoryMaker.pools)
    let data = CostAllocated(
      cost: cost.data.cost, unit: cost.data.unit, fromPool: try Identifier(from), toPool: try Identifier(to),
      component: chance(95) ? cost.data.component : .other, amount: try fen(part(cost.pools[from] ?? 0)),
      postedOn: try posting(cost.data.unit.text, SlowTime.day(at)))
    return [try fact(data, at: at)]
  }

  /// Lines that mostly fit a usage; now and then one is free or below zero.
  private mutating func lines(_ seconds: Int) throws -> [ChargeLine] {
    try (0..<int(1...3)).map { _ in
      ChargeLine(
        component: one(HistoryMaker.components), label: chance(30) ? try Text(one(["NMR", "helium"])) : nil,
        quantity: try Number(Int64(seconds)), amount: try fen(chance(4) ? 0 : chance(2) ? -5 : int(1...60_000)))
    }
  }

  private func sum(_ lines: [ChargeLine]) -> Int { lines.map { Int($0.amount.amount) }.reduce(0, +) }

  private mutating func charge() throws -> [Proposal] {
    let charged = Set(scene.charges.filter { !$0.isReversed }.map(\.assessed.usage.text))
    let free = scene.usages.filter { !charged.contains($0.usage) && !$0.isVoided }
    guard let usage = chance(90) ? pick(free) : pick(scene.usages) else { return [] }
    let lines = try lines(usage.facts.days.map { Int($0.seconds.value) }.reduce(0, +))
    let at = try moment(usage.facts.end)
    let serviceDay = chance(90) ? usage.facts.end.day : chance(70) ? usage.facts.start.day : at.day
    let standards = scene.standards.filter { $0.resources.contains(usage.resource) }
    let data = ChargeAssessed(
      charge: try new("C"), unit: usage.unit, operator: usage.facts.operator, resource: usage.resource,
      user: usage.facts.user, usage: try Identifier(usage.usage), standard: pick(standards)?.standard,
      pool: try id(HistoryMaker.pools), serviceDay: serviceDay, lines: lines,
      total: try fen(sum(lines) + (chance(2) ? 1 : 0)),
      postedOn: try posting(usage.unit.text, SlowTime.day(serviceDay)))
    return [try fact(data, at: at)]
  }

  /// A charge that is likely to be open, and a moment after it.
  mutating func someCharge() throws -> (charge: SlowCharge, at: Instant)? {
    let open = scene.charges.filter { !$0.isReversed }
    guard let charge = chance(95) ? pick(open) : pick(scene.charges) else { return nil }
    return (charge, try moment(charge.validTime))
  }

  private mutating func adjustment() throws -> [Proposal] {
    guard let (charge, at) = try someCharge() else { return [] }
    let line = one(charge.lines)
    let delta = chance(70) ? -part(line.amount) : int(-2_000...20_000)
    let lines = [
      ChargeLine(
        component: line.component, label: try line.label.map { try Text($0) }, quantity: try Number(0),
        amount: try fen(delta))
    ]
    let data = ChargeAdjusted(
      charge: charge.assessed.charge, unit: charge.assessed.unit, user: charge.assessed.user,
      pool: charge.assessed.pool, lines: lines, total: try fen(delta), reason: try Text("r"),
      approver: try Identifier("x-dep"), postedOn: try posting(charge.assessed.unit.text, SlowTime.day(at)))
    return [try fact(data, at: at)]
  }

  private mutating func reversal() throws -> [Proposal] {
    guard let (charge, at) = try someCharge() else { return [] }
    let lines = try charge.lines.map {
      ChargeLine(
        component: $0.component, label: try $0.label.map { try Text($0) }, quantity: try Number(Int64(-$0.quantity)),
        amount: try fen(-$0.amount))
    }
    let data = ChargeReversed(
      charge: charge.assessed.charge, unit: charge.assessed.unit, user: charge.assessed.user,
      pool: charge.assessed.pool, lines: lines, total: try fen(-charge.total), reason: try Text("r"),
      approver: try Identifier("x-dep"), postedOn: try posting(charge.assessed.unit.text, SlowTime.day(at)))
    return [try fact(data, at: at)]
  }

  private mutating func waiver() throws -> [Proposal] {
    guard let (charge, at) = try someCharge() else { return [] }
    let amount = chance(30) && charge.waived > 0 ? -part(charge.waived) : part(charge.remainder)
    let data = ChargeWaived(
      charge: charge.assessed.charge, unit: charge.assessed.unit, user: charge.assessed.user,
      amount: try fen(amount), reason: try Text("r"), approver: try Identifier("x-dep"),
      postedOn: try posting(charge.assessed.unit.text, SlowTime.day(at)))
    return [try fact(data, at: at)]
  }

  private mutating func payment() throws -> [Proposal] {
    guard let (charge, at) = try someCharge() else { return [] }
    let data = PaymentReceived(
      payment: try new("Y"), charge: charge.assessed.charge, unit: charge.assessed.unit, user: charge.assessed.user,
      amount: try fen(part(charge.remainder)), postedOn: try posting(charge.assessed.unit.text, SlowTime.day(at)))
    return [try fact(data, at: at)]
  }

  private mutating func refund() throws -> [Proposal] {
    guard let charge = pick(scene.charges.filter { $0.paid > 0 }) else { return [] }
    let at = try moment(charge.validTime)
    let data = RefundIssued(
      refund: try new("Z"), charge: charge.assessed.charge, unit: charge.assessed.unit, user: charge.assessed.user,
      amount: try fen(part(charge.paid - charge.refunded)), reason: try Text("r"),
      postedOn: try posting(charge.assessed.unit.text, SlowTime.day(at)))
    return [try fact(data, at: at)]
  }

  private mutating func invoice() throws -> [Proposal] {
    guard let first = pick(scene.charges) else { return [] }
    let same = scene.charges.filter {
      $0.assessed.unit == first.assessed.unit && $0.assessed.user == first.assessed.user
    }
    let charges = Array(same.shuffled(using: &random).prefix(int(1...2)))
    let number = int(1...60)
    let data = InvoiceIssued(
      invoice: try Identifier("50-\(number)"), unit: first.assessed.unit, user: first.assessed.user,
      invoiceCode: try Identifier("50"), invoiceNo: try Identifier("\(number)"),
      charges: charges.map(\.assessed.charge), total: try fen(charges.map(\.total).reduce(0, +)))
    return [try fact(data, at: try moment(charges.map(\.validTime).max()))]
  }

  private mutating func invoiceVoid() throws -> [Proposal] {
    guard let invoice = pick(scene.invoices) else { return [] }
    let data = InvoiceVoided(
      invoice: invoice.invoice, unit: invoice.unit, user: invoice.user, charges: invoice.charges,
      reason: try Text("r"))
    return [try fact(data, at: now)]
  }

  private mutating func dispute() throws -> [Proposal] {
    if chance(50), let dispute = pick(scene.disputes) {
      let data = DisputeResolved(
        dispute: dispute.dispute, charge: dispute.charge, unit: dispute.unit, user: dispute.user,
        outcome: one([.upheld, .rejected]), resolution: try Text("r"))
      return [try fact(data, at: now)]
    }
    guard let (charge, at) = try someCharge() else { return [] }
    let data = DisputeOpened(
      dispute: try new("Q"), charge: charge.assessed.charge, unit: charge.assessed.unit, user: charge.assessed.user,
      reason: try Text("r"))
    return [try fact(data, at: at)]
  }

  private mutating func funds() throws -> [Proposal] {
    let (at, unit) = (try moment(), try id(HistoryMaker.servants))
    let amount = try fen(chance(15) ? -int(1...9_000) : int(1...90_000))
    let postedOn = try posting(unit.text, SlowTime.day(at))
    switch int(0...2) {
    case 0:
      return [try fact(IncomeBudgeted(unit: unit, year: try Count(2024), amount: amount, postedOn: postedOn), at: at)]
    case 1:
      let data = IncomeSpent(
        unit: unit, category: one([.incentive, .running, .other]), amount: amount, postedOn: postedOn)
      return [try fact(data, at: at)]
    default: return [try fact(GuidingFundGranted(unit: unit, amount: amount, postedOn: postedOn), at: at)]
    }
  }
}
