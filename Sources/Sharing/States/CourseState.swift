import EventModel

/// Anything that begins once and ends once: outages, maintenance, complaints, demands, carriers, agencies, outcomes, fee
/// standards, invoices, disputes, rectifications, signing keys.
struct CourseState: EntityState {
  private enum Stage: String {
    case unknown = "not begun"
    case open
    case ended
  }

  private var stage = Stage.unknown

  func stateName(for type: EventType) -> String { stage.rawValue }

  func allows(_ event: RecordedEvent) -> Bool {
    switch CourseState.step(event.event.type) {
    case .begins: stage == .unknown
    case .happens, .ends: stage == .open
    case nil: true
    }
  }

  mutating func apply(_ event: RecordedEvent) {
    switch CourseState.step(event.event.type) {
    case .begins: stage = .open
    case .ends: stage = .ended
    case .happens, nil: break
    }
  }

  private enum Step {
    case begins, happens, ends
  }

  /// Every type that is a step of such a course.
  static let types: Set<EventType> = Set(EventType.allCases.filter { step($0) != nil })

  private static func step(_ type: EventType) -> Step? {
    switch type {
    case .outageStarted, .maintenanceStarted, .complaintFiled, .demandPosted, .carrierDesignated, .agencyAuthorised,
      .outcomeReported, .feeStandardPublished, .invoiceIssued, .disputeOpened, .rectificationOrdered,
      .keyBound:
      .begins
    case .demandMatched: .happens
    case .outageEnded, .maintenanceEnded, .complaintResolved, .demandWithdrawn, .carrierRevoked, .agencyEnded,
      .acknowledgementVerified, .feeStandardWithdrawn, .invoiceVoided, .disputeResolved, .rectificationAccepted,
      .rectificationFailed, .keyRevoked:
      .ends
    default: nil
    }
  }
}
