import EventModel

/// Article 22: what is bought with fiscal money at the thresholds is reviewed first.
extension SlowFindings {
  /// A purchase whose contract is signed.
  private struct Contract {
    let data: PurchaseProposed
    let day: Int
    let price: Int
    /// Days on which a review concluded, or was waived, in order.
    let reviews: [Int]

    var isFiscal: Bool { data.publicFunds.amount > 0 }
    var tag: Tag { Tag(.purchase, data.purchase) }

    /// What was planned for a class.
    func amount(_ classCode: Identifier) -> Int {
      data.items.filter { $0.classCode == classCode }.map { Int($0.unitPrice.amount) * Int($0.quantity.value) }
        .reduce(0, +)
    }
  }

  private var contracts: [Contract] {
    facts.compactMap { event in
      guard case .purchaseExecuted(let executed) = event.event.payload else { return nil }
      var planned: PurchaseProposed?
      var reviews: [Int] = []
      for other in facts {
        switch other.event.payload {
        case .purchaseProposed(let data) where data.purchase == executed.purchase: planned = data
        // A review that asks for more documents has not concluded.
        case .reviewConcluded(let data) where data.purchase == executed.purchase && data.conclusion != .moreDocuments:
          reviews.append(SlowFindings.day(other))
        case .reviewWaived(let data) where data.purchase == executed.purchase: reviews.append(SlowFindings.day(other))
        default: break
        }
      }
      return planned.map {
        Contract(data: $0, day: SlowFindings.day(event), price: Int(executed.contractPrice.amount), reviews: reviews)
      }
    }
  }

  private func leastOfOne(on day: Int) -> Int { policies.value("reviewUnitPriceFen", on: day) ?? 50_000_000 }

  /// The threshold a contract reaches, as planned or by its price: of one instrument, or of a set. What came dearer than
  /// planned is dearer in each part.
  private func threshold(_ contract: Contract) -> Int? {
    let (planned, ofOne) = (Int(contract.data.total.amount), leastOfOne(on: contract.day))
    let ofSet = policies.value("reviewSetPriceFen", on: contract.day) ?? 100_000_000
    if contract.data.isSet, max(contract.price, planned) >= ofSet { return ofSet }
    let dearest = contract.data.items.map { Int($0.unitPrice.amount) }.max() ?? 0
    if dearest >= ofOne { return ofOne }
    return planned > 0 && Int128(dearest) * Int128(contract.price) >= Int128(ofOne) * Int128(planned) ? ofOne : nil
  }

  /// Contracts that should have been reviewed, and were not or only on a later day.
  func unreviewed() -> [SlowFinding] {
    contracts.compactMap { contract in
      guard contract.isFiscal, let threshold = threshold(contract) else { return nil }
      guard let first = contract.reviews.first else {
        return SlowFinding("purchaseWithoutReview", contract.data.unit, [contract.tag], since: contract.day)
          .measuring(contract.price, against: threshold)
      }
      if first <= contract.day { return nil }
      return SlowFinding(
        "reviewAfterContract", contract.data.unit, [contract.tag], since: contract.day, cured: first
      ).measuring(first - contract.day, against: 0)
    }
  }

  /// Fiscal purchases of one class by one unit, none of which had to be reviewed or was, whose contracts were signed within
  /// some days of the first and together come to the price of one that is reviewed. What is in one finding is in no other.
  func splits() -> [SlowFinding] {
    let small = contracts.filter { $0.isFiscal && $0.reviews.isEmpty && threshold($0) == nil }
    var found: [SlowFinding] = []
    for unit in servants {
      for classCode in Set(small.flatMap { $0.data.items.compactMap(\.classCode) }) {
        var rest = small.filter { contract in
          contract.data.unit == unit && contract.data.items.contains { $0.classCode == classCode }
        }.sorted { $0.day != $1.day ? $0.day < $1.day : $0.data.purchase < $1.data.purchase }
        while let first = rest.first {
          guard let days = policies.value("splitPurchaseDays", on: first.day) else {
            rest.removeFirst()
            continue
          }
          let close = rest.filter { $0.day - first.day <= days }
          let sum = close.map { $0.amount(classCode) }.reduce(0, +)
          if close.count > 1, sum >= leastOfOne(on: first.day) {
            found.append(
              SlowFinding("splitPurchaseSuspected", unit, close.map(\.tag), since: close.map(\.day).max() ?? first.day)
                .measuring(sum, against: leastOfOne(on: first.day)))
            rest.removeFirst(close.count)
          } else {
            rest.removeFirst()
          }
        }
      }
    }
    return found
  }
}
