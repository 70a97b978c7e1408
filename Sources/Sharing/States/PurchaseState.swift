import EventModel

/// A purchase after the events of its timeline: how its review ended, and whether it was bought.
///
/// Reviews and contracts come in any order, since what was done in the wrong order is to be found.
struct PurchaseState: EntityState {
  /// The types a purchase happens once or in turn in.
  static let types: Set<EventType> = [.reviewConcluded, .reviewWaived, .purchaseExecuted]

  private enum Review: String {
    case open = "not reviewed"
    case concluded = "reviewed"
    case waived = "let go ahead without a review"
  }

  private var review = Review.open
  private var isExecuted = false

  func stateName(for type: EventType) -> String { type == .purchaseExecuted ? "executed" : review.rawValue }

  func allows(_ event: RecordedEvent) -> Bool {
    switch event.event.payload {
    case .reviewConcluded, .reviewWaived: review == .open
    case .purchaseExecuted: !isExecuted
    default: true
    }
  }

  mutating func apply(_ event: RecordedEvent) {
    switch event.event.payload {
    // More documents are no end: the review goes on with them.
    case .reviewConcluded(let data): review = data.conclusion == .moreDocuments ? .open : .concluded
    case .reviewWaived: review = .waived
    case .purchaseExecuted: isExecuted = true
    default: break
    }
  }
}
