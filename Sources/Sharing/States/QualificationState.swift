import EventModel

/// A qualification of a unit, which it has until it is suspended or revoked.
struct QualificationState: EntityState {
  /// Whose, and which.
  struct Named: Equatable {
    let unit: Identifier
    let qualification: Identifier
  }

  private enum Stage: String {
    case held = "in possession of the qualification"
    case suspended = "without the qualification for a time"
    case revoked = "without the qualification for good"
  }

  private var stage = Stage.held

  func stateName(for type: EventType) -> String { stage.rawValue }

  func allows(_ event: RecordedEvent) -> Bool {
    switch event.event.type {
    case .qualificationSuspended: stage == .held
    case .qualificationRevoked: stage != .revoked
    case .qualificationRestored: stage == .suspended
    default: true
    }
  }

  mutating func apply(_ event: RecordedEvent) {
    switch event.event.type {
    case .qualificationSuspended: stage = .suspended
    case .qualificationRevoked: stage = .revoked
    case .qualificationRestored: stage = .held
    default: break
    }
  }

  /// The types of its course.
  static let types: Set<EventType> = [.qualificationSuspended, .qualificationRevoked, .qualificationRestored]

  /// The qualification an event is about, if it is about one.
  static func named(_ payload: EventPayload) -> Named? {
    switch payload {
    case .qualificationSuspended(let data): Named(unit: data.unit, qualification: data.qualification)
    case .qualificationRevoked(let data): Named(unit: data.unit, qualification: data.qualification)
    case .qualificationRestored(let data): Named(unit: data.unit, qualification: data.qualification)
    default: nil
    }
  }
}
