import EventModel

/// Redemptions: each deduction and each invoice in one claim at a time, for exactly what is left, in time; paid or
/// rejected once.
enum RedemptionRules {
  static let all = [
    Rule("claimNamesDeductionsAndInvoice", types: [.redemptionClaimed]) { event, _ in
      guard case .redemptionClaimed(let data) = event.payload else { return }
      try LimitRules.notEmpty(data.deductions, "deductions")
      try LimitRules.distinct(data.deductions.map(\.text), "deductions")
      try Copies.check("invoice", data.invoice.text, equals: "\(data.invoiceCode)-\(data.invoiceNo)")
      try LimitRules.number(data.amount.amount, "amount", in: MoneyLimitRules.positive)
    },
    Rule("claimIsOfItsDeductions", types: [.redemptionClaimed]) { event, context in
      guard case .redemptionClaimed(let data) = event.payload else { return }
      var sum: Int128 = 0
      for deduction in data.deductions { sum += try claim(deduction, data, event, context) }
      try Copies.check("amount", data.amount.wide, equals: sum)
    },
    Rule("invoiceIsClaimedOnce", types: [.redemptionClaimed]) { event, context in
      guard case .redemptionClaimed(let data) = event.payload else { return }
      let tag = Tag(.invoice, data.invoice)
      let timeline = try context.timeline(of: tag, .vouchers)
      if let claim = InvoiceClaims(folding: timeline, at: event.validTime).claim {
        throw Refusal.invoiceAlreadyClaimed(invoice: data.invoice, claim: claim)
      }
      try Lifecycle<InvoiceClaims>.insert(context.candidate(event), into: timeline, of: tag)
    },
    Rule("answerRepeatsTheClaim", types: [.redemptionRejected, .redemptionPaid]) { event, context in
      guard let tag = event.payload.tags.first else { return }
      guard let claimed = ClaimState(folding: try context.timeline(of: tag, .vouchers)).claimed else { return }
      switch event.payload {
      case .redemptionRejected(let data):
        try Copies.check("unit", data.unit, equals: claimed.unit)
        try Copies.check("programme", data.programme, equals: claimed.programme)
        try Copies.check("deductions", data.deductions, equals: claimed.deductions)
        try Copies.check("invoice", data.invoice, equals: claimed.invoice)
      case .redemptionPaid(let data):
        try Copies.check("unit", data.unit, equals: claimed.unit)
        try Copies.check("programme", data.programme, equals: claimed.programme)
        try Copies.check("deductions", data.deductions, equals: claimed.deductions)
        try Copies.check("amount", data.amount, equals: claimed.amount)
      default: break
      }
    },
    Rule("claimIsAnsweredOnce", types: [.redemptionRejected, .redemptionPaid]) { event, context in
      guard let tag = event.payload.tags.first else { return }
      try Lifecycle<ClaimState>.insert(
        context.candidate(event), into: context.timeline(of: tag, .vouchers), of: tag)
    },
  ]

  /// Whether a claim can have the deduction; answers what is left of it.
  private static func claim(
    _ deduction: Identifier, _ data: RedemptionClaimed, _ event: Event, _ context: borrowing RuleContext
  ) throws -> Int128 {
    let tag = Tag(.deduction, deduction)
    let timeline = try context.timeline(of: tag, .vouchers)
    guard let deducted = DeductionState(folding: timeline).deducted else { return 0 }
    try Copies.check("unit", data.unit, equals: deducted.unit)
    try Copies.check("programme", data.programme, equals: deducted.programme)
    let state = DeductionState(folding: timeline, at: event.validTime)
    if let claim = state.claim { throw Refusal.deductionAlreadyClaimed(deduction: deduction, claim: claim) }
    let day = event.validTime.day
    if let cashBy = try context.voucher(deducted.voucher).issued?.cashBy, day > cashBy {
      throw Refusal.cashingOver(voucher: deducted.voucher, cashBy: cashBy, on: day)
    }
    try state.requirePosted(by: day, tag, event.type)
    try Lifecycle<DeductionState>.insert(context.candidate(event), into: timeline, of: tag)
    return state.left
  }
}
