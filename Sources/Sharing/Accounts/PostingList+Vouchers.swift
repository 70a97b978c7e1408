import EventModel

/// Programmes, vouchers and redemptions.
extension PostingList {
  mutating func addVouchers(_ payload: EventPayload) {
    switch payload {
    case .programmeOpened(let data):
      day = data.postedOn ?? day
      move(data.budget.amount, to: programme(data.programme, .budget), from: programme(data.programme, .available))
    case .voucherIssued(let data):
      day = data.postedOn ?? day
      move(data.face.amount, to: programme(data.programme, .available), from: voucher(data.voucher))
    case .voucherHeld(let data):
      day = data.postedOn ?? day
      move(data.amount.amount, to: voucher(data.voucher), from: Account(.held, data.voucher.text))
    case .voucherHoldReleased(let data):
      day = data.postedOn ?? day
      move(data.amount.amount, to: Account(.held, data.voucher.text), from: voucher(data.voucher))
    case .voucherDeducted(let data):
      day = data.postedOn ?? day
      move(data.amount.amount, to: voucher(data.voucher), from: programme(data.programme, .deducted))
      move(data.amount.amount, to: claim(data.unit, data.programme), from: receivable(data.unit, data.user))
    case .voucherDeductionReversed(let data):
      day = data.postedOn ?? day
      let isOver = day > data.useBy
      move(
        data.amount.amount, to: programme(data.programme, .deducted),
        from: isOver ? programme(data.programme, .available) : voucher(data.voucher))
      move(data.amount.amount, to: receivable(data.unit, data.user), from: claim(data.unit, data.programme))
    case .voucherReturned(let data): end(data.voucher, data.programme, data.amount, data.postedOn)
    case .voucherExpired(let data): end(data.voucher, data.programme, data.amount, data.postedOn)
    case .voucherRevoked(let data): end(data.voucher, data.programme, data.amount, data.postedOn)
    case .voucherRefused(let data): count(Account(.refusal, data.unit.text), 1)
    case .redemptionPaid(let data):
      day = data.postedOn ?? day
      move(data.amount.amount, to: programme(data.programme, .deducted), from: programme(data.programme, .paid))
      move(data.amount.amount, to: Account(.cash, data.unit.text), from: claim(data.unit, data.programme))
    default: break
    }
  }

  private mutating func end(_ id: Identifier, _ programme: Identifier, _ amount: Fen, _ postedOn: Day?) {
    day = postedOn ?? day
    move(amount.amount, to: voucher(id), from: self.programme(programme, .available))
  }

  private func voucher(_ id: Identifier) -> Account { Account(.voucher, id.text) }

  private func claim(_ unit: Identifier, _ programme: Identifier) -> Account {
    Account(.claim, unit.text, programme.text)
  }

  private func programme(_ id: Identifier, _ part: ProgrammePart) -> Account {
    Account(.programme, id.text, part.rawValue)
  }
}

/// What is kept of a programme's money.
package enum ProgrammePart: String, Sendable {
  /// All of it, as a debit.
  case budget
  /// What is not given out, as a credit.
  case available
  /// What was deducted and not paid, as a credit.
  case deducted
  /// What was paid to units, as a credit.
  case paid
}
