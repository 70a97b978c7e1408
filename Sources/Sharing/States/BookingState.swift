import EventModel

/// A booking after the events of its timeline.
struct BookingState: EntityState {
  /// How far a booking has come.
  enum Stage: String {
    case unknown, requested, approved, rejected, cancelled, missed
  }

  /// How far it has come.
  private(set) var stage = Stage.unknown
  /// The request: what resource, for whom.
  private(set) var request: BookingRequested?
  /// The span as requested or last moved.
  private(set) var start: Instant?
  private(set) var end: Instant?

  func stateName(for type: EventType) -> String { stage == .unknown ? "not requested" : stage.rawValue }

  private var isPending: Bool { stage == .requested || stage == .approved }

  /// The span it keeps for itself alone, if it is approved and exclusive.
  var exclusiveSpan: (start: Instant, end: Instant)? {
    guard stage == .approved, request?.exclusive == true, let start, let end else { return nil }
    return (start, end)
  }

  func allows(_ event: RecordedEvent) -> Bool {
    switch event.event.payload {
    case .bookingRequested: stage == .unknown
    case .bookingApproved(let data): stage == .requested && data.start == start && data.end == end
    case .bookingRejected: stage == .requested
    case .bookingRescheduled(let data): isPending && data.was.start == start && data.was.end == end
    case .bookingCancelled: isPending
    case .bookingMissed: stage == .approved
    default: true
    }
  }

  mutating func apply(_ event: RecordedEvent) {
    switch event.event.payload {
    case .bookingRequested(let data):
      stage = .requested
      request = data
      (start, end) = (data.start, data.end)
    case .bookingApproved: stage = .approved
    case .bookingRescheduled(let data): (start, end) = (data.start, data.end)
    case .bookingRejected: stage = .rejected
    case .bookingCancelled: stage = .cancelled
    case .bookingMissed: stage = .missed
    default: break
    }
  }
}
