import EventModel

/// A subsidy after its award, or a clawback after its order: what of it is not paid.
struct DueState: EntityState {
  /// The day it is posted on, once it is due.
  private(set) var postedOn: Day?
  /// What is still to be paid, in fen.
  private(set) var left: Int128 = 0

  func stateName(for type: EventType) -> String { postedOn == nil ? "not due" : "\(left) fen due" }

  func allows(_ event: RecordedEvent) -> Bool {
    guard let step = Step(event.event) else { return true }
    return step.isBeginning ? postedOn == nil : postedOn != nil && step.amount.wide <= left
  }

  mutating func apply(_ event: RecordedEvent) {
    guard let step = Step(event.event) else { return }
    if step.isBeginning { postedOn = step.day }
    left += step.isBeginning ? step.amount.wide : -step.amount.wide
  }

  /// The types that make something due or pay it.
  static let types: Set<EventType> = [.subsidyAwarded, .subsidyPaid, .clawbackOrdered, .clawbackReceived]

  /// What such an event moves, and when.
  struct Step {
    let amount: Fen
    /// The day it is posted on.
    let day: Day
    /// Whether it makes the amount due, and does not pay it.
    let isBeginning: Bool

    init?(_ event: Event) {
      let postedOn: Day?
      switch event.payload {
      case .subsidyAwarded(let data): (amount, postedOn, isBeginning) = (data.amount, data.postedOn, true)
      case .subsidyPaid(let data): (amount, postedOn, isBeginning) = (data.amount, data.postedOn, false)
      case .clawbackOrdered(let data): (amount, postedOn, isBeginning) = (data.amount, data.postedOn, true)
      case .clawbackReceived(let data): (amount, postedOn, isBeginning) = (data.amount, data.postedOn, false)
      default: return nil
      }
      day = postedOn ?? event.validTime.day
    }
  }
}
