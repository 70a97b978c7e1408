internal import EventModel

/// Duties that come round by the calendar, and instruments that have duties of their own.
extension DemoCity {
  /// Plans the policies and indicators of later years.
  mutating func planOversight() {
    guard calendar.firstDay(ofMonth: 12) < calendar.endDay else { return }
    agenda.add(.tightenPolicy, 0, at: time(on: calendar.firstDay(ofMonth: 9) + 19, from: 9, to: 12))
    agenda.add(.publishIndicators, 1, at: time(on: calendar.firstDay(ofMonth: 11) + 14, from: 9, to: 12))
  }

  /// Plans what is done twice a year.
  mutating func planHalfYear(_ day: Int64) {
    let month = calendar.month(of: day)
    guard month > 0, month % 6 == 0 else { return }
    switch calendar.dayOfMonth(day) {
    case 8: agenda.add(.openCycle, month, at: time(on: day, from: 9, to: 12))
    case 16:
      for unit in units.indices where random.chance(850) {
        agenda.add(.disclose, unit, at: officeTime(daysFrom: 0, to: 40))
      }
    default: break
    }
  }

  /// Publishes what was shared in the half-year before.
  mutating func disclose(_ unit: Int) throws(ValueError) {
    let month = calendar.month(of: today) / 6 * 6
    let period = Period(
      from: try Day(number: calendar.firstDay(ofMonth: month - 6)),
      to: try Day(number: calendar.lastDay(ofMonth: month - 1)))
    let data = DisclosurePublished(unit: units[unit].id, period: period, contentHash: try hash())
    try tell(.disclosurePublished(data), at: thisSecond, by: units[unit].id, from: words.registry)
  }

  /// Some came in free of duty and are watched by customs, which lets most of them be shared.
  mutating func declareCustoms(_ place: Int) throws(ValueError) {
    let instrument = instruments[place]
    let released = instrument.acceptedOn - random.from(10, to: 40)
    let data = CustomsSupervisionDeclared(
      resource: instrument.id, declarationNo: try Identifier("8001\(10_000_000 + place)"),
      itemNo: try Identifier("01"), releasedOn: try Day(number: released), hsCode: try Identifier("9027809990"))
    let valid = DemoCalendar.start(of: released) + 9 * DemoCalendar.hour
    let unit = units[Int(instrument.unit)].id
    try tell(.customsSupervisionDeclared(data), at: valid, by: unit, from: words.registry)
    guard random.chance(700) else { return }
    let consent = CustomsConsentRecorded(
      resource: instrument.id, noticeNo: try Text("关税〔\(place)〕号"), scope: orders.customsScope)
    try tell(
      .customsConsentRecorded(consent), at: valid + DemoCalendar.day, by: unit, from: words.registry,
      because: eventNumber)
  }

  /// A few need not be opened.
  mutating func exempt(_ place: Int, at valid: Int64) throws(ValueError) {
    let instrument = instruments[place]
    let data = ResourceExempted(
      resource: instrument.id, ground: random.pick([.classified, .specialRule]),
      document: try Text("共享委审〔\(1_000 + place)〕号"), approvedBy: words.department)
    try tell(
      .resourceExempted(data), at: valid, by: units[Int(instrument.unit)].id, from: words.registry)
  }
}
