import EventModel

/// Articles 4, 5, 12 and 18: what has to be open, by when, to whom, and who said it need not be.
extension SlowFindings {
  /// Art. 5 and 12: not reported and open when due, or only later.
  ///
  /// One or the other: what was late and is done is no longer missing, it is late for good.
  func late() -> [SlowFinding] {
    resources.compactMap { resource in
      guard let due = resource.dueOn else { return nil }
      let allowed = policies.registrationDays(on: resource.clockStart)
      let tag = Tag(.resource, resource.acquired.resource)
      guard let met = resource.metOn else {
        if today <= due { return nil }
        return SlowFinding("notRegistered", resource.owner, [tag], since: due + 1)
          .measuring(today - due, against: allowed)
      }
      if met <= due { return nil }
      return SlowFinding("registeredLate", resource.owner, [tag], since: due + 1, cured: met)
        .measuring(met - due, against: allowed)
    }
  }

  /// Art. 4: reported, has to be open, was open to others, and is no longer.
  ///
  /// What was not open yet is a matter of its deadline, which `late` tells.
  func closed() -> [SlowFinding] {
    resources.compactMap { resource in
      guard resource.mustOpen(on: today), let registered = resource.registeredOn, resource.mode != .external else {
        return nil
      }
      return SlowFinding(
        "notOpenToOutside", resource.owner, [Tag(.resource, resource.acquired.resource)], since: registered)
    }
  }

  /// Art. 5: an exemption is approved by an authority.
  func unapproved() -> [SlowFinding] {
    var found: [SlowFinding] = []
    for resource in resources {
      for (place, event) in resource.events.enumerated() {
        guard case .resourceExempted(let data) = event.event.payload, kind(of: data.approvedBy) != .authority else {
          continue
        }
        let ended = resource.events[place...].first { $0.event.type == .exemptionEnded }.map(SlowFindings.day)
        let over = data.to.map { SlowTime.day($0) + 1 }.flatMap { $0 <= today ? $0 : nil }
        let cured = [ended, over].compactMap { $0 }.min()
        found.append(
          SlowFinding(
            "exemptionMissingApproval", resource.owner, [Tag(.resource, resource.acquired.resource)],
            since: SlowFindings.day(event), cured: cured))
      }
    }
    return found
  }

  /// What a party is, as last said.
  func kind(of party: Identifier) -> PartyKind? {
    var kind: PartyKind?
    for event in facts {
      if case .partyRegistered(let data) = event.event.payload, data.party == party { kind = data.kind }
      if case .partyUpdated(let data) = event.event.payload, data.party == party { kind = data.kind ?? kind }
    }
    return kind
  }

  /// Art. 18: use from outside while customs supervises the resource and has not agreed.
  func customs() -> [SlowFinding] {
    var found: [SlowFinding] = []
    for resource in resources {
      let tag = Tag(.resource, resource.acquired.resource)
      let days = here.usages(by: valid).filter { usage in
        usage.resource == resource.acquired.resource && !usage.isVoided && usage.facts.side == .external
          && isSupervised(resource, at: usage.facts.start)
      }.map { SlowTime.day($0.facts.start) }
      guard let first = days.min() else { continue }
      found.append(
        SlowFinding("customsUseWithoutConsent", resource.owner, [tag], since: first).measuring(days.count))
    }
    return found
  }

  /// Whether customs supervised it at a moment without having agreed by then.
  private func isSupervised(_ resource: SlowResource, at time: Instant) -> Bool {
    var released: Int?
    for event in resource.events where event.event.validTime <= time {
      switch event.event.payload {
      case .customsSupervisionDeclared(let data): released = SlowTime.day(data.releasedOn)
      case .customsConsentRecorded, .customsReleased: released = nil
      default: break
      }
    }
    guard let released else { return false }
    let day = SlowTime.day(time)
    let years = policies.value("customsSupervisionYears", on: released) ?? 3
    return day >= released && day <= SlowFindings.sameDay(released, years: years) - 1
  }

  /// The same day of a later year; 29 February becomes 1 March.
  static func sameDay(_ day: Int, years: Int) -> Int {
    let year = SlowTime.year(ofDay: day)
    let (from, to) = (days(of: year), days(of: year + years))
    let isLong = from.through - from.from == 365
    let willBeLong = to.through - to.from == 365
    var place = day - from.from
    if isLong, place > 59 { place -= 1 }
    if willBeLong, place >= 59 { place += 1 }
    if isLong, willBeLong, day - from.from == 59 { place = 59 }
    return to.from + place
  }
}
