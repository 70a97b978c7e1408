import EventModel

/// Purchases: prices that add up, one conclusion of the review, one contract.
///
/// A contract without a review, or before one, is a fact the ledger takes: it is found, not refused (art. 22).
enum PurchaseRules {
  static let all = [
    Rule("purchaseAddsUp", types: [.purchaseProposed]) { event, _ in
      guard case .purchaseProposed(let data) = event.payload else { return }
      try LimitRules.notEmpty(data.items, "items")
      var sum: Int128 = 0
      for (index, item) in data.items.enumerated() {
        try LimitRules.number(item.quantity.value, "items[\(index)].quantity", in: 1...Count.range.upperBound)
        try LimitRules.number(item.unitPrice.amount, "items[\(index)].unitPrice", in: 0...Fen.range.upperBound)
        sum += Int128(item.quantity.value) * item.unitPrice.wide
      }
      if sum != data.total.wide { throw Refusal.linesDoNotAddUp(total: data.total.amount, sum: "\(sum)") }
      try LimitRules.number(data.publicFunds.amount, "publicFunds", in: 0...data.total.amount)
    },
    Rule("checkNamesHitsOnce", types: [.duplicateCheckRecorded]) { event, _ in
      guard case .duplicateCheckRecorded(let data) = event.payload else { return }
      try LimitRules.distinct(data.hits.map(\.text), "hits")
      if data.hits.isEmpty, let meanHours = data.meanHours {
        throw Refusal.illegalValue(field: "meanHours", value: meanHours.description)
      }
    },
    Rule("contractHasAPrice", types: [.purchaseExecuted]) { event, _ in
      guard case .purchaseExecuted(let data) = event.payload else { return }
      try LimitRules.number(data.contractPrice.amount, "contractPrice", in: MoneyLimitRules.positive)
    },
    Rule("purchaseRunsItsCourse", types: PurchaseState.types) { event, context in
      guard let tag = event.payload.tags.first else { return }
      try Lifecycle<PurchaseState>.insert(
        context.candidate(event), into: context.timeline(of: tag, .oversight), of: tag)
    },
  ]
}
