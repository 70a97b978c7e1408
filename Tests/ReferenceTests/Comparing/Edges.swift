import EventModel
import TestSupport

/// The limits from both sides, after a history has ended: what the reference says is left is taken, a fen more is not.
///
/// A ledger that refuses too much keeps every law, so the laws alone do not find it.
struct Edges {
  private let ledger: HistoryLedger
  private let slow: SlowLedger
  private let now: Instant
  private var serial = 0

  /// A day after everything that happened and was posted, so that what is proposed comes last on both axes.
  init(_ ledger: HistoryLedger, _ slow: SlowLedger) throws {
    self.ledger = ledger
    self.slow = slow
    let days = slow.events.map { SlowTime.day($0.event.validTime) } + slow.postings.map(\.day)
    now = try Day(number: Int64((days.max() ?? 0) + 2)).start
  }

  mutating func check(using random: inout SeededRandom, into differences: inout Differences) throws {
    let open = slow.charges().filter { !$0.isReversed && $0.remainder > 0 }.shuffled(using: &random)
    var rest = open[...]
    if let charge = rest.popFirst() { try pay(charge, into: &differences) }
    let vouchers = slow.vouchers()
    for voucher in vouchers.vouchers where voucher.open > 0 && !voucher.hasEnded && now <= voucher.issued.useBy.end {
      guard let place = rest.firstIndex(where: { $0.assessed.user == voucher.issued.user }) else { continue }
      try deduct(voucher, from: rest[place], vouchers, into: &differences)
      break
    }
  }

  private mutating func pay(_ charge: SlowCharge, into differences: inout Differences) throws {
    for (amount, isLegal) in [(charge.remainder + 1, false), (charge.remainder, true), (1, false)] {
      let data = PaymentReceived(
        payment: try id(), charge: charge.assessed.charge, unit: charge.assessed.unit, user: charge.assessed.user,
        amount: try Fen(Int64(amount)))
      try propose(data, isLegal, "payment of \(amount) on \(charge.id), remainder \(charge.remainder)", &differences)
    }
  }

  private mutating func deduct(
    _ voucher: SlowVoucher, from charge: SlowCharge, _ vouchers: SlowVouchers, into differences: inout Differences
  ) throws {
    guard let programme = vouchers.programmes.first(where: { $0.data.programme == voucher.issued.programme })?.data
    else { return }
    let own = vouchers.deductions.filter { $0.data.programme == programme.programme }
    let used = own.filter { $0.data.charge == charge.assessed.charge }.map(\.left).reduce(0, +)
    let year = SlowTime.year(ofDay: SlowTime.day(now))
    let ofYear = own.filter {
      $0.data.user == voucher.issued.user && SlowTime.year(ofDay: SlowTime.day($0.validTime)) == year
    }.map(\.left).reduce(0, +)
    let part = charge.total * Int(programme.ratio.value) / 10_000 - used
    let left = programme.capPerUserYear.map { Int($0.amount) - ofYear } ?? part
    let most = min(voucher.open, charge.remainder, part, left)
    let question = "\(voucher.id) for \(charge.id), \(most) left"
    var deduction: Identifier?
    for (amount, isLegal) in [(most + 1, false), (most, true)] where amount > 0 {
      let data = VoucherDeducted(
        deduction: try id(), voucher: voucher.issued.voucher, programme: voucher.issued.programme,
        charge: charge.assessed.charge, unit: charge.assessed.unit, user: voucher.issued.user,
        amount: try Fen(Int64(amount)))
      try propose(data, isLegal, "deduction of \(amount) from \(question)", &differences)
      if isLegal { deduction = data.deduction }
    }
    guard let deduction, now <= voucher.issued.cashBy.end else { return }
    try claim(deduction, charge.assessed.unit, voucher.issued.programme, most, into: &differences)
  }

  private mutating func claim(
    _ deduction: Identifier, _ unit: Identifier, _ programme: Identifier, _ amount: Int,
    into differences: inout Differences
  ) throws {
    for (more, isLegal) in [(1, false), (0, true), (0, false)] {
      let (number, fen) = (try id(), try Fen(Int64(amount + more)))
      let data = RedemptionClaimed(
        claim: number, unit: unit, programme: programme, deductions: [deduction],
        invoice: try Identifier("77-\(number)"), invoiceCode: try Identifier("77"), invoiceNo: number, amount: fen)
      try propose(data, isLegal, "claim of \(amount + more) for \(deduction) of \(amount)", &differences)
      if !isLegal { continue }
      let paid = RedemptionPaid(claim: number, unit: unit, programme: programme, deductions: [deduction], amount: fen)
      try propose(paid, true, "payment of the claim \(number)", &differences)
    }
  }

  private mutating func id() throws -> Identifier {
    serial += 1
    return try Identifier("edge-\(serial)")
  }

  private mutating func propose(
    _ data: any EventData, _ isLegal: Bool, _ what: String, _ differences: inout Differences
  ) throws {
    let event = Event(
      id: try id(), source: try EventSource("urn:edges"), validTime: now, actor: try Identifier("x-dep"),
      payload: data.payload)
    let (before, refusals) = (ledger.admitted.count, ledger.refusals)
    try ledger.propose([History.Step(now: now, proposal: .fact(event))])
    if (ledger.admitted.count > before) == isLegal { return }
    let reasons = ledger.refusals.filter { refusals[$0.key] != $0.value }.keys.sorted()
    differences.add("edge", "\(what) is \(isLegal ? "refused: \(reasons)" : "admitted")")
  }
}
