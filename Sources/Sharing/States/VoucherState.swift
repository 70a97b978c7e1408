import EventModel

/// A voucher after the events of its timeline: where every fen of its face is.
///
/// What was issued is always open, held, deducted, expired, returned or revoked.
struct VoucherState: EntityState {
  /// How far a voucher has come.
  enum Stage: String {
    case unknown = "not issued"
    case issued, returned, revoked, expired
  }

  private(set) var stage = Stage.unknown
  /// How it began.
  private(set) var issued: VoucherIssued?
  /// What can be held or deducted, in fen.
  private(set) var open: Int128 = 0
  /// What is held, in fen, by booking.
  private(set) var heldByBooking: [Identifier: Int128] = [:]
  /// Deductions less reversals, in fen.
  private(set) var deducted: Int128 = 0
  /// What ran out unused, in fen; also what was reversed after the last day of use.
  private(set) var expired: Int128 = 0
  private(set) var returned: Int128 = 0
  private(set) var revoked: Int128 = 0

  /// What is held for bookings, in fen.
  var held: Int128 { heldByBooking.values.reduce(0, +) }

  func held(for booking: Identifier) -> Int128 { heldByBooking[booking] ?? 0 }

  func stateName(for type: EventType) -> String {
    guard stage == .issued else { return stage.rawValue }
    return "issued, \(open) fen open, \(held) fen held, \(deducted) fen deducted"
  }

  func allows(_ event: RecordedEvent) -> Bool {
    switch event.event.payload {
    case .voucherIssued: stage == .unknown
    case .voucherHeld(let data): isUsable(on: event.event.validTime.day) && data.amount.wide <= open
    case .voucherHoldReleased(let data): stage == .issued && data.amount.wide <= held(for: data.booking)
    case .voucherDeducted(let data): isUsable(on: event.event.validTime.day) && data.amount.wide <= open
    case .voucherDeductionReversed(let data):
      (stage == .issued || !data.goesBack(event.event)) && data.amount.wide <= deducted
    case .voucherReturned(let data): canEnd(with: data.amount)
    case .voucherExpired(let data): canEnd(with: data.amount) && isOver(on: event.event.validTime.day)
    case .voucherRevoked(let data): canEnd(with: data.amount)
    default: true
    }
  }

  private func isOver(on day: Day) -> Bool { issued.map { day > $0.useBy } ?? false }

  private func isUsable(on day: Day) -> Bool { stage == .issued && !isOver(on: day) }

  private func canEnd(with amount: Fen) -> Bool { stage == .issued && amount.wide == open && held == 0 }

  mutating func apply(_ event: RecordedEvent) {
    switch event.event.payload {
    case .voucherIssued(let data):
      (stage, issued) = (.issued, data)
      open += data.face.wide
    case .voucherHeld(let data):
      open -= data.amount.wide
      heldByBooking[data.booking, default: 0] += data.amount.wide
    case .voucherHoldReleased(let data):
      open += data.amount.wide
      heldByBooking[data.booking, default: 0] -= data.amount.wide
    case .voucherDeducted(let data):
      open -= data.amount.wide
      deducted += data.amount.wide
    case .voucherDeductionReversed(let data):
      deducted -= data.amount.wide
      if data.goesBack(event.event) { open += data.amount.wide } else { expired += data.amount.wide }
    default: end(event.event.payload)
    }
  }

  private mutating func end(_ payload: EventPayload) {
    switch payload {
    case .voucherReturned(let data):
      stage = .returned
      open -= data.amount.wide
      returned += data.amount.wide
    case .voucherExpired(let data):
      stage = .expired
      open -= data.amount.wide
      expired += data.amount.wide
    case .voucherRevoked(let data):
      stage = .revoked
      open -= data.amount.wide
      revoked += data.amount.wide
    default: break
    }
  }
}

extension VoucherDeductionReversed {
  /// Whether the amount can be used again: it goes back to the voucher through its last day of use, by the day it is
  /// posted on, and straight on to the programme after.
  func goesBack(_ event: Event) -> Bool { (postedOn ?? event.validTime.day) <= useBy }
}

extension Fen {
  /// The amount for sums that no number of events can overflow.
  var wide: Int128 { Int128(amount) }
}
