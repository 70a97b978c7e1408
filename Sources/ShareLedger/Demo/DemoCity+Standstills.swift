internal import EventModel

/// A time an instrument stands still, for maintenance or because it failed.
struct DemoStandstill: Sendable {
  let instrument: Int32
  let isOutage: Bool
  let start: Int64
  let end: Int64
  let reason: Text
}

/// Maintenance and outages.
extension DemoCity {
  mutating func standStill(_ place: Int) throws(ValueError) {
    let instrument = instruments[place]
    let isOutage = random.chance(400)
    let hours = isOutage ? random.from(2, to: 120) : random.from(2, to: 16)
    // After what is booked, so that nobody is sent away; far off, another time will do.
    let start = max(thisSecond, instrument.nextFree)
    guard start < now + 6 * DemoCalendar.day else { return }
    let end = start + hours * DemoCalendar.hour + random.from(0, to: 3_599) * DemoCalendar.second
    lastNumbers.standstill += 1
    let number = lastNumbers.standstill
    instruments[place].nextFree = end + 10 * DemoCalendar.minute
    standstills[number] = DemoStandstill(
      instrument: Int32(place), isOutage: isOutage, start: start, end: end,
      reason: random.pick(isOutage ? words.failures : words.services))
    agenda.add(.resume, -Int(number), at: start + random.from(1, to: 20 * DemoCalendar.minute))
  }

  /// Tells the beginning (negative number) and plans the end, or tells the end.
  mutating func resume(_ subject: Int) throws(ValueError) {
    let number = Int32(abs(subject))
    guard let standstill = standstills[number] else { return }
    let instrument = instruments[Int(standstill.instrument)]
    let unit = units[Int(instrument.unit)].id
    let id = try DemoID.make(standstill.isOutage ? "O" : "M", number)
    if subject < 0 {
      let payload: EventPayload =
        standstill.isOutage
        ? .outageStarted(.init(outage: id, resource: instrument.id, unit: unit, reason: standstill.reason))
        : .maintenanceStarted(.init(maintenance: id, resource: instrument.id, unit: unit, reason: standstill.reason))
      try tell(payload, at: standstill.start, by: unit, from: words.meters)
      agenda.add(.resume, Int(number), at: standstill.end + random.from(1, to: 3 * DemoCalendar.hour))
      if standstill.isOutage, random.chance(150) { try changeStatus(instrument.id, unit, .awaitingRepair) }
    } else {
      standstills[number] = nil
      let (start, end) = (try Instant(microseconds: standstill.start), try Instant(microseconds: standstill.end))
      let days = try split(standstill.start, standstill.end)
      let payload: EventPayload =
        standstill.isOutage
        ? .outageEnded(
          .init(
            outage: id, resource: instrument.id, unit: unit, reason: standstill.reason, start: start, end: end,
            days: days))
        : .maintenanceEnded(
          .init(
            maintenance: id, resource: instrument.id, unit: unit, reason: standstill.reason, start: start, end: end,
            days: days))
      try tell(payload, at: standstill.end, by: unit, from: words.meters)
      if standstill.isOutage, random.chance(150) { try changeStatus(instrument.id, unit, .normal) }
    }
  }

  private mutating func changeStatus(
    _ resource: Identifier, _ unit: Identifier, _ status: ResourceStatus
  ) throws(ValueError) {
    let data = ResourceStatusChanged(resource: resource, status: status)
    try tell(.resourceStatusChanged(data), at: thisSecond, by: unit, from: words.registry)
  }

  /// A span split over civil days.
  func split(_ start: Int64, _ end: Int64) throws(ValueError) -> [DayShare] {
    var shares: [DayShare] = []
    var from = start
    while from < end {
      let day = DemoCalendar.day(of: from)
      let to = min(end, DemoCalendar.start(of: day + 1))
      shares.append(
        DayShare(day: try Day(number: day), seconds: try Seconds((to - from) / DemoCalendar.second)))
      from = to
    }
    return shares
  }
}
