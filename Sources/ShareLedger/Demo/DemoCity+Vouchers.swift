internal import EventModel

/// Voucher programmes: one a year, and what becomes of its vouchers.
extension DemoCity {
  private static let capPerVoucher: Int64 = 2_000_000

  mutating func openProgramme(_ year: Int) throws(ValueError) {
    let useBy = calendar.lastDay(ofMonth: 12 * year + 11)
    let programme = DemoProgramme(
      id: try Identifier("CXQ\(calendar.firstYear + year)"), available: Int64(size.voucherCount) * 900_000,
      ratio: year % 2 == 0 ? 5_000 : 4_000, useBy: useBy, cashBy: calendar.lastDay(ofMonth: 12 * year + 14))
    let index = programmes.count
    programmes.append(programme)
    let data = ProgrammeOpened(
      programme: programme.id, name: try Text("\(calendar.firstYear + year)年科技创新券"),
      budget: try Fen(programme.available), useBy: try Day(number: programme.useBy),
      cashBy: try Day(number: programme.cashBy), ratio: try Ratio(programme.ratio),
      capPerVoucher: try Fen(DemoCity.capPerVoucher), capPerUserYear: try Fen(3_000_000), exclusions: words.exclusions)
    try tell(.programmeOpened(data), at: thisSecond, by: words.department, from: words.vouchers)
    post(programme.available, 2, on: today, unit: nil)
    for _ in 0..<size.voucherCount {
      let day = today + random.from(8, to: 250)
      agenda.add(.issueVoucher, index, at: time(on: day, from: 9, to: 17))
    }
    agenda.add(.closeProgramme, index, at: time(on: programme.cashBy + 10, from: 9, to: 12))
  }

  mutating func closeProgramme(_ index: Int) throws(ValueError) {
    let data = ProgrammeClosed(programme: programmes[index].id)
    try tell(.programmeClosed(data), at: thisSecond, by: words.department, from: words.vouchers)
  }

  /// Gives a voucher to someone who has none that can be used.
  mutating func issueVoucher(_ index: Int) throws(ValueError) {
    let user = random.below(users.count)
    let held = users[user].voucher
    if held >= 0, vouchers[Int(held)].programme == index || !vouchers[Int(held)].hasEnded { return }
    let face = random.pick([200_000, 500_000, 500_000, 1_000_000, 2_000_000] as [Int64])
    let programme = programmes[index]
    guard face <= programme.available else { return }
    let number = vouchers.count
    let useBy = random.chance(250) ? min(programme.useBy, today + 120) : programme.useBy
    let voucher = DemoVoucher(
      id: try DemoID.make("V", Int32(number + 1)), programme: Int32(index), user: Int32(user), open: face, useBy: useBy)
    vouchers.append(voucher)
    users[user].voucher = Int32(number)
    programmes[index].available -= face
    let data = VoucherIssued(
      voucher: voucher.id, programme: programme.id, user: users[user].id, face: try Fen(face),
      useBy: try Day(number: useBy), cashBy: try Day(number: programme.cashBy))
    try tell(.voucherIssued(data), at: thisSecond, by: words.department, from: words.vouchers)
    post(face, 2, on: today, unit: nil)
    agenda.add(.expire, number, at: time(on: useBy + 1, from: 1, to: 5))
    switch random.below(1_000) {
    case 0..<25: agenda.add(.giveBack, number, at: officeTime(daysFrom: 20, to: 90))
    case 25..<35: agenda.add(.revoke, number, at: officeTime(daysFrom: 20, to: 90))
    default: break
    }
  }

  /// Ends a voucher that has something left: given back, revoked or expired. What is held is waited for.
  mutating func end(_ number: Int, _ kind: DemoAgenda.Kind) throws(ValueError) {
    let voucher = vouchers[number]
    guard !voucher.hasEnded else { return }
    if voucher.held > 0 {
      return agenda.add(kind == .expire ? .expire : kind, number, at: now + 3 * DemoCalendar.day)
    }
    // Given back or revoked while it could still be used, expired afterwards.
    if kind != .expire, today > voucher.useBy { return }
    vouchers[number].hasEnded = true
    guard voucher.open > 0 else { return }
    vouchers[number].open = 0
    programmes[Int(voucher.programme)].available += voucher.open
    let (programme, user) = (programmes[Int(voucher.programme)].id, users[Int(voucher.user)].id)
    let amount = try Fen(voucher.open)
    let payload: EventPayload =
      switch kind {
      case .giveBack:
        .voucherReturned(
          .init(
            voucher: voucher.id, programme: programme, user: user, amount: amount, reason: random.pick(words.returns)))
      case .revoke:
        .voucherRevoked(
          .init(
            voucher: voucher.id, programme: programme, user: user, amount: amount,
            reason: random.pick(words.revocations)))
      default: .voucherExpired(.init(voucher: voucher.id, programme: programme, user: user, amount: amount))
      }
    try tell(payload, at: thisSecond, by: kind == .giveBack ? user : words.department, from: words.vouchers)
    post(voucher.open, 2, on: today, unit: nil)
  }
}
