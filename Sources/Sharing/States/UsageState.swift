import EventModel

/// A usage record after its corrections.
struct UsageState: EntityState {
  private enum Stage: String {
    case unknown = "not recorded"
    case recorded
    case voided
  }

  private var stage = Stage.unknown
  /// The resource and its owner, which no correction changes.
  private(set) var resource: Identifier?
  private(set) var unit: Identifier?
  /// The facts as they stand.
  private(set) var facts: UsageFacts?

  func stateName(for type: EventType) -> String { stage.rawValue }
  var isVoided: Bool { stage == .voided }

  func allows(_ event: RecordedEvent) -> Bool {
    switch event.event.payload {
    case .usageRecorded: stage == .unknown
    case .usageCorrected(let data): stage == .recorded && data.was == facts
    case .usageVoided(let data): stage == .recorded && data.was == facts
    default: true
    }
  }

  mutating func apply(_ event: RecordedEvent) {
    switch event.event.payload {
    case .usageRecorded(let data):
      stage = .recorded
      (resource, unit, facts) = (data.resource, data.unit, data.facts)
    case .usageCorrected(let data): facts = data.now
    case .usageVoided: stage = .voided
    default: break
    }
  }
}

extension UsageRecorded {
  /// What the record says beside the resource and its owner.
  var facts: UsageFacts {
    UsageFacts(
      booking: booking, operator: self.operator, user: user, side: side, purpose: purpose, mode: mode, start: start,
      end: end, samples: samples, days: days)
  }
}
