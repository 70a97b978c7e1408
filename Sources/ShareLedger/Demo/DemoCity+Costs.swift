internal import EventModel

/// What sharing costs the units, and what they do with the income.
extension DemoCity {
  private static let shares: [(component: CostComponent, percent: Int64)] = [
    (.labour, 43), (.material, 28), (.electricity, 16), (.otherUtility, 4), (.water, 3),
  ]

  /// The costs of the time before, by pool and component, about as high as the income, once they come to something.
  mutating func recordCosts(_ unit: Int) throws(ValueError) {
    let month = calendar.month(of: today)
    guard month > 0 else { return }
    for pool in words.pools.indices where units[unit].earned[pool] > 500_000 {
      let earned = units[unit].earned[pool]
      units[unit].earned[pool] = 0
      for (component, percent) in DemoCity.shares {
        let amount = earned * percent * random.from(88, to: 116) / 10_000
        // Some bills come months late.
        let isLate = month > 2 && random.chance(30)
        try recordCost(amount, component, pool, unit, month: isLate ? month - 3 : month - 1)
        now += DemoCalendar.second
      }
    }
  }

  private mutating func recordCost(
    _ amount: Int64, _ component: CostComponent, _ pool: Int, _ unit: Int, month: Int
  ) throws(ValueError) {
    guard amount > 0 else { return }
    lastNumbers.cost += 1
    let id = try DemoID.make("X", lastNumbers.cost)
    let day = calendar.lastDay(ofMonth: month)
    let posted = try postingDay(day, unit: unit)
    let data = CostRecorded(
      cost: id, unit: units[unit].id, pool: words.pools[pool], component: component,
      amount: try Fen(amount), evidenceHash: random.chance(300) ? try hash() : nil, postedOn: posted.given)
    let valid = DemoCalendar.start(of: day) + 17 * DemoCalendar.hour
    try tell(.costRecorded(data), at: valid, by: units[unit].id, from: words.billing)
    post(amount, 2, on: posted.day, unit: unit)
    if random.chance(60) { try allocate(amount / 4, of: id, component, pool, unit) }
  }

  private mutating func allocate(
    _ amount: Int64, of cost: Identifier, _ component: CostComponent, _ pool: Int, _ unit: Int
  ) throws(ValueError) {
    guard amount > 0 else { return }
    let data = CostAllocated(
      cost: cost, unit: units[unit].id, fromPool: words.pools[pool],
      toPool: words.pools[(pool + 1) % words.pools.count], component: component, amount: try Fen(amount))
    try tell(.costAllocated(data), at: thisSecond, by: units[unit].id, from: words.billing, because: eventNumber)
    post(amount, 2, on: today, unit: unit)
  }

  /// Four fifths of what came in are put into the unit's budget every quarter.
  mutating func budgetIncome(_ unit: Int) throws(ValueError) {
    let amount = units[unit].cash * 8 / 10
    guard amount > 100_000 else { return }
    let year = calendar.firstYear + calendar.month(of: today) / 12
    let data = IncomeBudgeted(unit: units[unit].id, year: try Count(Int64(year)), amount: try Fen(amount))
    try tell(.incomeBudgeted(data), at: thisSecond, by: units[unit].id, from: words.billing)
    units[unit].cash -= amount
    units[unit].budget += amount
    post(amount, 2, on: today, unit: unit)
  }

  /// Half of the spending rewards the people who serve.
  mutating func spendIncome(_ unit: Int) throws(ValueError) {
    let whole = units[unit].budget * random.from(2, to: 5) / 10
    guard whole > 200_000 else { return }
    for (category, percent) in [(SpendingCategory.incentive, Int64(52)), (.running, 38), (.other, 10)] {
      let amount = whole * percent / 100
      let data = IncomeSpent(unit: units[unit].id, category: category, amount: try Fen(amount))
      try tell(.incomeSpent(data), at: thisSecond, by: units[unit].id, from: words.billing)
      units[unit].budget -= amount
      post(amount, 2, on: today, unit: unit)
    }
  }

  /// The guiding fund makes up for some of the costs.
  mutating func grantFunds(_ unit: Int) throws(ValueError) {
    let amount = random.from(5, to: 60) * 1_000_000
    let year = calendar.firstYear + calendar.month(of: today) / 12
    let data = GuidingFundGranted(
      unit: units[unit].id, amount: try Fen(amount), document: try Text("渝科发〔\(year)〕\(10 + unit)号"))
    try tell(.guidingFundGranted(data), at: thisSecond, by: words.department, from: words.billing)
    units[unit].cash += amount
    post(debit: amount, credit: 0, 1, on: today, unit: unit)
    post(debit: 0, credit: -amount, 1, on: today, unit: nil)
  }
}
