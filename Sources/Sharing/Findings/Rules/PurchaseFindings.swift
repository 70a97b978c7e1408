import EventLog
import EventModel

/// Article 22: dear instruments are bought with fiscal money only after a joint review.
extension FindingsReading {
  mutating func findPurchases() throws {
    var contracts: [PurchaseGroup: [Contract]] = [:]
    try kept.forEach(.purchase) { id, events in
      guard let contract = Contract(id, events) else { return }
      let review = findReview(contract)
      if isPublished(.splitPurchaseDays), !review {
        for classCode in contract.amounts.keys {
          contracts[PurchaseGroup(unit: contract.unit, classCode: classCode), default: []].append(contract)
        }
      }
    }
    for (group, contracts) in contracts.sorted(by: { $0.key < $1.key }) { findSplit(group, contracts) }
  }

  /// Answers whether the purchase had to be reviewed or was.
  private mutating func findReview(_ contract: Contract) -> Bool {
    let edition = policies.edition(on: contract.day)
    guard contract.publicFunds > 0, let threshold = contract.threshold(edition?.policy ?? Policy()) else {
      return contract.reviewedOn != nil
    }
    let rule = contract.reviewedOn == nil ? FindingRule.purchaseWithoutReview : .reviewAfterContract
    if let reviewedOn = contract.reviewedOn, reviewedOn <= contract.day { return true }
    var finding = Finding(rule, contract.unit, since: contract.day)
    finding.subjects = [Tag(.purchase, contract.purchase)]
    finding.evidence = contract.positions
    if let reviewedOn = contract.reviewedOn {
      finding.curedOn = reviewedOn
      (finding.measured, finding.threshold) = (Int64(reviewedOn.days(since: contract.day)), 0)
    } else {
      (finding.measured, finding.threshold) = (contract.price, threshold)
    }
    finding.judge(by: edition)
    found.append(finding)
    return true
  }

  /// Contracts close together that come to a price at which one would have been reviewed.
  private mutating func findSplit(_ group: PurchaseGroup, _ contracts: [Contract]) {
    var rest = contracts.sorted { ($0.day, $0.purchase) < ($1.day, $1.purchase) }[...]
    while let first = rest.first {
      let edition = policies.edition(on: first.day)
      let policy = edition?.policy ?? Policy()
      rest.removeFirst()
      guard let days = policy[.splitPurchaseDays], let least = policy[.reviewUnitPriceFen] else { continue }
      let close = [first] + rest.prefix { Int64($0.day.days(since: first.day)) <= days }
      let sum = close.reduce(Int64(0)) { $0.plus($1.amounts[group.classCode] ?? 0) }
      guard close.count > 1, sum >= least, let last = close.last else { continue }
      var finding = Finding(.splitPurchaseSuspected, group.unit, since: last.day)
      finding.subjects = close.map { Tag(.purchase, $0.purchase) }
      finding.evidence = close.flatMap(\.positions)
      (finding.measured, finding.threshold) = (sum, least)
      finding.judge(by: edition)
      found.append(finding)
      rest = rest.dropFirst(close.count - 1)
    }
  }
}

/// Purchases of one class by one unit.
private struct PurchaseGroup: Hashable, Comparable {
  let unit: Identifier
  let classCode: Identifier

  static func < (left: PurchaseGroup, right: PurchaseGroup) -> Bool {
    (left.unit, left.classCode) < (right.unit, right.classCode)
  }
}

/// A purchase whose contract is signed.
private struct Contract {
  let purchase: Identifier
  let unit: Identifier
  /// The civil day of the contract.
  let day: Day
  /// What was paid, in fen.
  let price: Int64
  let publicFunds: Int64
  private let planned: PurchaseProposed
  /// The day the review was concluded or waived for the last time before the contract, else the first time after.
  private(set) var reviewedOn: Day?
  /// What each class was to cost, in fen.
  private(set) var amounts: [Identifier: Int64] = [:]
  let positions: [Position]

  init?(_ purchase: Identifier, _ events: [RecordedEvent]) {
    var (planned, executed): (PurchaseProposed?, (day: Day, price: Int64)?) = (nil, nil)
    var reviews: [Day] = []
    for event in events {
      switch event.event.payload {
      case .purchaseProposed(let data): planned = data
      case .purchaseExecuted(let data): executed = (event.event.validTime.day, data.contractPrice.amount)
      case .reviewConcluded(let data) where data.conclusion != .moreDocuments: reviews.append(event.event.validTime.day)
      case .reviewWaived: reviews.append(event.event.validTime.day)
      default: break
      }
    }
    guard let planned, let executed else { return nil }
    self.purchase = purchase
    self.planned = planned
    unit = planned.unit
    (day, price) = executed
    publicFunds = planned.publicFunds.amount
    reviewedOn = reviews.last { $0 <= executed.day } ?? reviews.first
    positions = events.map(\.position).sorted()
    for item in planned.items {
      guard let classCode = item.classCode else { continue }
      let (amount, overflow) = item.unitPrice.amount.multipliedReportingOverflow(by: item.quantity.value)
      amounts[classCode] = (amounts[classCode] ?? 0).plus(overflow ? .max : amount)
    }
  }

  /// The threshold that was reached, by the plan or by what was paid for it in the end; both are inclusive.
  func threshold(_ policy: Policy) -> Int64? {
    if planned.isSet, let least = policy[.reviewSetPriceFen], max(planned.total.amount, price) >= least { return least }
    guard let least = policy[.reviewUnitPriceFen] else { return nil }
    let dearest = planned.items.map(\.unitPrice.amount).max() ?? 0
    if dearest >= least { return least }
    // One that came dearer than planned: each item by its part of the plan.
    let isDearer = Int128(dearest) * Int128(price) >= Int128(least) * Int128(planned.total.amount)
    return planned.total.amount > 0 && isDearer ? least : nil
  }
}
