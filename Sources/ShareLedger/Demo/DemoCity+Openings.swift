internal import EventModel

/// Instruments that open, change hands and grow old.
extension DemoCity {
  mutating func open(_ place: Int) throws(ValueError) { try open(place, at: thisSecond) }

  /// Opens it: most to everybody, some to the unit's own people only.
  mutating func open(_ place: Int, at valid: Int64) throws(ValueError) {
    let instrument = instruments[place]
    let isExternal = !random.chance(90)
    instruments[place].isExternal = isExternal
    let data = ResourceOpened(
      resource: instrument.id, mode: isExternal ? .external : .internal,
      weeklyHours: try Seconds(random.from(20, to: 60) * 3_600))
    try tell(.resourceOpened(data), at: valid, by: units[Int(instrument.unit)].id, from: words.registry)
    // People hear of it, and its fees have to be public first.
    instruments[place].nextFree = DemoCalendar.start(of: today + 2) + 8 * DemoCalendar.hour
    bookable.append(Int32(place))
    if today != calendar.firstDay { agenda.add(.publishFees, Int(instrument.tariff), at: now + DemoCalendar.minute) }
  }

  /// Gives it to another unit before anybody used it.
  mutating func transfer(_ place: Int) throws(ValueError) {
    let from = Int(instruments[place].unit)
    let to = (from + 1 + random.below(units.count - 1)) % units.count
    let data = ResourceTransferred(resource: instruments[place].id, from: units[from].id, to: units[to].id)
    try tell(.resourceTransferred(data), at: thisSecond, by: units[from].id, from: words.registry)
    instruments[place].unit = Int32(to)
    joinTariff(place)
    agenda.add(.open, place, at: officeTime(daysFrom: 1, to: 5))
  }

  /// An old instrument is waiting for its end; nobody books it any more, what is booked takes place.
  mutating func retire(_ place: Int) throws(ValueError) {
    guard bookable.count > 4, let index = bookable.firstIndex(of: Int32(place)) else { return }
    bookable.remove(at: index)
    let data = ResourceStatusChanged(resource: instruments[place].id, status: .awaitingRetirement)
    try tell(
      .resourceStatusChanged(data), at: thisSecond, by: units[Int(instruments[place].unit)].id, from: words.registry)
  }
}
