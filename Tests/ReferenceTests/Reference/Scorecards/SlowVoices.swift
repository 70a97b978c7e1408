import EventModel

/// What users and others say of a body: ratings, complaints, refused vouchers, outcomes and what it published itself.
struct SlowVoices {
  private(set) var ratingSum = 0
  private(set) var ratingCount = 0
  private(set) var complaints = 0
  private(set) var reported = 0
  private(set) var acknowledged = 0
  private(set) var refusals = 0

  init(_ scoring: SlowScoring, _ candidate: SlowCandidate) {
    // Whoever was said to have delivered a usage when it was rated or complained about, in order of recording.
    var served: [Identifier: (unit: Identifier, operator: Identifier?)] = [:]
    func isOwn(_ usage: Identifier?, _ unit: Identifier) -> Bool {
      let found = usage.flatMap { served[$0] }
      return candidate.serves(unit: found?.unit ?? unit, operator: found?.operator)
    }
    for event in scoring.here.events.map(\.event) {
      if case .usageRecorded(let data) = event.payload { served[data.usage] = (data.unit, data.operator) }
      if case .usageCorrected(let data) = event.payload { served[data.usage] = (data.unit, data.now.operator) }
      guard scoring.days.contain(event) else { continue }
      switch event.payload {
      case .satisfactionRated(let data) where isOwn(data.usage, data.unit):
        ratingSum += Int(data.score.value)
        ratingCount += 1
      case .complaintFiled(let data) where isOwn(data.usage, data.unit): complaints += 1
      case .outcomeReported(let data) where data.units.contains(candidate.party): reported += 1
      case .acknowledgementVerified(let data) where data.units.contains(candidate.party):
        if data.acknowledged == .yes { acknowledged += 1 }
      case .voucherRefused(let data) where data.unit == candidate.party: refusals += 1
      default: break
      }
    }
  }
}
