import EventModel

/// Programmes, vouchers, deductions and claims.
extension HistoryMaker {
  static let voucherMakers: [Maker] = [
    (1, { try $0.programme() }), (1, { try $0.programmeEnd() }), (5, { try $0.voucher() }), (4, { try $0.hold() }),
    (2, { try $0.release() }), (10, { try $0.deduction() }), (4, { try $0.deductionReversal() }),
    (4, { try $0.voucherEnd() }), (2, { try $0.refusal() }), (4, { try $0.claim() }), (2, { try $0.rejection() }),
    (4, { try $0.redemption() }),
  ]

  private func day(_ number: Int) throws -> Day { try Day(number: Int64(number)) }

  mutating func programme() throws -> [Proposal] {
    if scene.vouchers.programmes.count > 2, chance(80) { return [] }
    let at = try moment()
    let useBy = SlowTime.day(at) + int(chance(95) ? 30...HistoryMaker.spanDays : -3...0)
    let data = ProgrammeOpened(
      programme: try new("P"), name: try Text("vouchers"), budget: try fen(int(10_000...400_000)),
      useBy: try day(useBy), cashBy: try day(useBy + int(chance(90) ? 0...60 : -5...0)),
      ratio: try Ratio(Int64(one([3_333, 5_000, 10_000]))), capPerVoucher: chance(40) ? try fen(40_000) : nil,
      capPerUserYear: chance(50) ? try fen(int(20_000...70_000)) : nil, exclusions: [],
      postedOn: try posting(nil, SlowTime.day(at)))
    return [try fact(data, at: at)]
  }

  private mutating func programmeEnd() throws -> [Proposal] {
    guard chance(20), let programme = pick(scene.vouchers.programmes) else { return [] }
    return [try fact(ProgrammeClosed(programme: programme.data.programme), at: try moment())]
  }

  private mutating func voucher() throws -> [Proposal] {
    guard let programme = pick(scene.vouchers.programmes)?.data else { return [] }
    let at = try moment()
    let latest = SlowTime.day(programme.useBy)
    let useBy = chance(50) ? latest : latest - int(-1...60)
    let data = VoucherIssued(
      voucher: try new("V"), programme: programme.programme, user: try id(HistoryMaker.users),
      face: try fen(int(1_000...50_000)), useBy: try day(useBy),
      cashBy: try day(min(useBy + int(0...20), SlowTime.day(programme.cashBy))),
      postedOn: try posting(nil, SlowTime.day(at)))
    return [try fact(data, at: at)]
  }

  /// A voucher, likely one with something left, and a moment after its issue that is mostly not after its last day.
  private mutating func someVoucher(
    _ user: Identifier? = nil, usableAt: Instant? = nil
  ) throws -> (voucher: SlowVoucher, at: Instant)? {
    let vouchers = scene.vouchers.vouchers.filter { voucher in
      (user == nil || voucher.issued.user == user) && usableAt.map { $0 <= voucher.issued.useBy.end } ?? true
    }
    guard let voucher = chance(90) ? pick(vouchers.filter { $0.open > 0 }) : pick(vouchers) else { return nil }
    var at = try moment(voucher.validTime)
    if at > voucher.issued.useBy.end, chance(95) { at = max(voucher.issued.useBy.end, voucher.validTime) }
    return (voucher, at)
  }

  private mutating func hold() throws -> [Proposal] {
    guard let booking = pick(scene.bookings), let (voucher, at) = try someVoucher(booking.user) else { return [] }
    let data = VoucherHeld(
      voucher: voucher.issued.voucher, programme: voucher.issued.programme, user: voucher.issued.user,
      booking: booking.booking, amount: try fen(part(voucher.open)), postedOn: try posting(nil, SlowTime.day(at)))
    return [try fact(data, at: at)]
  }

  private mutating func release() throws -> [Proposal] {
    guard let voucher = pick(scene.vouchers.vouchers.filter { $0.held > 0 }),
      let hold = pick(voucher.holds.filter { $0.value > 0 }.sorted { $0.key < $1.key })
    else { return [] }
    let at = try moment(voucher.validTime)
    let data = VoucherHoldReleased(
      voucher: voucher.issued.voucher, programme: voucher.issued.programme, user: voucher.issued.user,
      booking: try Identifier(hold.key), amount: try fen(part(hold.value)),
      postedOn: try posting(nil, SlowTime.day(at)))
    return [try fact(data, at: at)]
  }

  private mutating func deduction() throws -> [Proposal] {
    guard let (charge, after) = try someCharge(), charge.remainder > 0 || chance(10),
      let (voucher, at) = try someVoucher(charge.assessed.user, usableAt: chance(95) ? charge.validTime : nil)
    else {
      return []
    }
    let limits = limits(voucher, charge, at)
    // Mostly within all limits, often at the edge of one alone.
    let most = chance(75) ? limits.min() ?? 0 : one(limits)
    if most <= 0, chance(90) { return [] }
    let moment = chance(90) ? max(at, charge.validTime) : after
    let data = VoucherDeducted(
      deduction: try new("X"), voucher: voucher.issued.voucher, programme: voucher.issued.programme,
      charge: charge.assessed.charge, unit: charge.assessed.unit, user: voucher.issued.user,
      amount: try fen(chance(93) ? part(most) : voucher.open),
      postedOn: try posting(charge.assessed.unit.text, SlowTime.day(moment)))
    return [try fact(data, at: moment)]
  }

  /// What is left of the voucher, the charge, the programme's part of it and the user's year.
  private func limits(_ voucher: SlowVoucher, _ charge: SlowCharge, _ at: Instant) -> [Int] {
    guard let programme = scene.vouchers.programmes.first(where: { $0.data.programme == voucher.issued.programme })
    else { return [0] }
    let own = scene.vouchers.deductions.filter { $0.data.programme == programme.data.programme }
    let used = own.filter { $0.data.charge == charge.assessed.charge }.map(\.left).reduce(0, +)
    var limits = [
      voucher.open, charge.remainder, max(charge.total, 0) * Int(programme.data.ratio.value) / 10_000 - used,
    ]
    if let cap = programme.data.capPerUserYear {
      let year = SlowTime.year(ofDay: SlowTime.day(at))
      let ofYear = own.filter {
        $0.data.user == voucher.issued.user && SlowTime.year(ofDay: SlowTime.day($0.validTime)) == year
      }
      limits.append(Int(cap.amount) - ofYear.map(\.left).reduce(0, +))
    }
    return limits
  }

  private mutating func deductionReversal() throws -> [Proposal] {
    let unclaimed = scene.vouchers.deductions.filter {
      $0.left > 0 && scene.vouchers.liveClaims(of: $0.data.deduction.text).isEmpty
    }
    guard let deduction = chance(70) ? pick(unclaimed) : pick(scene.vouchers.deductions),
      let voucher = scene.vouchers.vouchers.first(where: { $0.issued.voucher == deduction.data.voucher })
    else { return [] }
    let data = deduction.data
    var at = try moment(deduction.validTime)
    if chance(30) { at = try HistoryMaker.start(of: SlowTime.day(voucher.issued.useBy) + int(0...2)) }
    let reversal = VoucherDeductionReversed(
      deduction: data.deduction, voucher: data.voucher, programme: data.programme, charge: data.charge,
      unit: data.unit, user: data.user, amount: try fen(part(deduction.left)), useBy: voucher.issued.useBy,
      reason: try Text("r"), postedOn: try posting(data.unit.text, SlowTime.day(at)))
    return [try fact(reversal, at: at)]
  }

  private mutating func voucherEnd() throws -> [Proposal] {
    guard let (voucher, at) = try someVoucher() else { return [] }
    let (id, programme, user) = (voucher.issued.voucher, voucher.issued.programme, voucher.issued.user)
    let amount = try fen(chance(90) ? voucher.open : part(voucher.open))
    let postedOn = try posting(nil, SlowTime.day(at))
    switch int(0...3) {
    case 0:
      let data = VoucherReturned(voucher: id, programme: programme, user: user, amount: amount, postedOn: postedOn)
      return [try fact(data, at: at)]
    case 1:
      let data = VoucherRevoked(
        voucher: id, programme: programme, user: user, amount: amount, reason: try Text("r"), postedOn: postedOn)
      return [try fact(data, at: at)]
    default:
      let over = try HistoryMaker.start(of: SlowTime.day(voucher.issued.useBy) + int(0...2))
      let posted = try posting(nil, SlowTime.day(over))
      let data = VoucherExpired(voucher: id, programme: programme, user: user, amount: amount, postedOn: posted)
      return [try fact(data, at: over)]
    }
  }

  private mutating func refusal() throws -> [Proposal] {
    guard let (voucher, at) = try someVoucher() else { return [] }
    let data = VoucherRefused(
      voucher: voucher.issued.voucher, programme: voucher.issued.programme, unit: try id(HistoryMaker.servants),
      user: voucher.issued.user, reason: try Text("r"))
    return [try fact(data, at: at)]
  }

  private mutating func claim() throws -> [Proposal] {
    let free = scene.vouchers.deductions.filter {
      $0.left > 0 && scene.vouchers.liveClaims(of: $0.data.deduction.text).isEmpty
    }
    guard let first = chance(92) ? pick(free) : pick(scene.vouchers.deductions) else { return [] }
    let same = free.filter { $0.data.unit == first.data.unit && $0.data.programme == first.data.programme }
    var deductions = [first]
    for other in same where other.data.deduction != first.data.deduction && chance(50) { deductions.append(other) }
    let (code, number) = (one(["50", "5-0"]), int(1...40))
    let data = RedemptionClaimed(
      claim: try new("L"), unit: first.data.unit, programme: first.data.programme,
      deductions: deductions.map(\.data.deduction), invoice: try Identifier("\(code)-\(number)"),
      invoiceCode: try Identifier(code), invoiceNo: try Identifier("\(number)"),
      amount: try fen(deductions.map(\.left).reduce(0, +) + (chance(3) ? 1 : 0)))
    return [try fact(data, at: try moment(deductions.map(\.validTime).max()))]
  }

  private mutating func rejection() throws -> [Proposal] {
    let queued = scene.vouchers.claims.filter { $0.stage == .queued }
    guard let claim = chance(85) ? pick(queued) : pick(scene.vouchers.claims) else { return [] }
    let data = RedemptionRejected(
      claim: claim.data.claim, unit: claim.data.unit, programme: claim.data.programme,
      deductions: claim.data.deductions, invoice: claim.data.invoice, reason: try Text("r"))
    return [try fact(data, at: try moment(claim.validTime))]
  }

  private mutating func redemption() throws -> [Proposal] {
    guard let claim = pick(scene.vouchers.claims.filter { $0.stage == .queued }) else { return [] }
    let at = try moment(claim.validTime)
    let data = RedemptionPaid(
      claim: claim.data.claim, unit: claim.data.unit, programme: claim.data.programme,
      deductions: claim.data.deductions, amount: claim.data.amount,
      postedOn: try posting(claim.data.unit.text, SlowTime.day(at)))
    return [try fact(data, at: at)]
  }
}
