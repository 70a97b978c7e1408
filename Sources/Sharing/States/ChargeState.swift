import EventModel

/// A charge after the events of its timelines: what it comes to, and how much of it is settled.
struct ChargeState: EntityState {
  /// The part of a charge that stands under one component and label.
  struct Line: Hashable {
    let component: CostComponent
    let label: Text?
    var amount: Int64
  }

  /// How the charge began.
  private(set) var assessed: ChargeAssessed?
  /// Its lines after adjustments, those with the same component and label added up; all zero once reversed.
  private(set) var lines: [Line] = []
  private(set) var isReversed = false
  /// Payments less refunds, in fen.
  private(set) var paid: Int64 = 0
  /// Voucher deductions less reversals, in fen.
  private(set) var deducted: Int64 = 0
  /// What the user was let off, in fen.
  private(set) var waived: Int64 = 0

  /// What it comes to, in fen.
  var total: Int64 { lines.reduce(0) { $0 + $1.amount } }
  /// What is paid, deducted or waived, in fen.
  var settled: Int64 { paid + deducted + waived }
  /// What the user still owes, in fen; negative when a refund is due.
  var remainder: Int64 { total - settled }

  func stateName(for type: EventType) -> String {
    if assessed == nil { return "not assessed" }
    return isReversed ? "reversed" : "assessed, \(total) fen, of which \(settled) fen settled"
  }

  func allows(_ event: RecordedEvent) -> Bool {
    switch event.event.payload {
    case .chargeAssessed: assessed == nil
    case .chargeAdjusted(let data): isOpen && total + data.total.amount >= 0
    case .chargeReversed(let data): isOpen && settled == 0 && total + data.total.amount == 0
    case .chargeWaived(let data): isOpen && waived + data.amount.amount >= 0 && data.amount.amount <= remainder
    case .paymentReceived(let data): isOpen && data.amount.amount <= remainder
    case .refundIssued(let data): isOpen && data.amount.amount <= paid
    case .voucherDeducted(let data): isOpen && data.amount.amount <= remainder
    case .voucherDeductionReversed(let data): data.amount.amount <= deducted
    case .invoiceIssued, .disputeOpened: isOpen
    default: true
    }
  }

  private var isOpen: Bool { assessed != nil && !isReversed }

  mutating func apply(_ event: RecordedEvent) {
    switch event.event.payload {
    case .chargeAssessed(let data):
      assessed = data
      add(data.lines)
    case .chargeAdjusted(let data): add(data.lines)
    case .chargeReversed(let data):
      add(data.lines)
      isReversed = true
    case .chargeWaived(let data): waived += data.amount.amount
    case .paymentReceived(let data): paid += data.amount.amount
    case .refundIssued(let data): paid -= data.amount.amount
    case .voucherDeducted(let data): deducted += data.amount.amount
    case .voucherDeductionReversed(let data): deducted -= data.amount.amount
    default: break
    }
  }

  private mutating func add(_ changes: [ChargeLine]) {
    for change in changes {
      if let index = lines.firstIndex(where: { $0.component == change.component && $0.label == change.label }) {
        lines[index].amount += change.amount.amount
      } else {
        lines.append(Line(component: change.component, label: change.label, amount: change.amount.amount))
      }
    }
  }
}
