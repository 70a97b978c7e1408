internal import EventModel

/// Books that are closed, and once opened again.
extension DemoCity {
  /// Plans what units, programmes and the platform do on a day of the month.
  mutating func planFunds(_ day: Int64) {
    let month = calendar.month(of: day)
    let isQuarter = month % 3 == 0
    switch calendar.dayOfMonth(day) {
    case 3 where month % 12 == 0: agenda.add(.openProgramme, month / 12, at: time(on: day, from: 9, to: 12))
    case 4 where month > 0: planUnits(.recordCosts, from: day, days: 5)
    case 5 where month > 0: planUnits(.claim, from: day, days: 1)
    case 10 where month > 0:
      for unit in units.indices where isQuarter || !units[unit].closesQuarterly {
        agenda.add(.close, unit, at: time(on: day, from: 16, to: 20))
      }
    case 14 where month == reopeningMonth: agenda.add(.reopen, 0, at: time(on: day, from: 9, to: 12))
    case 15 where isQuarter && month > 0: planUnits(.budget, from: day, days: 2)
    case 20 where month % 12 == 1:
      for unit in units.indices where random.chance(300) {
        agenda.add(.grant, unit, at: time(on: day, from: 9, to: 17))
      }
      if month > 12 { agenda.add(.close, -1, at: time(on: day + 5, from: 17, to: 18)) }
    case 25 where month > 0: planUnits(.spend, from: day, days: 3)
    default: break
    }
  }

  /// One month after three fifths of the time.
  private var reopeningMonth: Int { (calendar.month(of: calendar.endDay - 1) + 1) * 3 / 5 }

  private mutating func planUnits(_ kind: DemoAgenda.Kind, from day: Int64, days: Int64) {
    for unit in units.indices {
      agenda.add(kind, unit, at: time(on: day + random.from(0, to: days - 1), from: 9, to: 18))
    }
  }

  /// Closes a unit's books through the month before, or with −1 everybody's through the year before.
  mutating func closeBooks(_ unit: Int) throws(ValueError) {
    let month = calendar.month(of: today)
    let through = calendar.lastDay(ofMonth: unit < 0 ? month / 12 * 12 - 1 : month - 1)
    let closedThrough = unit < 0 ? platformClosedThrough : units[unit].closedThrough
    guard through > closedThrough else { return }
    let first = closedThrough == 0 ? 0 : calendar.month(of: closedThrough + 1)
    let books = unit < 0 ? platformBooks : units[unit].books
    var sum = DemoMonth()
    for month in books[first...calendar.month(of: through)] { sum.add(month.debit, month.credit, month.count) }
    let total = ControlTotal(commodity: .cny, debit: try Fen(sum.debit), credit: try Fen(sum.credit))
    let data = PeriodClosed(
      books: unit < 0 ? try Identifier("platform") : units[unit].id, through: try Day(number: through),
      controlTotals: [total], postings: try Count(sum.count))
    let actor = unit < 0 ? words.office : units[unit].id
    try tell(.periodClosed(data), at: thisSecond, by: actor, from: words.billing)
    if unit < 0 { platformClosedThrough = through } else { units[unit].closedThrough = through }
  }

  /// A unit found a bill of last month after closing; the office lets it open the month again for two days.
  mutating func reopenBooks(_ unit: Int) throws(ValueError) {
    let month = calendar.month(of: today)
    let first = calendar.firstDay(ofMonth: month - 1)
    guard month > 1, first <= units[unit].closedThrough, first > platformClosedThrough else { return }
    let data = PeriodReopened(
      books: units[unit].id, from: try Day(number: first), authority: words.office, reason: words.reopening)
    try tell(.periodReopened(data), at: thisSecond, by: words.office, from: words.billing)
    units[unit].closedThrough = first - 1
    now += 3 * DemoCalendar.hour
    units[unit].earned[0] += 200_000
    try recordCosts(unit)
    agenda.add(.closeAgain, unit, at: now + 2 * DemoCalendar.day)
  }

  mutating func closeBooksAgain(_ unit: Int) throws(ValueError) { try closeBooks(unit) }
}
