internal import EventModel

/// What people say about it: ratings, complaints, papers.
extension DemoCity {
  /// A third rate the service, few complain; then the charge, unless the unit's own people use it for teaching.
  mutating func afterUse(_ slot: Int) throws(ValueError) {
    let visit = visits[slot]
    let (unit, user) = (units[Int(visit.unit)].id, users[Int(visit.user)].id)
    if random.chance(330) {
      let score = random.pick([5, 5, 5, 5, 5, 5, 4, 4, 4, 3, 3, 2, 1] as [Int64])
      units[Int(visit.unit)].ratings.sum += score
      units[Int(visit.unit)].ratings.count += 1
      let data = SatisfactionRated(
        usage: try usage(visit), unit: unit, user: user,
        score: try Score(score))
      try tell(.satisfactionRated(data), at: thisSecond, by: user, from: words.booking, because: visit.cause)
    }
    if random.chance(6) { try complain(visit) }
    if random.chance(12) { try publish(visit) }
    let isFree = visit.purpose == .teaching && visit.side == .internal
    if isFree || random.chance(15) {
      try release(slot)
      return forget(slot)
    }
    agenda.add(.charge, slot, at: later(10 * DemoCalendar.minute, 60 * DemoCalendar.hour))
  }

  private mutating func complain(_ visit: DemoVisit) throws(ValueError) {
    lastNumbers.complaint += 1
    let number = lastNumbers.complaint
    let usage = random.chance(800) ? try usage(visit) : nil
    let user = users[Int(visit.user)].id
    let data = ComplaintFiled(
      complaint: try DemoID.make("Q", number), unit: units[Int(visit.unit)].id, usage: usage,
      user: random.chance(700) ? user : nil, text: random.pick(words.complaints))
    try tell(.complaintFiled(data), at: thisSecond, by: user, from: words.booking, because: visit.cause)
    complaints[number] = DemoComplaint(unit: visit.unit, usage: usage, cause: eventNumber)
    // A few are left open.
    let isLeftOpen = !random.chance(880)
    if isLeftOpen { units[Int(visit.unit)].misdeed = DemoMisdeed(rule: .openComplaints, evidence: eventNumber) }
    if !isLeftOpen { agenda.add(.resolve, Int(number), at: officeTime(daysFrom: 1, to: 25)) }
  }

  mutating func resolve(_ number: Int) throws(ValueError) {
    guard let complaint = complaints.removeValue(forKey: Int32(number)) else { return }
    let unit = units[Int(complaint.unit)].id
    let data = ComplaintResolved(
      complaint: try DemoID.make("Q", Int32(number)), unit: unit, usage: complaint.usage,
      resolution: random.pick(words.resolutions))
    try tell(.complaintResolved(data), at: thisSecond, by: unit, from: words.booking, because: complaint.cause)
  }

  /// Something came of it: a paper of one unit, or of two.
  private mutating func publish(_ visit: DemoVisit) throws(ValueError) {
    lastNumbers.outcome += 1
    let number = lastNumbers.outcome
    var names = [units[Int(visit.unit)].id]
    let home = users[Int(visit.user)].unit
    if home >= 0, home != visit.unit { names.append(units[Int(home)].id) }
    let data = OutcomeReported(
      outcome: try DemoID.make("A", number), units: names, resources: [instruments[Int(visit.instrument)].id],
      kind: random.pick([.paper, .paper, .paper, .patent, .report]),
      doi: random.chance(600) ? try Text("10.5555/demo.\(number)") : nil,
      acknowledged: random.pick([.yes, .yes, .unknown, .no]))
    try tell(.outcomeReported(data), at: thisSecond, by: users[Int(visit.user)].id, from: words.registry)
    outcomes[number] = DemoOutcome(units: names, isAcknowledged: random.chance(800), cause: eventNumber)
    if random.chance(900) { agenda.add(.verify, Int(number), at: officeTime(daysFrom: 5, to: 40)) }
  }

  mutating func verify(_ number: Int) throws(ValueError) {
    guard let outcome = outcomes.removeValue(forKey: Int32(number)) else { return }
    let data = AcknowledgementVerified(
      outcome: try DemoID.make("A", Int32(number)), units: outcome.units,
      acknowledged: outcome.isAcknowledged ? .yes : .no, verifiedBy: words.office)
    try tell(
      .acknowledgementVerified(data), at: thisSecond, by: words.office, from: words.registry, because: outcome.cause)
  }
}
