import EventModel

/// A voucher programme after the events of its timeline.
struct ProgrammeState: EntityState {
  /// The types that decide it; the many others that name a programme do not.
  static let types: Set<EventType> = [.programmeOpened, .programmeClosed]

  /// How it began.
  private(set) var opened: ProgrammeOpened?
  private(set) var isClosed = false

  func stateName(for type: EventType) -> String {
    if opened == nil { return "not opened" }
    return isClosed ? "closed" : "open"
  }

  func allows(_ event: RecordedEvent) -> Bool {
    switch event.event.payload {
    case .programmeOpened: opened == nil
    case .programmeClosed, .voucherIssued: opened != nil && !isClosed
    default: true
    }
  }

  mutating func apply(_ event: RecordedEvent) {
    switch event.event.payload {
    case .programmeOpened(let data): opened = data
    case .programmeClosed: isClosed = true
    default: break
    }
  }
}
