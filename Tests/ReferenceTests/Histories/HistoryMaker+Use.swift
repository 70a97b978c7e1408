import EventModel

/// Bookings, usage and what users say of it.
extension HistoryMaker {
  static let useMakers: [Maker] = [
    (10, { try $0.usage() }), (4, { try $0.correction() }), (2, { try $0.void() }), (3, { try $0.booking() }),
    (2, { try $0.approval() }), (1, { try $0.standstill() }), (2, { try $0.standstillEnd() }),
    (1, { try $0.rating() }), (1, { try $0.complaint() }), (1, { try $0.outcome() }),
  ]

  /// Seconds a use lasts: short, round, odd, through the night, through days.
  private mutating func length() -> Int { one([1, 1_800, 3_600, 3_601, 5_000, 9_000, 36_000, 100_000, 260_000]) }

  /// The split over civil days, a second at a time in effect: from midnight to midnight.
  static func split(_ start: Instant, _ seconds: Int) throws -> [DayShare] {
    var shares: [DayShare] = []
    var (at, rest) = (start, seconds)
    while rest > 0 {
      let untilMidnight = Int(at.day.end.microseconds + 1 - at.microseconds) / 1_000_000
      let taken = min(rest, untilMidnight)
      if taken > 0 { shares.append(DayShare(day: at.day, seconds: try Seconds(Int64(taken)))) }
      at = try Instant(microseconds: at.microseconds + Int64(taken) * 1_000_000)
      rest -= taken
    }
    return shares
  }

  /// Starts on a full second.
  private mutating func start() throws -> Instant {
    let moment = try moment()
    return try Instant(microseconds: moment.microseconds / 60_000_000 * 60_000_000)
  }

  mutating func facts(resource: Identifier) throws -> UsageFacts {
    var (start, seconds) = (try start(), length())
    let booking = chance(30) ? pick(scene.bookings.filter { $0.resource == resource }) : nil
    if let booking, chance(70) {
      let quarter = Int64(int(-2...3)) * 900_000_000
      start = try Instant(microseconds: booking.start.microseconds + quarter)
      seconds = one([900, 1_800, 3_600, 4_500, 7_200])
    }
    return UsageFacts(
      booking: booking?.booking, operator: chance(5) ? try Identifier("x-org") : nil,
      user: try chance(80) ? booking?.user ?? id(HistoryMaker.users) : id(HistoryMaker.users),
      side: chance(60) ? .external : .internal, purpose: one([.research, .development]), mode: .onSite, start: start,
      end: try Instant(microseconds: start.microseconds + Int64(seconds) * 1_000_000),
      samples: chance(50) ? try Count(Int64(int(0...12))) : nil, days: try HistoryMaker.split(start, seconds))
  }

  private mutating func usage() throws -> [Proposal] {
    let resource = one(HistoryMaker.resources)
    let id = try Identifier(resource.id)
    let facts = try facts(resource: id)
    let time = chance(85) ? facts.end : try moment(facts.end)
    let unit = try Identifier(scene.owner(of: resource.id, at: time) ?? resource.unit)
    let data = UsageRecorded(
      usage: try new("U"), booking: facts.booking, resource: id, unit: unit, operator: facts.operator,
      user: facts.user, side: facts.side, purpose: facts.purpose, mode: facts.mode, start: facts.start,
      end: facts.end, samples: facts.samples, days: facts.days)
    return [try fact(data, at: time)]
  }

  private mutating func correction() throws -> [Proposal] {
    guard let usage = pick(scene.usages) else { return [] }
    var now = try facts(resource: usage.resource)
    if chance(50) {
      now = usage.facts
      now.side = now.side == .external ? .internal : .external
    }
    let data = UsageCorrected(
      usage: try Identifier(usage.usage), resource: usage.resource, unit: usage.unit, was: usage.facts, now: now)
    return [try fact(data, at: try moment(usage.facts.end))]
  }

  private mutating func void() throws -> [Proposal] {
    guard let usage = pick(scene.usages) else { return [] }
    let data = UsageVoided(
      usage: try Identifier(usage.usage), resource: usage.resource, unit: usage.unit, was: usage.facts,
      reason: try Text("did not take place"))
    return [try fact(data, at: try moment(usage.facts.end))]
  }

  private mutating func booking() throws -> [Proposal] {
    let resource = one(HistoryMaker.resources)
    let start = try Instant(microseconds: start().microseconds + Int64(int(0...3)) * 86_400_000_000)
    let data = BookingRequested(
      booking: try new("B"), resource: try Identifier(resource.id), unit: try Identifier(resource.unit),
      user: try id(HistoryMaker.users), start: start,
      end: try Instant(microseconds: start.microseconds + Int64(one([3_600, 7_200])) * 1_000_000), exclusive: chance(30)
    )
    let at = try Instant(microseconds: start.microseconds - 86_400_000_000)
    return [try fact(data, at: at)]
  }

  private mutating func approval() throws -> [Proposal] {
    guard let booking = pick(scene.bookings) else { return [] }
    if chance(20) {
      let data = BookingCancelled(
        booking: booking.booking, resource: booking.resource, unit: booking.unit, user: booking.user,
        reason: try Text("r"))
      return [try fact(data, at: booking.start)]
    }
    let data = BookingApproved(
      booking: booking.booking, resource: booking.resource, unit: booking.unit, user: booking.user,
      start: booking.start, end: booking.end, exclusive: booking.exclusive)
    return [try fact(data, at: booking.start)]
  }

  private mutating func standstill() throws -> [Proposal] {
    let resource = one(HistoryMaker.resources)
    let (id, unit) = (try Identifier(resource.id), try Identifier(resource.unit))
    let data: any EventData =
      chance(50)
      ? OutageStarted(outage: try new("O"), resource: id, unit: unit)
      : MaintenanceStarted(maintenance: try new("M"), resource: id, unit: unit)
    return [try fact(data, at: try start())]
  }

  private mutating func standstillEnd() throws -> [Proposal] {
    let seconds = length()
    func end(_ start: Instant) throws -> Instant {
      try Instant(microseconds: start.microseconds + Int64(seconds) * 1_000_000)
    }
    if chance(50), let (begun, start) = pick(scene.outages) {
      let data = OutageEnded(
        outage: begun.outage, resource: begun.resource, unit: begun.unit, start: start, end: try end(start),
        days: try HistoryMaker.split(start, seconds))
      return [try fact(data, at: try end(start))]
    }
    guard let (begun, start) = pick(scene.maintenances) else { return [] }
    let data = MaintenanceEnded(
      maintenance: begun.maintenance, resource: begun.resource, unit: begun.unit, start: start, end: try end(start),
      days: try HistoryMaker.split(start, seconds))
    return [try fact(data, at: try end(start))]
  }

  private mutating func rating() throws -> [Proposal] {
    guard let usage = pick(scene.usages) else { return [] }
    let data = SatisfactionRated(
      usage: try Identifier(usage.usage), unit: usage.unit, user: usage.facts.user,
      score: try Score(Int64(int(1...5))))
    return [try fact(data, at: try moment(usage.facts.end))]
  }

  private mutating func complaint() throws -> [Proposal] {
    if chance(50), let filed = pick(scene.complaints) {
      let data = ComplaintResolved(
        complaint: filed.complaint, unit: filed.unit, usage: filed.usage, resolution: try Text("r"))
      return [try fact(data, at: now)]
    }
    let data = ComplaintFiled(complaint: try new("K"), unit: try id(HistoryMaker.units), text: try Text("late"))
    return [try fact(data, at: try moment())]
  }

  private mutating func outcome() throws -> [Proposal] {
    if chance(50), let outcome = pick(scene.outcomes) {
      let data = AcknowledgementVerified(
        outcome: outcome.outcome, units: outcome.units, acknowledged: one([.yes, .no]),
        verifiedBy: try Identifier("x-dep"))
      return [try fact(data, at: now)]
    }
    let units = chance(40) ? HistoryMaker.units : [one(HistoryMaker.units)]
    let data = OutcomeReported(
      outcome: try new("D"), units: try units.map { try Identifier($0) }, resources: [try Identifier("R1")],
      kind: .paper, acknowledged: .unknown)
    return [try fact(data, at: try moment())]
  }
}
