internal import EventModel

/// Instruments: bought before the first day or later, registered and opened in time or not.
extension DemoCity {
  /// Plans every instrument: three of five are there at the beginning, the others are bought over the years.
  mutating func planInstruments() {
    let present = size.instrumentCount * 3 / 5 + 1
    let spacing = 2 * DemoCalendar.hour / Int64(present)
    for number in 0..<size.instrumentCount {
      if number < present {
        agenda.add(.acquire, number, at: now + Int64(number) * spacing)
      } else {
        let day = random.from(calendar.firstDay + 5, to: calendar.endDay - 20)
        agenda.add(.acquire, number, at: time(on: day, from: 9, to: 18))
        planPurchase(number, on: day)
      }
    }
    planStandards()
  }

  mutating func acquire(_ number: Int) throws(ValueError) {
    let purchase = oversight.purchaseOfInstrument.removeValue(forKey: Int32(number))
      .map { oversight.purchases[Int($0)] }
    if purchase?.isGivenUp == true { return }
    let unit = purchase.map { Int($0.unit) } ?? random.popular(units.count)
    let isPresent = today == calendar.firstDay
    let acceptedOn =
      isPresent ? calendar.firstDay - random.from(40, to: 2_500) : today - random.from(0, to: 5)
    let place = Int32(instruments.count)
    // A unit has instruments of a few classes only.
    let classIndex = purchase.map { Int($0.classIndex) } ?? (unit * 5 + random.below(5)) % classes.count
    let instrument = DemoInstrument(
      id: try DemoID.make("I", 1_000 + place), classIndex: Int32(classIndex), unit: Int32(unit), acceptedOn: acceptedOn)
    instruments.append(instrument)
    let what = classes[classIndex]
    // One purchase that was made to look like two is one instrument.
    let value = purchase.map { $0.twin < 0 ? $0.price : 2 * $0.price } ?? price(what.value * 1_000_000)
    let paidFrom: [Funding]
    if let purchase { paidFrom = purchase.funding } else { paidFrom = try funding(value) }
    let data = ResourceAcquired(
      resource: instrument.id, unit: units[unit].id, kind: .equipment, name: what.name, classCode: what.code,
      originalValue: try Fen(value), funding: paidFrom, acceptedOn: try Day(number: acceptedOn),
      source: purchase != nil || random.chance(930) ? .purchase : .built,
      location: try Text("\(unit % 9 + 1)号楼 \(100 + place % 400)"),
      manufacturer: random.pick(words.makers))
    let accepted = DemoCalendar.start(of: acceptedOn) + 10 * DemoCalendar.hour
    try tell(.resourceAcquired(data), at: accepted, by: units[unit].id, from: words.registry)
    if random.chance(70) { try declareCustoms(Int(place)) }
    try planRegistration(Int(place), acceptedOn, isPresent: isPresent)
  }

  /// Prices scatter around the usual one, and some stand exactly at a threshold of the regulation.
  mutating func price(_ usual: Int64) -> Int64 {
    if random.chance(60) { return random.pick([19_999_999, 20_000_000, 49_999_999, 50_000_000, 99_999_999]) }
    return usual * random.from(70, to: 140) / 100 / 100_000 * 100_000
  }

  mutating func funding(_ value: Int64) throws(ValueError) -> [Funding] {
    let central = random.chance(300) ? value * random.from(2, to: 8) / 10 : 0
    let local = random.chance(550) ? (value - central) * random.from(3, to: 10) / 10 : 0
    var list: [Funding] = []
    if central > 0 { list.append(Funding(source: .central, amount: try Fen(central))) }
    if local > 0 { list.append(Funding(source: .local, amount: try Fen(local))) }
    if value > central + local {
      list.append(Funding(source: .own, amount: try Fen(value - central - local)))
    }
    return list
  }

  /// Four of five are reported within the 30 days, the others late; what was there at the beginning is told at once.
  private mutating func planRegistration(_ place: Int, _ acceptedOn: Int64, isPresent: Bool) throws(ValueError) {
    if random.chance(40) { return }
    let delay = random.chance(800) ? random.from(3, to: 28) : random.from(31, to: 95)
    let day = acceptedOn + delay
    if isPresent {
      try register(place, at: DemoCalendar.start(of: min(day, calendar.firstDay - 2)) + 11 * DemoCalendar.hour)
    } else {
      agenda.add(.register, place, at: max(time(on: day, from: 9, to: 18), now + DemoCalendar.minute))
    }
  }

  mutating func register(_ place: Int) throws(ValueError) { try register(place, at: thisSecond) }

  private mutating func register(_ place: Int, at valid: Int64) throws(ValueError) {
    let unit = units[Int(instruments[place].unit)].id
    let data = ResourceRegistered(resource: instruments[place].id, unit: unit)
    try tell(.resourceRegistered(data), at: valid, by: unit, from: words.registry)
    if today > instruments[place].acceptedOn + 30, today != calendar.firstDay {
      units[Int(instruments[place].unit)].misdeed = DemoMisdeed(rule: .registeredLate, evidence: eventNumber)
    }
    if random.chance(12) { return try exempt(place, at: valid + DemoCalendar.minute) }
    joinTariff(place)
    if random.chance(25) {
      agenda.add(.transfer, place, at: officeTime(daysFrom: 1, to: 30))
    } else if today == calendar.firstDay {
      try open(place, at: valid + DemoCalendar.hour)
    } else {
      agenda.add(.open, place, at: officeTime(daysFrom: 0, to: 3))
    }
  }
}
