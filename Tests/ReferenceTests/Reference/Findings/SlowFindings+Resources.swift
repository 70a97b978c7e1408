import EventModel

/// Articles 4, 5 and 12: what has to be open, by when, to whom, and who said it need not be.
extension SlowFindings {
  /// Art. 5 and 12: not reported and open when due, or only later, measured from the start of the clock.
  ///
  /// One or the other: what was late and is done is no longer missing, it was late.
  func late() -> [SlowFinding] {
    resources.compactMap { resource in
      guard let due = resource.dueOn, (resource.metOn ?? today) > due else { return nil }
      let start = resource.clockStart
      let rule = resource.metOn == nil ? "notRegistered" : "registeredLate"
      return SlowFinding(rule, resource.owner, [resource.tag], since: due + 1, cured: resource.metOn)
        .measuring((resource.metOn ?? today) - start, against: policies.registrationDays(on: start))
    }
  }

  /// Art. 4: reported and, by its unit's own word, open to nobody outside, while it has to be.
  ///
  /// What nobody opened yet is a matter of its deadline. The duty has to be there on the first day and on the last.
  func closed() -> [SlowFinding] {
    var found: [SlowFinding] = []
    for resource in resources {
      guard let registered = resource.registeredOn else { continue }
      var since: Int?
      func end(_ day: Int?) {
        guard let from = since.map({ max($0, registered) }), from <= today, day.map({ $0 > from }) ?? true else {
          return
        }
        guard resource.by(from).mustOpen(on: from), resource.by(day ?? today).mustOpen(on: day ?? today) else { return }
        found.append(SlowFinding("notOpenToOutside", resource.owner, [resource.tag], since: from, cured: day))
      }
      for event in resource.events {
        let isOpen: Bool
        switch event.event.payload {
        case .resourceOpened(let data): isOpen = data.mode == .external
        case .resourceClosed: isOpen = false
        default: continue
        }
        if isOpen {
          end(SlowFindings.day(event))
          since = nil
        } else {
          since = since ?? SlowFindings.day(event)
        }
      }
      end(nil)
    }
    return found
  }

  /// Art. 5: an exemption is approved by an authority, or by one with an authority's role.
  func unapproved() -> [SlowFinding] {
    var found: [SlowFinding] = []
    for resource in resources {
      for (place, event) in resource.events.enumerated() {
        guard case .resourceExempted(let data) = event.event.payload,
          !isAuthority(data.approvedBy, at: event.event.validTime)
        else { continue }
        let next = resource.events[(place + 1)...].first {
          [.exemptionEnded, .resourceExempted].contains($0.event.type)
        }.map(SlowFindings.day)
        let over = data.to.map { SlowTime.day($0) + 1 }.flatMap { $0 <= today ? $0 : nil }
        found.append(
          SlowFinding(
            "exemptionMissingApproval", resource.owner, [resource.tag, Tag(.party, data.approvedBy)],
            since: SlowFindings.day(event), cured: [next, over].compactMap { $0 }.min()))
      }
    }
    return found
  }

  private func isAuthority(_ party: Identifier, at time: Instant) -> Bool {
    var kind: PartyKind?
    var roles: [(role: RoleName, from: Int, to: Int?)] = []
    for event in facts where event.event.validTime <= time {
      switch event.event.payload {
      case .partyRegistered(let data) where data.party == party: kind = data.kind
      case .partyUpdated(let data) where data.party == party: kind = data.kind ?? kind
      case .roleGranted(let data) where data.party == party:
        roles.append((data.role, SlowTime.day(data.from), data.to.map { SlowTime.day($0) }))
      default: break
      }
    }
    let day = SlowTime.day(time)
    return kind == .authority
      || roles.contains { role in
        [.committee, .office, .department].contains(role.role) && role.from <= day
          && role.to.map { day <= $0 } ?? true
      }
  }
}
