internal import EventModel

/// Usages: recorded mostly at once, sometimes weeks later, corrected or taken back where the record was wrong.
extension DemoCity {
  /// Fixes what really happens and when it is recorded.
  mutating func planUse(_ slot: Int) {
    var visit = visits[slot]
    (visit.bookedStart, visit.bookedEnd) = (visit.start, visit.end)
    let step = 5 * DemoCalendar.minute
    let shortest = visit.start + 2 * step
    visit.start += random.chance(700) ? 0 : step
    visit.end = max(visit.end - (random.chance(600) ? 0 : random.from(1, to: 3) * step), shortest)
    // Some meters tell every second.
    if random.chance(120) { visit.end += random.from(1, to: 599) * DemoCalendar.second }
    visit.purpose = random.pick([.research, .research, .research, .development, .development, .teaching, .other])
    visit.mode = random.pick([.onSite, .onSite, .technical, .commissioned, .commissioned, .remote])
    let countsSamples = classes[Int(instruments[Int(visit.instrument)].classIndex)].samplePrice > 0
    visit.samples = countsSamples ? random.from(1, to: 14) : 0
    visits[slot] = visit
    let delay: Int64
    switch random.below(1_000) {
    case 0..<830: delay = random.from(2 * DemoCalendar.minute, to: 5 * DemoCalendar.hour)
    case 830..<950: delay = random.from(1, to: 3) * DemoCalendar.day
    case 950..<993: delay = random.from(3, to: 18) * DemoCalendar.day
    default: delay = random.from(18, to: 65) * DemoCalendar.day
    }
    agenda.add(.use, slot, at: visit.end + delay + random.from(0, to: DemoCalendar.second))
  }

  private func booking(_ visit: DemoVisit) throws(ValueError) -> Identifier? {
    visit.hasBooking ? try DemoID.make("B", visit.number) : nil
  }

  func usage(_ visit: DemoVisit) throws(ValueError) -> Identifier { try DemoID.make("S", visit.number) }

  mutating func use(_ slot: Int) throws(ValueError) {
    let visit = visits[slot]
    let unit = units[Int(visit.unit)].id
    let booking = try booking(visit)
    let data = UsageRecorded(
      usage: try usage(visit), booking: booking, resource: instruments[Int(visit.instrument)].id, unit: unit,
      user: users[Int(visit.user)].id, side: visit.side, purpose: visit.purpose, mode: visit.mode,
      start: try Instant(microseconds: visit.start), end: try Instant(microseconds: visit.end),
      samples: visit.samples > 0 ? try Count(visit.samples) : nil, days: try split(visit.start, visit.end))
    try tell(
      .usageRecorded(data), at: visit.end, by: unit, from: words.meters, about: booking, because: visit.cause)
    visits[slot].cause = eventNumber
    visits[slot].lastValid = visit.end
    if random.chance(35) { return agenda.add(.mend, slot, at: later(DemoCalendar.hour, 3 * DemoCalendar.day)) }
    try afterUse(slot)
  }

  private func facts(_ visit: DemoVisit) throws(ValueError) -> UsageFacts {
    UsageFacts(
      booking: try booking(visit), user: users[Int(visit.user)].id, side: visit.side, purpose: visit.purpose,
      mode: visit.mode, start: try Instant(microseconds: visit.start), end: try Instant(microseconds: visit.end),
      samples: visit.samples > 0 ? try Count(visit.samples) : nil, days: try split(visit.start, visit.end))
  }

  /// Corrects the record, or takes it back.
  mutating func mend(_ slot: Int) throws(ValueError) {
    let was = visits[slot]
    let (resource, unit) = (instruments[Int(was.instrument)].id, units[Int(was.unit)].id)
    if random.chance(200) {
      let data = UsageVoided(
        usage: try usage(was), resource: resource, unit: unit, was: try facts(was), reason: random.pick(words.voids))
      try tell(
        .usageVoided(data), at: thisSecond, by: unit, from: words.meters, about: try booking(was), because: was.cause)
      try release(slot)
      return forget(slot)
    }
    var now = was
    if was.samples > 0, random.chance(500) {
      now.samples += random.from(1, to: 4)
    } else {
      now.end += random.from(1, to: 4) * 5 * DemoCalendar.minute
    }
    if random.chance(100) { now.purpose = now.purpose == .research ? .development : .research }
    let data = UsageCorrected(
      usage: try usage(was), resource: resource, unit: unit, was: try facts(was), now: try facts(now))
    try tell(
      .usageCorrected(data), at: thisSecond, by: unit, from: words.meters, about: try booking(was), because: was.cause)
    now.cause = eventNumber
    now.lastValid = thisSecond
    visits[slot] = now
    try afterUse(slot)
  }
}
