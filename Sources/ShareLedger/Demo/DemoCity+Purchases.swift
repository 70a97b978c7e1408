internal import EventModel

/// Purchases of the instruments to come: proposed, checked, reviewed or not, bought or given up.
extension DemoCity {
  /// Thresholds of the joint review, in fen (art. 22).
  private static let reviewedFrom: (single: Int64, set: Int64) = (50_000_000, 100_000_000)

  /// Plans the proposal of an instrument that is bought on a day, if that is not before the ledger begins.
  mutating func planPurchase(_ number: Int, on day: Int64) {
    let proposed = day - random.from(75, to: 110)
    guard proposed > calendar.firstDay + 1 else { return }
    agenda.add(.propose, number, at: time(on: proposed, from: 9, to: 17))
  }

  mutating func propose(_ number: Int) throws(ValueError) {
    let unit = random.popular(units.count)
    let classIndex = (unit * 5 + random.below(5)) % classes.count
    let price = price(classes[classIndex].value * 1_000_000)
    let funding = try funding(price)
    let publicFunds = funding.reduce(Int64(0)) { $0 + ($1.source == .own ? 0 : $1.amount.amount) }
    let isSet = price > 1_000_000 && random.chance(150)
    let needsReview = publicFunds > 0 && price >= (isSet ? DemoCity.reviewedFrom.set : DemoCity.reviewedFrom.single)
    // Some make one purchase look like two that need no review.
    let isSplit = needsReview && !isSet && price % 2 == 0 && price < 100_000_000 && random.chance(200)
    let index = try tellProposal(
      unit, classIndex, isSplit ? price / 2 : price, isSplit ? publicFunds / 2 : publicFunds, isSet: isSet, funding)
    oversight.purchaseOfInstrument[Int32(number)] = Int32(index)
    agenda.add(.contract, index, at: officeTime(daysFrom: 50, to: 65))
    if isSplit {
      let twin = try tellProposal(unit, classIndex, price / 2, publicFunds / 2, isSet: false, funding)
      oversight.purchases[index].twin = Int32(twin)
      agenda.add(.contract, twin, at: officeTime(daysFrom: 50, to: 65))
    } else if needsReview {
      oversight.purchases[index].lacksReview = true
      planReview(index)
    }
  }

  private mutating func tellProposal(
    _ unit: Int, _ classIndex: Int, _ price: Int64, _ publicFunds: Int64, isSet: Bool, _ funding: [Funding]
  ) throws(ValueError) -> Int {
    let index = oversight.purchases.count
    let what = classes[classIndex]
    let accessory = isSet ? price / 10 : 0
    var items = [
      PurchaseItem(
        classCode: what.code, name: what.name, quantity: try Count(1), unitPrice: try Fen(price - accessory))
    ]
    if isSet {
      items.append(
        PurchaseItem(name: orders.accessory, quantity: try Count(1), unitPrice: try Fen(accessory)))
    }
    let data = PurchaseProposed(
      purchase: try purchaseID(index), unit: units[unit].id, items: items, isSet: isSet,
      publicFunds: try Fen(publicFunds), total: try Fen(price), area: try Identifier("500106"))
    try tell(.purchaseProposed(data), at: thisSecond, by: units[unit].id, from: orders.source)
    oversight.purchases.append(
      DemoPurchase(
        unit: Int32(unit), classIndex: Int32(classIndex), price: price, funding: funding, cause: eventNumber))
    return index
  }

  /// Three of four are reviewed in time, a few too late, some are let go ahead and some never reviewed.
  private mutating func planReview(_ index: Int) {
    switch random.below(100) {
    case 0..<74:
      agenda.add(.checkDuplicates, index, at: officeTime(daysFrom: 3, to: 12))
      agenda.add(.review, index, at: officeTime(daysFrom: 20, to: 45))
    case 74..<82: agenda.add(.review, index, at: officeTime(daysFrom: 80, to: 120))
    case 82..<92: agenda.add(.waiveReview, index, at: officeTime(daysFrom: 5, to: 15))
    default: break
    }
  }

  /// Looks for open instruments of the same class.
  mutating func checkDuplicates(_ index: Int) throws(ValueError) {
    let purchase = oversight.purchases[index]
    var hits: [Int32] = []
    for _ in 0..<(bookable.isEmpty ? 0 : 24) {
      let place = random.pick(bookable)
      let instrument = instruments[Int(place)]
      if instrument.classIndex == purchase.classIndex, instrument.isExternal, !hits.contains(place) {
        hits.append(place)
      }
    }
    hits.sort()
    let data = DuplicateCheckRecorded(
      purchase: try purchaseID(index), unit: units[Int(purchase.unit)].id,
      hits: hits.map { instruments[Int($0)].id },
      meanHours: hits.isEmpty ? nil : try Seconds(random.from(200, to: 1_700) * 3_600))
    try tell(
      .duplicateCheckRecorded(data), at: thisSecond, by: orders.serviceCentre, from: orders.source,
      because: purchase.cause)
  }

  mutating func review(_ index: Int) throws(ValueError) {
    let purchase = oversight.purchases[index]
    let conclusion: ReviewConclusion = random.pick(
      [.buy, .buy, .buy, .buy, .buy, .buy, .buyPart, .shareInstead, .doNotBuy, .moreDocuments])
    let data = ReviewConcluded(
      purchase: try purchaseID(index), unit: units[Int(purchase.unit)].id, conclusion: conclusion,
      documentHash: try hash())
    try tell(
      .reviewConcluded(data), at: thisSecond, by: words.office, from: orders.source, because: purchase.cause)
    switch conclusion {
    case .moreDocuments: agenda.add(.review, index, at: officeTime(daysFrom: 8, to: 20))
    case .shareInstead, .doNotBuy:
      oversight.purchases[index].lacksReview = false
      // A few buy all the same.
      oversight.purchases[index].isGivenUp = !random.chance(150)
    default: oversight.purchases[index].lacksReview = false
    }
  }

  mutating func waiveReview(_ index: Int) throws(ValueError) {
    let purchase = oversight.purchases[index]
    let data = ReviewWaived(
      purchase: try purchaseID(index), unit: units[Int(purchase.unit)].id, ground: random.pick(orders.waiverGrounds))
    try tell(.reviewWaived(data), at: thisSecond, by: words.office, from: orders.source, because: purchase.cause)
    oversight.purchases[index].lacksReview = false
  }

  mutating func signContract(_ index: Int) throws(ValueError) {
    let purchase = oversight.purchases[index]
    guard !purchase.isGivenUp else { return }
    let unit = Int(purchase.unit)
    let data = PurchaseExecuted(
      purchase: try purchaseID(index), unit: units[unit].id,
      contractPrice: try Fen(max(1, purchase.price * random.from(92, to: 101) / 100)))
    try tell(
      .purchaseExecuted(data), at: thisSecond, by: units[unit].id, from: orders.source, because: purchase.cause)
    if purchase.lacksReview {
      units[unit].misdeed = DemoMisdeed(rule: .purchaseWithoutReview, evidence: eventNumber)
    }
  }

  private func purchaseID(_ index: Int) throws(ValueError) -> Identifier {
    try DemoID.make("PP", Int32(index + 1))
  }
}
