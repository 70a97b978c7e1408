internal import EventModel

/// Fee standards: before the first day for what is there, at its opening for what comes, and anew for every year.
extension DemoCity {
  mutating func planStandards() {
    agenda.add(.publishFees, -1, at: now + 3 * DemoCalendar.hour)
    var year = 1
    while calendar.firstDay(ofMonth: 12 * year) < calendar.endDay {
      let day = calendar.firstDay(ofMonth: 12 * year - 1) + 14
      agenda.add(.publishFees, -1, at: DemoCalendar.start(of: day) + 10 * DemoCalendar.hour)
      year += 1
    }
  }

  /// Puts an instrument with those of its unit and class, unless their fees are published already.
  mutating func joinTariff(_ place: Int) {
    let instrument = instruments[place]
    let isEarly = today == calendar.firstDay
    let index = tariffs.firstIndex {
      isEarly && $0.unit == instrument.unit && $0.classIndex == instrument.classIndex && $0.versions.isEmpty
        && $0.instruments.count < 400
    }
    if let index {
      tariffs[index].instruments.append(Int32(place))
      instruments[place].tariff = Int32(index)
    } else {
      tariffs.append(
        DemoTariff(unit: instrument.unit, classIndex: instrument.classIndex, instruments: [Int32(place)]))
      instruments[place].tariff = Int32(tariffs.count - 1)
    }
  }

  /// Publishes the fees of a tariff, or with −1 next year's of all, at the beginning this year's.
  mutating func publishFees(_ subject: Int) throws(ValueError) {
    if subject >= 0 { return try publish(subject, from: today) }
    let year = today == calendar.firstDay ? 0 : calendar.month(of: today) / 12 + 1
    let from = calendar.firstDay(ofMonth: 12 * year)
    for index in tariffs.indices {
      let members = tariffs[index].instruments.filter { Int(instruments[Int($0)].tariff) == index }
      tariffs[index].instruments = members
      // What was never opened needs no new fees.
      if members.isEmpty || year > 0 && tariffs[index].versions.isEmpty { continue }
      now += 2 * DemoCalendar.second
      try publish(index, from: from)
    }
  }

  private mutating func publish(_ index: Int, from: Int64) throws(ValueError) {
    let tariff = tariffs[index]
    lastNumbers.standard += 1
    let year = calendar.month(of: from) / 12
    let fees = DemoFees(
      classes[Int(tariff.classIndex)], standard: try DemoID.make("F", lastNumbers.standard),
      instruments: tariff.instruments, from: from, style: Int(tariff.unit) + index, year: year)
    tariffs[index].versions.append(fees)
    let unit = units[Int(tariff.unit)].id
    let data = FeeStandardPublished(
      standard: fees.standard, organisation: unit, resources: names(of: fees), effectiveFrom: try Day(number: from),
      publishedAt: try Text("https://demo.invalid/fees/\(fees.standard)"), lines: try fees.lines(words))
    // Fees that hold from the first day were public before it.
    let valid = from == calendar.firstDay ? DemoCalendar.start(of: from - 12) + 9 * DemoCalendar.hour : thisSecond
    try tell(.feeStandardPublished(data), at: valid, by: unit, from: words.billing)
    if let last = tariff.versions.last, random.chance(100) {
      let withdrawn = FeeStandardWithdrawn(
        standard: last.standard, organisation: unit, resources: names(of: last), from: try Day(number: from))
      try tell(.feeStandardWithdrawn(withdrawn), at: thisSecond, by: unit, from: words.billing)
    }
  }
  /// The instruments a version names, also those that went to another unit since.
  private func names(of fees: DemoFees) -> [Identifier] { fees.instruments.map { instruments[Int($0)].id } }
}
