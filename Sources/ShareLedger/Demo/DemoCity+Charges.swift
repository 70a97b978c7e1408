internal import EventModel

/// Charges: assessed by the fees of the day the service began, a few wrongly.
extension DemoCity {
  mutating func charge(_ slot: Int) throws(ValueError) {
    let place = Int(visits[slot].instrument)
    let tariff = tariffs[Int(instruments[place].tariff)]
    let serviceDay = DemoCalendar.day(of: visits[slot].start)
    guard let fees = tariff.fees(on: serviceDay) else {
      try release(slot)
      return forget(slot)
    }
    visits[slot].lines = fees.price(visits[slot], words)
    var standard: Identifier? = fees.standard
    switch random.below(1_000) {
    // The clerk adds something, or takes last year's prices, or names no standard.
    case 0..<12: visits[slot].lines[0].amount += random.from(1, to: 40) * 500
    case 12..<18:
      if let old = tariff.versions.first(where: { $0.from < fees.from }) {
        visits[slot].lines = old.price(visits[slot], words)
      }
    case 18..<24: standard = nil
    default: break
    }
    let visit = visits[slot]
    guard visit.total > 0 else {
      try release(slot)
      return forget(slot)
    }
    let unit = Int(visit.unit)
    let pool = poolIndex(of: visit)
    let posted = try postingDay(serviceDay, unit: unit)
    let data = ChargeAssessed(
      charge: try chargeID(visit), unit: units[unit].id, resource: instruments[place].id,
      user: users[Int(visit.user)].id, usage: try usage(visit), standard: standard,
      userClass: visit.side == .external ? words.external : words.inside, pool: words.pools[pool],
      serviceDay: try Day(number: serviceDay), lines: try chargeLines(visit.lines), total: try Fen(visit.total),
      postedOn: posted.given)
    try tell(
      .chargeAssessed(data), at: thisSecond, by: units[unit].id, from: words.billing,
      about: try DemoID.make("B", visit.number), because: visit.cause)
    visits[slot].cause = eventNumber
    visits[slot].lastValid = thisSecond
    visits[slot].step = .deduct
    units[unit].earned[pool] += visit.total
    let lineCount = visit.lines.reduce(0) { $0 + ($1.amount == 0 ? 0 : 1) }
    post(visit.total, 1 + Int64(lineCount), on: posted.day, unit: unit)
    agenda.add(.settle, slot, at: later(DemoCalendar.minute, 30 * DemoCalendar.hour))
  }

  func chargeID(_ visit: DemoVisit) throws(ValueError) -> Identifier {
    try Identifier((visit.isSecondCharge ? "CC" : "C") + String(visit.number))
  }

  func poolIndex(of visit: DemoVisit) -> Int {
    classes[Int(instruments[Int(visit.instrument)].classIndex)].pool
  }

  func chargeLines(_ lines: [DemoLine], sign: Int64 = 1) throws(ValueError) -> [ChargeLine] {
    var list: [ChargeLine] = []
    list.reserveCapacity(lines.count)
    for line in lines {
      list.append(
        ChargeLine(
          component: line.component, label: line.label, quantity: try Number(sign * line.quantity),
          amount: try Fen(sign * line.amount)))
    }
    return list
  }

  /// The day something of `day` is posted on: its own unless that is closed, then today.
  func postingDay(_ day: Int64, unit: Int?) throws(ValueError) -> (day: Int64, given: Day?) {
    let closedThrough = max(unit.map { units[$0].closedThrough } ?? 0, platformClosedThrough)
    if day > closedThrough { return (day, nil) }
    return (today, try Day(number: today))
  }

  /// Remembers postings that balance for the control totals of their month.
  mutating func post(_ amount: Int64, _ count: Int64, on day: Int64, unit: Int?) {
    let size = abs(amount)
    post(debit: size, credit: -size, count, on: day, unit: unit)
  }

  mutating func post(debit: Int64, credit: Int64, _ count: Int64, on day: Int64, unit: Int?) {
    let month = calendar.month(of: day)
    if let unit { units[unit].books[month].add(debit, credit, count) }
    platformBooks[month].add(debit, credit, count)
  }
}
