internal import EventModel

/// One visit from the booking to the last fen: what the events still to come have to repeat.
struct DemoVisit: Sendable {
  /// What the ids of its booking, usage and charge are made of.
  var number: Int32 = 0
  var instrument: Int32 = 0
  var user: Int32 = 0
  var unit: Int32 = 0
  var hasBooking = false
  var isExclusive = true
  /// The span booked, later the one used.
  var start: Int64 = 0
  var end: Int64 = 0
  /// The span booked; the one used when nothing was booked.
  var bookedStart: Int64 = 0
  var bookedEnd: Int64 = 0
  /// The latest valid time of anything that happened to it.
  var lastValid: Int64 = 0

  var side = UsageSide.external
  var purpose = UsagePurpose.research
  var mode = UsageMode.onSite
  var samples: Int64 = 0
  /// The number of the event a later one follows from.
  var cause: Int32 = 0

  /// A second charge for the same usage, after a reversal.
  var isSecondCharge = false
  var lines: [DemoLine] = []
  var paid: Int64 = 0
  var deducted: Int64 = 0
  var waived: Int64 = 0
  var deduction: Int32 = 0
  var invoice: Int32 = 0
  var dispute: Int32 = 0
  /// The voucher something was held or deducted of.
  var voucher: Int32 = -1
  var held: Int64 = 0
  var step = DemoStep.deduct

  var total: Int64 { lines.reduce(0) { $0 + $1.amount } }
  var remainder: Int64 { total - paid - deducted - waived }

  /// How long it took by a measure of the standards.
  func seconds(_ measure: FeeMeasure) -> Int64 {
    let used = end - start
    guard hasBooking, measure != .used else { return used / DemoCalendar.second }
    let booked = bookedEnd - bookedStart
    let shared = max(0, min(end, bookedEnd) - max(start, bookedStart))
    return (measure == .booked ? booked : booked + used - shared) / DemoCalendar.second
  }
}

/// A line of a charge as it stands.
struct DemoLine: Sendable {
  let component: CostComponent
  let label: Text
  var quantity: Int64
  var amount: Int64
}

/// What can happen to a charge, in this order.
enum DemoStep: UInt8, Sendable {
  case deduct, reverseDeduction, dispute, resolveDispute, adjust, waive, reverse, invoice, voidInvoice, pay, payRest
  case adjustAgain, refund, done, chargeAgain
}
