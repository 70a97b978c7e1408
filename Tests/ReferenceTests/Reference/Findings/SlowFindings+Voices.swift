import EventModel

/// Articles 14, 17, 19 and 23: what was said and not answered, and what was said late.
extension SlowFindings {
  /// Art. 19: a voucher must not be refused, as a rule; every time counts.
  func refused() -> [SlowFinding] {
    facts.compactMap { event in
      guard case .voucherRefused(let data) = event.event.payload else { return nil }
      return SlowFinding(
        "voucherRefused", data.unit, [Tag(.voucher, data.voucher), Tag(.party, data.user)],
        since: SlowFindings.day(event))
    }
  }

  /// Art. 17: a paper or a book (著作、论文) that does not name the resources, by its author's or the last reader's word.
  /// For each unit whose resources it used, from each *no* to the next *yes*; what is not known changes nothing.
  func unnamed() -> [SlowFinding] {
    var found: [SlowFinding] = []
    for event in facts {
      guard case .outcomeReported(let data) = event.event.payload, [.paper, .book].contains(data.kind) else { continue }
      var words: [(said: Acknowledgement, day: Int)] = [(data.acknowledged, SlowFindings.day(event))]
      for later in facts {
        if case .acknowledgementVerified(let word) = later.event.payload, word.outcome == data.outcome {
          words.append((word.acknowledged, SlowFindings.day(later)))
        }
      }
      var spells: [(from: Int, to: Int?)] = []
      for word in words {
        let isMissing = spells.last.map { $0.to == nil } ?? false
        if word.said == .no, !isMissing { spells.append((word.day, nil)) }
        if word.said == .yes, isMissing { spells[spells.count - 1].to = word.day }
      }
      let subjects = [Tag(.outcome, data.outcome)] + data.resources.map { Tag(.resource, $0) }
      for unit in data.units {
        found += spells.map { SlowFinding("missingAcknowledgement", unit, subjects, since: $0.from, cured: $0.to) }
      }
    }
    return found
  }

  /// Art. 23: a complaint that was open for more than the days allowed, once a policy allows some number.
  func complaints() -> [SlowFinding] {
    facts.compactMap { event in
      guard case .complaintFiled(let data) = event.event.payload else { return nil }
      var resolved: Int?
      for later in facts {
        if case .complaintResolved(let answer) = later.event.payload, answer.complaint == data.complaint {
          resolved = SlowFindings.day(later)
        }
      }
      let subjects = [Tag(.complaint, data.complaint)] + (data.usage.map { [Tag(.usage, $0)] } ?? [])
      return waiting("openComplaints", data.unit, subjects, from: event, until: resolved, "complaintDays")
    }
  }

  /// Art. 19: a claim that waited for more than the days allowed; who opened the programme answers for it.
  func overdueClaims() -> [SlowFinding] {
    facts.compactMap { event in
      guard case .redemptionClaimed(let data) = event.event.payload else { return nil }
      var answered: Int?
      var opener: Identifier?
      for other in facts {
        switch other.event.payload {
        case .redemptionPaid(let answer) where answer.claim == data.claim: answered = SlowFindings.day(other)
        case .redemptionRejected(let answer) where answer.claim == data.claim: answered = SlowFindings.day(other)
        case .programmeOpened(let programme) where programme.programme == data.programme: opener = other.event.actor
        default: break
        }
      }
      let subjects = [Tag(.claim, data.claim), Tag(.party, data.unit), Tag(.programme, data.programme)]
      return waiting(
        "redemptionOverdue", opener ?? data.unit, subjects, from: event, until: answered, "redemptionDays")
    }
  }

  /// What waits longer than a policy of its first day allows.
  private func waiting(
    _ rule: String, _ party: Identifier, _ subjects: [Tag], from event: RecordedEvent, until end: Int?,
    _ parameter: String
  ) -> SlowFinding? {
    let from = SlowFindings.day(event)
    guard let allowed = policies.value(parameter, on: from), (end ?? today) - from > allowed else { return nil }
    return SlowFinding(rule, party, subjects, since: from + allowed + 1, cured: end)
      .measuring((end ?? today) - from, against: allowed)
  }

  /// Art. 14 and 23: facts recorded more than the days allowed after they became true, one finding for each author and
  /// year of those facts: since the first of them, with the longest lag in days begun, and the least number allowed.
  func recordedLate() -> [SlowFinding] {
    var found: [String: SlowFinding] = [:]
    for event in facts {
      let day = SlowFindings.day(event)
      let lag = Int(event.recordedTime.microseconds - event.event.validTime.microseconds)
      guard let allowed = policies.value("recordedLateDays", on: day), lag > allowed * SlowTime.microsecondsPerDay
      else { continue }
      let begun = (lag + SlowTime.microsecondsPerDay - 1) / SlowTime.microsecondsPerDay
      let key = "\(event.event.actor) \(SlowTime.year(ofDay: day))"
      let before = found[key]
      found[key] = SlowFinding("recordedLate", event.event.actor, since: min(day, before?.since ?? day))
        .measuring(max(begun, before?.measured ?? 0), against: min(allowed, before?.threshold ?? allowed))
    }
    return Array(found.values)
  }

  /// Art. 23: the mean rating of a year, in hundredths with the rest dropped.
  func lowSatisfaction() -> [SlowFinding] {
    servants.flatMap { unit in
      yearly("lowSatisfaction", unit, []) { _, days in
        var (sum, count) = (0, 0)
        for event in facts {
          guard case .satisfactionRated(let data) = event.event.payload, data.unit == unit else { continue }
          if !days.contain(event.event) { continue }
          sum += Int(data.score.value)
          count += 1
        }
        guard count > 0, let least = policies.value("satisfactionMin", on: days.through) else { return nil }
        return (sum * 100 < least * count, sum * 100 / count, least)
      }
    }
  }
}
