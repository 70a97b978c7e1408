import EventModel

/// What users and others say of a body: ratings, complaints, refused vouchers, outcomes and what it published itself.
struct SlowVoices {
  private(set) var ratingSum = 0
  private(set) var ratingCount = 0
  private(set) var complaints = 0
  private(set) var reported = 0
  private(set) var acknowledged = 0
  private(set) var refusals = 0
  private(set) var disclosures = 0

  init(_ here: SlowLedger, _ candidate: SlowCandidate, _ days: SlowDays, valid: Instant) {
    // Who served a usage as the latest word on it says.
    var served: [Identifier: (unit: Identifier, operator: Identifier?)] = [:]
    for usage in here.usages() {
      guard let id = try? Identifier(usage.usage) else { continue }
      served[id] = (usage.unit, usage.facts.operator)
    }
    func isOwn(_ usage: Identifier) -> Bool {
      guard let found = served[usage] else { return false }
      return SlowUseCounts.isOf(candidate, unit: found.unit, operator: found.operator)
    }
    for event in here.events.map(\.event) where days.contain(event) {
      switch event.payload {
      case .satisfactionRated(let data) where isOwn(data.usage):
        ratingSum += Int(data.score.value)
        ratingCount += 1
      case .complaintFiled(let data):
        if data.unit == candidate.party || (data.usage.map(isOwn) ?? false) { complaints += 1 }
      case .outcomeReported(let data) where data.units.contains(candidate.party): reported += 1
      case .acknowledgementVerified(let data) where data.units.contains(candidate.party):
        if data.acknowledged == .yes { acknowledged += 1 }
      case .voucherRefused(let data) where data.unit == candidate.party: refusals += 1
      case .disclosurePublished(let data) where data.unit == candidate.party: disclosures += 1
      default: break
      }
    }
  }
}
