import EventModel

/// A charge after the events of its timelines: what it comes to, and how much of it is settled.
struct ChargeState: EntityState {
  /// How the charge began.
  private(set) var assessed: ChargeAssessed?
  /// Its lines after adjustments; all zero once reversed.
  private(set) var sums = ChargeSums()
  private(set) var isReversed = false
  /// Payments less refunds, in fen.
  private(set) var paid: Int64 = 0
  /// Voucher deductions less reversals, in fen.
  private(set) var deducted: Int64 = 0
  /// What the user was let off, in fen.
  private(set) var waived: Int64 = 0
  /// The invoice it is on, if that is not void.
  private(set) var invoice: Identifier?

  /// The same, one a component and label.
  var lines: [ChargeSums.Line] { sums.lines }
  /// What it comes to, in fen.
  var total: Int64 { sums.total }
  /// What is paid, deducted or waived, in fen.
  var settled: Int64 { paid.plus(deducted).plus(waived) }
  /// What the user still owes, in fen; negative when a refund is due.
  var remainder: Int64 { total.minus(settled) }
  /// Whether it was assessed and not reversed.
  var isOpen: Bool { assessed != nil && !isReversed }

  func stateName(for type: EventType) -> String {
    if assessed == nil { return "not assessed" }
    if type == .invoiceVoided { return invoice.map { "on the invoice \($0)" } ?? "on no invoice" }
    if isReversed { return "reversed" }
    if type == .invoiceIssued, let invoice { return "on the invoice \(invoice)" }
    return "assessed, \(total) fen, of which \(settled) fen settled"
  }

  func allows(_ event: RecordedEvent) -> Bool {
    switch event.event.payload {
    case .chargeAssessed: assessed == nil
    case .chargeAdjusted(let data): isOpen && sums.adding(data.lines).isPossible
    case .chargeReversed(let data): isOpen && settled == 0 && sums.adding(data.lines).isNothing
    case .chargeWaived(let data): isOpen && allowsWaiver(of: data.amount.amount)
    case .paymentReceived(let data): isOpen && data.amount.amount <= remainder
    case .refundIssued(let data): isOpen && data.amount.amount <= paid
    case .voucherDeducted(let data): isOpen && data.amount.amount <= remainder
    case .voucherDeductionReversed(let data): data.amount.amount <= deducted
    case .invoiceIssued: isOpen && invoice == nil
    case .invoiceVoided(let data): invoice == data.invoice
    case .disputeOpened: isOpen
    default: true
    }
  }

  /// A waiver lets off what is owed; taken back can be what was waived, whatever is owed.
  private func allowsWaiver(of amount: Int64) -> Bool {
    amount > 0 ? amount <= remainder : waived.plus(amount) >= 0
  }

  mutating func apply(_ event: RecordedEvent) {
    switch event.event.payload {
    case .chargeAssessed(let data):
      assessed = data
      sums = sums.adding(data.lines)
    case .chargeAdjusted(let data): sums = sums.adding(data.lines)
    case .chargeReversed(let data):
      sums = sums.adding(data.lines)
      isReversed = true
    case .chargeWaived(let data): waived = waived.plus(data.amount.amount)
    case .paymentReceived(let data): paid = paid.plus(data.amount.amount)
    case .refundIssued(let data): paid = paid.minus(data.amount.amount)
    case .voucherDeducted(let data): deducted = deducted.plus(data.amount.amount)
    case .voucherDeductionReversed(let data): deducted = deducted.minus(data.amount.amount)
    case .invoiceIssued(let data): invoice = data.invoice
    case .invoiceVoided: invoice = nil
    default: break
    }
  }
}
