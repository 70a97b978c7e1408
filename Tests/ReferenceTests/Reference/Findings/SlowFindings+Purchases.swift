import EventModel

/// Article 22: what is bought with fiscal money at the thresholds is reviewed first.
extension SlowFindings {
  private struct Purchase {
    let data: PurchaseProposed
    let proposed: Int
    var executed: (time: Instant, price: Int)?
    /// When a review concluded, or none was thought needed.
    var reviewed: [Instant] = []
  }

  private var purchases: [Purchase] {
    var purchases: [Purchase] = []
    func change(_ id: Identifier, _ body: (inout Purchase) -> Void) {
      for index in purchases.indices where purchases[index].data.purchase == id { body(&purchases[index]) }
    }
    for event in facts {
      let time = event.event.validTime
      switch event.event.payload {
      case .purchaseProposed(let data): purchases.append(Purchase(data: data, proposed: SlowTime.day(time)))
      case .purchaseExecuted(let data):
        change(data.purchase) { $0.executed = (time, Int(data.contractPrice.amount)) }
      // A review that asks for more documents has not concluded.
      case .reviewConcluded(let data) where data.conclusion != .moreDocuments:
        change(data.purchase) { $0.reviewed.append(time) }
      case .reviewWaived(let data): change(data.purchase) { $0.reviewed.append(time) }
      default: break
      }
    }
    return purchases
  }

  /// Contracts that should have been reviewed, and were not or only afterwards.
  func unreviewed() -> [SlowFinding] {
    purchases.compactMap { purchase in
      guard let (time, price) = purchase.executed, purchase.data.publicFunds.amount > 0 else { return nil }
      let day = SlowTime.day(time)
      guard let threshold = threshold(purchase.data, price, on: day) else { return nil }
      let tag = Tag(.purchase, purchase.data.purchase)
      guard let first = purchase.reviewed.min() else {
        return SlowFinding("purchaseWithoutReview", purchase.data.unit, [tag], since: day)
          .measuring(price, against: threshold)
      }
      if first <= time { return nil }
      return SlowFinding("reviewAfterContract", purchase.data.unit, [tag], since: day)
        .measuring(SlowTime.day(first) - day)
    }
  }

  /// The threshold a purchase reaches, as planned or by its contract: of one instrument, or of a set.
  private func threshold(_ data: PurchaseProposed, _ price: Int, on day: Int) -> Int? {
    let ofOne = policies.value("reviewUnitPriceFen", on: day) ?? 50_000_000
    let ofSet = policies.value("reviewSetPriceFen", on: day) ?? 100_000_000
    if data.isSet, max(price, Int(data.total.amount)) >= ofSet { return ofSet }
    // With one instrument the contract's price is its price.
    let isOne = data.items.count == 1 && data.items[0].quantity.value == 1
    let prices = data.items.map { Int($0.unitPrice.amount) } + (isOne ? [price] : [])
    return prices.contains { $0 >= ofOne } ? ofOne : nil
  }
}
