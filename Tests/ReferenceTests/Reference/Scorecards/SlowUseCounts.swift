import EventModel

/// Hours and services of a body: a unit's are those of its resources, an organisation's those it delivered for another.
///
/// An owner that names itself as operator served as the owner: one service is one body's in one role.
enum SlowUseCounts {
  /// Seconds used in the days, from outside and inside the unit, each as the latest word on it says.
  static func seconds(
    _ here: SlowLedger, _ candidate: SlowCandidate, _ days: SlowDays
  ) -> (outside: Int, inside: Int) {
    var (outside, inside) = (0, 0)
    for (facts, sign, _) in words(here, candidate) {
      for share in facts.days where days.contain(SlowTime.day(share.day)) {
        if facts.side == .external { outside += sign * Int(share.seconds.value) }
        if facts.side == .internal { inside += sign * Int(share.seconds.value) }
      }
    }
    return (outside, inside)
  }

  /// Services in the days, each counted and taken back on the day of the event that does so.
  static func services(_ here: SlowLedger, _ candidate: SlowCandidate, _ days: SlowDays) -> Int {
    words(here, candidate).filter { days.contain($0.event) }.map(\.sign).reduce(0, +)
  }

  /// All that was ever said and taken back of the body's uses.
  private static func words(
    _ here: SlowLedger, _ candidate: SlowCandidate
  ) -> [(facts: UsageFacts, sign: Int, event: Event)] {
    var words: [(facts: UsageFacts, sign: Int, event: Event)] = []
    func say(_ facts: UsageFacts, _ unit: Identifier, _ sign: Int, _ event: Event) {
      if isOf(candidate, unit: unit, operator: facts.operator) { words.append((facts, sign, event)) }
    }
    for event in here.events.map(\.event) {
      switch event.payload {
      case .usageRecorded(let data):
        let facts = UsageFacts(
          booking: data.booking, operator: data.operator, user: data.user, side: data.side, purpose: data.purpose,
          mode: data.mode, start: data.start, end: data.end, samples: data.samples, days: data.days)
        say(facts, data.unit, 1, event)
      case .usageCorrected(let data):
        say(data.was, data.unit, -1, event)
        say(data.now, data.unit, 1, event)
      case .usageVoided(let data): say(data.was, data.unit, -1, event)
      default: break
      }
    }
    return words
  }

  /// Whether a service counts for a body in its role.
  static func isOf(_ candidate: SlowCandidate, unit: Identifier, operator: Identifier?) -> Bool {
    candidate.isOrganisation ? `operator` == candidate.party && unit != candidate.party : unit == candidate.party
  }
}
