import EventModel

/// Limits of single amounts of money, told from the event alone.
enum MoneyLimitRules {
  /// The years income can be budgeted for: those the ledger takes facts of.
  static let years: ClosedRange<Int64> = 1990...2199
  /// What is moved in one direction only.
  static let positive: ClosedRange<Int64> = 1...Fen.range.upperBound

  static let all = [
    Rule("amountsMoveForward", types: [.paymentReceived, .refundIssued, .guidingFundGranted]) { event, _ in
      switch event.payload {
      case .paymentReceived(let data): try LimitRules.number(data.amount.amount, "amount", in: positive)
      case .refundIssued(let data): try LimitRules.number(data.amount.amount, "amount", in: positive)
      case .guidingFundGranted(let data): try LimitRules.number(data.amount.amount, "amount", in: positive)
      default: break
      }
    },
    Rule(
      "amountsAreNotZero", types: [.costRecorded, .chargeWaived, .incomeBudgeted, .incomeSpent]
    ) { event, _ in
      let amount: Fen? =
        switch event.payload {
        case .costRecorded(let data): data.amount
        case .chargeWaived(let data): data.amount
        case .incomeBudgeted(let data): data.amount
        case .incomeSpent(let data): data.amount
        default: nil
        }
      if amount == .zero { throw Refusal.changesNothing(event.type) }
    },
    Rule("budgetHasAYear", types: [.incomeBudgeted]) { event, _ in
      guard case .incomeBudgeted(let data) = event.payload else { return }
      try LimitRules.number(data.year.value, "year", in: years)
    },
  ]
}
