internal import EventModel

/// Bookings: asked for, answered, moved, given up, missed.
extension DemoCity {
  /// Somebody wants to use something, with a booking or without.
  mutating func arrive() throws(ValueError) {
    guard !bookable.isEmpty, !users.isEmpty else { return }
    for _ in 0..<4 {
      let place = Int(bookable[random.popular(bookable.count)])
      guard let user = chooseUser(of: place) else { continue }
      let walksIn = random.chance(80)
      let lead = walksIn ? DemoCalendar.hour / 2 : random.from(20, to: 220) * DemoCalendar.hour
      guard let (start, end) = reserve(place, notBefore: now + lead) else { continue }
      if walksIn, start > now + DemoCalendar.day { continue }
      lastNumbers.visit += 1
      var visit = DemoVisit()
      visit.number = lastNumbers.visit
      visit.instrument = Int32(place)
      visit.user = Int32(user)
      visit.unit = instruments[place].unit
      (visit.start, visit.end) = (start, end)
      visit.hasBooking = !walksIn
      visit.isExclusive = !random.chance(120)
      visit.side = users[user].unit == visit.unit ? .internal : .external
      visit.lastValid = thisSecond
      let slot = keep(visit)
      if walksIn { return planUse(slot) }
      return try request(slot)
    }
  }

  /// The instrument's own people for a third of the visits, anyone for the others.
  private mutating func chooseUser(of place: Int) -> Int? {
    let unit = Int(instruments[place].unit)
    let own = !instruments[place].isExternal || random.chance(350)
    guard own else { return random.below(users.count) }
    let rounds = users.count / (4 * units.count)
    guard rounds > 0 else { return users.firstIndex { Int($0.unit) == unit } }
    return (random.below(rounds) * units.count + unit) * 4 + 1 + random.below(3)
  }

  /// A span nobody else has, at hours when people work; overnight for what runs overnight.
  mutating func reserve(_ place: Int, notBefore: Int64) -> (start: Int64, end: Int64)? {
    let quarter = 15 * DemoCalendar.minute
    var start = max(notBefore, instruments[place].nextFree)
    start = (start + quarter - 1) / quarter * quarter
    let overnight = classes[Int(instruments[place].classIndex)].runsOvernight && random.chance(300)
    let (first, last): (Int64, Int64) = overnight ? (17, 22) : (8, 19)
    let hour = DemoCalendar.hour(of: start)
    if hour < first || hour >= last {
      let day = DemoCalendar.day(of: start) + (hour >= last ? 1 : 0)
      start = DemoCalendar.start(of: day) + first * DemoCalendar.hour + random.from(0, to: 4) * quarter
    }
    guard start < now + 16 * DemoCalendar.day else { return nil }
    let minutes = overnight ? random.from(20, to: 32) * 30 : random.pick([30, 60, 60, 90, 120, 120, 180, 240])
    let end = start + minutes * DemoCalendar.minute
    instruments[place].nextFree = end + 10 * DemoCalendar.minute
    return (start, end)
  }

  /// Keeps a visit until it is over.
  mutating func keep(_ visit: DemoVisit) -> Int {
    if let slot = freeVisits.popLast() {
      visits[Int(slot)] = visit
      return Int(slot)
    }
    visits.append(visit)
    return visits.count - 1
  }

  /// Forgets a visit nothing follows.
  mutating func forget(_ slot: Int) {
    visits[slot].lines = []
    freeVisits.append(Int32(slot))
  }

  /// The ids every event of a booking repeats.
  private func names(
    _ visit: DemoVisit
  ) throws(ValueError) -> (booking: Identifier, resource: Identifier, unit: Identifier, user: Identifier) {
    (
      try DemoID.make("B", visit.number), instruments[Int(visit.instrument)].id, units[Int(visit.unit)].id,
      users[Int(visit.user)].id
    )
  }

  private mutating func request(_ slot: Int) throws(ValueError) {
    let visit = visits[slot]
    let (booking, resource, unit, user) = try names(visit)
    let data = BookingRequested(
      booking: booking, resource: resource, unit: unit, user: user, start: try Instant(microseconds: visit.start),
      end: try Instant(microseconds: visit.end), exclusive: visit.isExclusive)
    try tell(.bookingRequested(data), at: thisSecond, by: user, from: words.booking, about: booking)
    visits[slot].cause = eventNumber
    agenda.add(.answer, slot, at: later(5 * DemoCalendar.minute, 14 * DemoCalendar.hour))
  }

  mutating func answer(_ slot: Int) throws(ValueError) {
    let visit = visits[slot]
    let (booking, resource, unit, user) = try names(visit)
    if random.chance(35) {
      let data = BookingRejected(
        booking: booking, resource: resource, unit: unit, user: user, reason: random.pick(words.rejections))
      try tell(
        .bookingRejected(data), at: thisSecond, by: unit, from: words.booking, about: booking, because: visit.cause)
      return forget(slot)
    }
    let data = BookingApproved(
      booking: booking, resource: resource, unit: unit, user: user, start: try Instant(microseconds: visit.start),
      end: try Instant(microseconds: visit.end), exclusive: visit.isExclusive)
    try tell(
      .bookingApproved(data), at: thisSecond, by: unit, from: words.booking, about: booking, because: visit.cause)
    visits[slot].cause = eventNumber
    visits[slot].lastValid = thisSecond
    try hold(slot)
    planVisit(slot, canMove: true)
  }

  /// What becomes of an approved booking.
  private mutating func planVisit(_ slot: Int, canMove: Bool) {
    let (start, end) = (visits[slot].start, visits[slot].end)
    let before = random.from(
      now + DemoCalendar.minute, to: max(start - DemoCalendar.hour, now + 2 * DemoCalendar.minute))
    switch random.below(1_000) {
    case 0..<60 where canMove: agenda.add(.move, slot, at: before)
    case 60..<115: agenda.add(.cancel, slot, at: before)
    case 115..<140: agenda.add(.miss, slot, at: end + random.from(1, to: 2 * DemoCalendar.hour))
    default: planUse(slot)
    }
  }

  mutating func move(_ slot: Int) throws(ValueError) {
    let visit = visits[slot]
    let place = Int(visit.instrument)
    guard let (start, end) = reserve(place, notBefore: visit.end) else { return planVisit(slot, canMove: false) }
    let (booking, resource, unit, user) = try names(visit)
    let data = BookingRescheduled(
      booking: booking, resource: resource, unit: unit, user: user, start: try Instant(microseconds: start),
      end: try Instant(microseconds: end), exclusive: visit.isExclusive,
      was: BookingTimes(
        start: try Instant(microseconds: visit.start), end: try Instant(microseconds: visit.end)))
    try tell(
      .bookingRescheduled(data), at: thisSecond, by: user, from: words.booking, about: booking, because: visit.cause)
    (visits[slot].start, visits[slot].end) = (start, end)
    visits[slot].lastValid = thisSecond
    visits[slot].cause = eventNumber
    planVisit(slot, canMove: false)
  }

  mutating func cancel(_ slot: Int) throws(ValueError) {
    let visit = visits[slot]
    let (booking, resource, unit, user) = try names(visit)
    let data = BookingCancelled(
      booking: booking, resource: resource, unit: unit, user: user, reason: random.pick(words.cancellations))
    try tell(
      .bookingCancelled(data), at: thisSecond, by: user, from: words.booking, about: booking, because: visit.cause)
    try release(slot)
    forget(slot)
  }

  mutating func miss(_ slot: Int) throws(ValueError) {
    let visit = visits[slot]
    let (booking, resource, unit, user) = try names(visit)
    let data = BookingMissed(booking: booking, resource: resource, unit: unit, user: user)
    try tell(.bookingMissed(data), at: visit.end, by: unit, from: words.booking, about: booking, because: visit.cause)
    try release(slot)
    forget(slot)
  }
}
