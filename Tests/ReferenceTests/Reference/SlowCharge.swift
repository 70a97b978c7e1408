import EventModel

/// A charge after all that happened to it.
struct SlowCharge {
  struct Line: Hashable {
    let component: CostComponent
    let label: String?
    var quantity: Int
    var amount: Int
  }

  let assessed: ChargeAssessed
  let validTime: Instant
  var lines: [Line] = []
  var isReversed = false
  var paid = 0
  var refunded = 0
  var deducted = 0
  var waived = 0

  var id: String { assessed.charge.text }
  var total: Int { lines.map(\.amount).reduce(0, +) }
  var settled: Int { paid - refunded + deducted + waived }
  var remainder: Int { total - settled }

  fileprivate mutating func add(_ more: [ChargeLine]) {
    for line in more {
      if let index = lines.firstIndex(where: { $0.component == line.component && $0.label == line.label?.string }) {
        lines[index].quantity += Int(line.quantity.value)
        lines[index].amount += Int(line.amount.amount)
      } else {
        lines.append(
          Line(
            component: line.component, label: line.label?.string, quantity: Int(line.quantity.value),
            amount: Int(line.amount.amount)))
      }
    }
  }
}

/// Every charge after a list of events, in the order of assessment.
struct SlowCharges {
  private(set) var list: [SlowCharge] = []

  mutating func take(_ event: Event) {
    switch event.payload {
    case .chargeAssessed(let data):
      var charge = SlowCharge(assessed: data, validTime: event.validTime)
      charge.add(data.lines)
      list.append(charge)
    case .chargeAdjusted(let data): change(data.charge) { $0.add(data.lines) }
    case .chargeReversed(let data):
      change(data.charge) {
        $0.add(data.lines)
        $0.isReversed = true
      }
    case .chargeWaived(let data): change(data.charge) { $0.waived += Int(data.amount.amount) }
    case .paymentReceived(let data): change(data.charge) { $0.paid += Int(data.amount.amount) }
    case .refundIssued(let data): change(data.charge) { $0.refunded += Int(data.amount.amount) }
    case .voucherDeducted(let data): change(data.charge) { $0.deducted += Int(data.amount.amount) }
    case .voucherDeductionReversed(let data): change(data.charge) { $0.deducted -= Int(data.amount.amount) }
    default: break
    }
  }

  private mutating func change(_ id: Identifier, _ body: (inout SlowCharge) -> Void) {
    for index in list.indices where list[index].assessed.charge == id { body(&list[index]) }
  }
}

extension SlowLedger {
  /// Every charge after the events true by a moment.
  func charges(by valid: Instant = .last) -> [SlowCharge] {
    var charges = SlowCharges()
    for event in facts(by: valid) { charges.take(event.event) }
    return charges.list
  }
}
