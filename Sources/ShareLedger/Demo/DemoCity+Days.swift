internal import EventModel

/// What a day brings: users, visits, standstills, and on some days of the month the books.
extension DemoCity {
  mutating func planDay(_ day: Int64) throws(ValueError) {
    if day == calendar.firstDay {
      planInstruments()
      planOversight()
    }
    let progress = (day - calendar.firstDay) * 1_000 / (calendar.endDay - calendar.firstDay)
    try registerUsers(upTo: size.userCount * Int(500 + progress * 10 / 17) / 1_000 + 1)
    planFunds(day)
    planHalfYear(day)
    planVisits(day)
    if !bookable.isEmpty {
      let expected = bookable.count * 20 / 365
      let count = expected / 10 + (random.below(10) < expected % 10 ? 1 : 0)
      for _ in 0..<count {
        agenda.add(.standStill, Int(random.pick(bookable)), at: time(on: day, from: 6, to: 18))
      }
    }
    // In a year, one instrument of a hundred grows too old.
    if !bookable.isEmpty, random.below(36_500) < bookable.count {
      agenda.add(.retire, Int(random.pick(bookable)), at: time(on: day, from: 9, to: 17))
    }
    agenda.add(.planDay, Int(day + 1), at: DemoCalendar.start(of: day + 1) + DemoCalendar.minute)
  }

  /// As many visits as it takes to reach the number of events on the last day.
  private mutating func planVisits(_ day: Int64) {
    let left = Int(max(calendar.endDay - day, 0))
    // Of a visit under way near the end, a part is still to come afterwards.
    let open = (visits.count - freeVisits.count) * DemoSize.tenthsPerOpenVisit * min(left, 30) / 30
    let upkeep = left * upkeepTenthsPerDay
    let missing = max((size.eventCount - Int(eventNumber)) * 10 - open - upkeep, 40)
    var rest = 0
    for later in day..<max(calendar.endDay, day + 14) { rest += calendar.busyness(later) }
    let perThousand = missing * calendar.busyness(day) * 1_000 / max(rest, 1) / DemoSize.tenthsPerVisit
    let count = perThousand / 1_000 + (random.below(1_000) < perThousand % 1_000 ? 1 : 0)
    for _ in 0..<count { agenda.add(.arrive, 0, at: time(on: day, from: 7, to: 22)) }
  }

  /// What books, standstills, vouchers, purchases and assessments make of events in a day, in tenths.
  private var upkeepTenthsPerDay: Int {
    let purchases = size.instrumentCount * 16 / Int(calendar.endDay - calendar.firstDay)
    return size.unitCount * 17 / 10 + size.instrumentCount * 35 / 365 + purchases + size.userCount / 150
  }

  /// Some moment of a day, between two hours.
  mutating func time(on day: Int64, from first: Int64, to last: Int64) -> Int64 {
    DemoCalendar.start(of: day)
      + random.from(first * DemoCalendar.hour, to: last * DemoCalendar.hour - 1)
  }

  /// So much later, with some chance within the limits.
  mutating func later(_ low: Int64, _ high: Int64) -> Int64 { now + random.from(low, to: high) }

  /// The same, but at an hour when offices work.
  mutating func officeTime(daysFrom low: Int64, to high: Int64) -> Int64 {
    let time = time(on: today + random.from(low, to: high), from: 9, to: 18)
    return max(time, now + DemoCalendar.minute)
  }
}
