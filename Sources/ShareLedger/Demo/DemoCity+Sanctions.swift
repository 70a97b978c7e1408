internal import EventModel

/// What becomes of those who break the rules: findings, orders, lost qualifications, fraud and what it costs.
extension DemoCity {
  /// Confirms what a unit did wrong, if it did and somebody saw it.
  mutating func confirm(_ unit: Int) throws(ValueError) {
    guard let misdeed = units[unit].misdeed, random.chance(700) else { return }
    units[unit].misdeed = nil
    oversight.findingNumber += 1
    let finding = try DemoID.make("FN", oversight.findingNumber)
    let data = FindingConfirmed(
      finding: finding, unit: units[unit].id, rule: try Identifier(misdeed.rule.rawValue),
      evidence: [Position(UInt64(misdeed.evidence))])
    try tell(
      .findingConfirmed(data), at: thisSecond, by: words.office, from: orders.source, because: misdeed.evidence)
    let cause = eventNumber
    if random.chance(500) { try publishNotice(of: units[unit].id, finding: finding, fraud: nil) }
    oversight.rectifications.append(DemoRectification(unit: Int32(unit), finding: finding, cause: cause))
    let number = oversight.rectifications.count
    let ordered = RectificationOrdered(
      rectification: try DemoID.make("RT", Int32(number)), unit: units[unit].id, finding: finding,
      due: try Day(number: today + random.from(30, to: 60)), demand: random.pick(orders.demands))
    try tell(.rectificationOrdered(ordered), at: thisSecond, by: words.office, from: orders.source, because: cause)
    // A few are never answered.
    if random.chance(930) { agenda.add(.answerOrder, number, at: officeTime(daysFrom: 12, to: 70)) }
  }

  private mutating func publishNotice(
    of party: Identifier, finding: Identifier?, fraud: Identifier?
  ) throws(ValueError) {
    let data = NoticePublished(
      party: party, finding: finding, fraud: fraud, publishedAt: orders.noticeBoard, contentHash: try hash())
    try tell(
      .noticePublished(data), at: thisSecond, by: words.department, from: orders.source, because: eventNumber)
  }

  /// Most put it right; who does not loses a qualification and gets an entry in the credit record.
  mutating func answerOrder(_ number: Int) throws(ValueError) {
    let order = oversight.rectifications[number - 1]
    let (id, unit) = (try DemoID.make("RT", Int32(number)), Int(order.unit))
    if random.chance(700) {
      let data = RectificationAccepted(rectification: id, unit: units[unit].id, documentHash: try hash())
      return try tell(
        .rectificationAccepted(data), at: thisSecond, by: words.office, from: orders.source, because: order.cause)
    }
    let data = RectificationFailed(rectification: id, unit: units[unit].id, reason: random.pick(orders.failings))
    try tell(
      .rectificationFailed(data), at: thisSecond, by: words.office, from: orders.source, because: order.cause)
    if units[unit].standing == .held {
      units[unit].standing = .suspended
      let suspended = QualificationSuspended(
        unit: units[unit].id, qualification: orders.qualification, until: try Day(number: today + 120),
        reason: data.reason, finding: order.finding)
      try tell(.qualificationSuspended(suspended), at: thisSecond, by: words.department, from: orders.source)
      agenda.add(.restore, unit, at: officeTime(daysFrom: 60, to: 130))
    }
    let entry = CreditRecorded(
      party: units[unit].id, entry: random.pick(orders.entries), until: try Day(number: today + 365),
      finding: order.finding)
    try tell(.creditRecorded(entry), at: thisSecond, by: words.department, from: orders.source)
  }

  /// Gives a suspended qualification back, or takes it for good.
  mutating func restore(_ unit: Int) throws(ValueError) {
    if random.chance(300) {
      units[unit].standing = .revoked
      let data = QualificationRevoked(
        unit: units[unit].id, qualification: orders.qualification, reason: random.pick(orders.failings))
      return try tell(.qualificationRevoked(data), at: thisSecond, by: words.committee, from: orders.source)
    }
    units[unit].standing = .held
    let data = QualificationRestored(
      unit: units[unit].id, qualification: orders.qualification, reason: random.pick(orders.restorations))
    try tell(.qualificationRestored(data), at: thisSecond, by: words.department, from: orders.source)
  }

  /// Finds that a user got a voucher's money for nothing.
  mutating func findFraud() throws(ValueError) {
    guard let suspect = oversight.suspect else { return }
    oversight.suspect = nil
    oversight.fraudNumber += 1
    let (party, fraud) = (users[Int(suspect.user)].id, try DemoID.make("FR", oversight.fraudNumber))
    let data = FraudFound(
      fraud: fraud, party: party, evidence: [Position(UInt64(suspect.evidence))],
      statement: random.pick(orders.frauds), documentHash: try hash())
    try tell(.fraudFound(data), at: thisSecond, by: words.department, from: orders.source, because: suspect.evidence)
    let number = oversight.clawbacks.count
    let id = try DemoID.make("CB", Int32(number + 1))
    let ordered = ClawbackOrdered(
      clawback: id, party: party, fraud: fraud, amount: try Fen(suspect.amount), due: try Day(number: today + 60))
    try tell(.clawbackOrdered(ordered), at: thisSecond, by: words.department, from: orders.source, because: eventNumber)
    post(suspect.amount, 2, on: today, unit: nil)
    oversight.clawbacks.append(DemoDue(id: id, party: party, unit: -1, left: suspect.amount))
    try publishNotice(of: party, finding: nil, fraud: fraud)
    if random.chance(400) {
      let referred = MatterReferred(party: party, to: orders.pursuer, fraud: fraud, reason: orders.offence)
      try tell(.matterReferred(referred), at: thisSecond, by: words.department, from: orders.source)
    }
    // Not everybody gives back.
    if random.chance(800) { agenda.add(.receiveClawback, number, at: officeTime(daysFrom: 10, to: 60)) }
  }

  /// What was got wrongly comes back at once, or in halves of which the second may never come.
  mutating func receiveClawback(_ number: Int) throws(ValueError) {
    let clawback = oversight.clawbacks[number]
    let amount = random.chance(400) ? (clawback.left + 1) / 2 : clawback.left
    let data = ClawbackReceived(clawback: clawback.id, party: clawback.party, amount: try Fen(amount))
    try tell(.clawbackReceived(data), at: thisSecond, by: words.department, from: orders.source)
    oversight.clawbacks[number].left -= amount
    post(amount, 2, on: today, unit: nil)
    if oversight.clawbacks[number].left > 0, random.chance(600) {
      agenda.add(.receiveClawback, number, at: officeTime(daysFrom: 20, to: 60))
    }
  }
}
