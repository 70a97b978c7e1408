import EventModel

/// A claim for redemption after the events of its timeline.
struct ClaimState: EntityState {
  /// How far a claim has come.
  enum Stage: String {
    case unknown = "not claimed"
    case claimed, rejected, paid
  }

  private(set) var stage = Stage.unknown
  /// How it began.
  private(set) var claimed: RedemptionClaimed?

  func stateName(for type: EventType) -> String { stage.rawValue }

  func allows(_ event: RecordedEvent) -> Bool {
    switch event.event.payload {
    case .redemptionClaimed: stage == .unknown
    case .redemptionRejected, .redemptionPaid: stage == .claimed
    default: true
    }
  }

  mutating func apply(_ event: RecordedEvent) {
    switch event.event.payload {
    case .redemptionClaimed(let data): (stage, claimed) = (.claimed, data)
    case .redemptionRejected: stage = .rejected
    case .redemptionPaid: stage = .paid
    default: break
    }
  }
}

/// An invoice handed in with claims, wherever it was written: one claim at a time has it, unless that was rejected.
struct InvoiceClaims: EntityState {
  /// The claim that has it.
  private(set) var claim: Identifier?

  func stateName(for type: EventType) -> String {
    claim.map { "handed in with the claim \($0)" } ?? "not handed in"
  }

  func allows(_ event: RecordedEvent) -> Bool {
    switch event.event.payload {
    case .redemptionClaimed: claim == nil
    case .redemptionRejected(let data): claim == data.claim
    default: true
    }
  }

  mutating func apply(_ event: RecordedEvent) {
    switch event.event.payload {
    case .redemptionClaimed(let data): claim = data.claim
    case .redemptionRejected: claim = nil
    default: break
    }
  }
}
