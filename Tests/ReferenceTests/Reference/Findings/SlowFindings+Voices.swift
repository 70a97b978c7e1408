import EventModel

/// Articles 14, 17, 19 and 23: what was said and not answered, and what was said late.
extension SlowFindings {
  /// Art. 19: a voucher must not be refused, as a rule; every time counts.
  func refused() -> [SlowFinding] {
    facts.compactMap { event in
      guard case .voucherRefused(let data) = event.event.payload else { return nil }
      return SlowFinding("voucherRefused", data.unit, [Tag(.voucher, data.voucher)], since: SlowFindings.day(event))
    }
  }

  /// Art. 17: a paper or a book that does not name the resources, by its author's or the last reader's word; what is
  /// not known is not found. A finding for each unit whose resources it used.
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
      // Since the first no; over with a yes after it.
      guard let first = words.firstIndex(where: { $0.said == .no }) else { continue }
      let cured = words[first...].first { $0.said == .yes }?.day
      for unit in data.units {
        found.append(
          SlowFinding(
            "missingAcknowledgement", unit, [Tag(.outcome, data.outcome)], since: words[first].day, cured: cured))
      }
    }
    return found
  }

  /// Art. 23: a complaint that was open for more than the days allowed, while a policy allows some number.
  func complaints() -> [SlowFinding] {
    facts.compactMap { event in
      guard case .complaintFiled(let data) = event.event.payload else { return nil }
      let filed = SlowFindings.day(event)
      guard let allowed = policies.value("complaintDays", on: filed) else { return nil }
      var resolved: Int?
      for later in facts {
        if case .complaintResolved(let answer) = later.event.payload, answer.complaint == data.complaint {
          resolved = SlowFindings.day(later)
        }
      }
      let open = (resolved ?? today) - filed
      if open <= allowed { return nil }
      return SlowFinding(
        "openComplaints", data.unit, [Tag(.complaint, data.complaint)], since: filed + allowed + 1, cured: resolved
      ).measuring(open, against: allowed)
    }
  }

  /// Art. 19: a claim that waited for more than the days allowed.
  func overdueClaims() -> [SlowFinding] {
    facts.compactMap { event in
      guard case .redemptionClaimed(let data) = event.event.payload else { return nil }
      let claimed = SlowFindings.day(event)
      guard let allowed = policies.value("redemptionDays", on: claimed) else { return nil }
      var answered: Int?
      for later in facts {
        switch later.event.payload {
        case .redemptionPaid(let answer) where answer.claim == data.claim: answered = SlowFindings.day(later)
        case .redemptionRejected(let answer) where answer.claim == data.claim: answered = SlowFindings.day(later)
        default: break
        }
      }
      let waited = (answered ?? today) - claimed
      if waited <= allowed { return nil }
      return SlowFinding(
        "redemptionOverdue", data.unit, [Tag(.claim, data.claim)], since: claimed + allowed + 1, cured: answered
      ).measuring(waited, against: allowed)
    }
  }

  /// Art. 14 and 23: a fact recorded more than the days allowed after it became true.
  func recordedLate() -> [SlowFinding] {
    facts.compactMap { event in
      let lag = SlowTime.day(event.recordedTime) - SlowFindings.day(event)
      guard let allowed = policies.value("recordedLateDays", on: SlowTime.day(event.recordedTime)), lag > allowed else {
        return nil
      }
      return SlowFinding("recordedLate", event.event.actor, since: SlowTime.day(event.recordedTime))
        .measuring(lag, against: allowed)
    }
  }
}
