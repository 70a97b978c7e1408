import EventModel

/// Policies and indicator sets, what units publish, what they buy, and assessments.
extension HistoryMaker {
  static let oversightMakers: [Maker] = [
    (1, { try $0.policy() }), (1, { try $0.indicatorSet() }), (1, { try $0.rules() }), (2, { try $0.disclosure() }),
    (2, { try $0.purchase() }), (3, { try $0.purchaseStep() }), (1, { try $0.cycle() }),
  ]

  /// Every number a policy can set, with values that decide something within a history.
  private static let parameters: [(name: String, values: [Int])] = [
    ("equipmentThresholdFen", [20_000_000, 30_000_000]), ("registrationDays", [0, 10, 30]),
    ("inForceOn", [17_103, 19_990]), ("customsSupervisionYears", [2, 3]), ("reviewUnitPriceFen", [50_000_000]),
    ("reviewSetPriceFen", [100_000_000]), ("disclosureDays", [0, 20, 45]),
    ("surplusToleranceShare", [0, 500, 2_000]), ("redemptionDays", [0, 10, 30]), ("incentiveShareMin", [2_000, 5_000]),
    ("splitPurchaseDays", [1, 30]), ("lowUseSeconds", [3_600, 100_000]), ("satisfactionMin", [250, 400]),
    ("complaintDays", [0, 10]), ("recordedLateDays", [1, 30]), ("ownNumber", [7]),
  ]

  private func day(_ number: Int) throws -> Day { try Day(number: Int64(number)) }

  /// The hash of nothing in particular.
  private func hash() throws -> ContentHash { try ContentHash(String(repeating: "ab", count: 32)) }

  /// A policy of some numbers, or of all.
  mutating func policy(all: Bool = false) throws -> [Proposal] {
    let at = try moment()
    var chosen: [PolicyParameter] = []
    for (name, values) in HistoryMaker.parameters where all || chance(25) {
      chosen.append(PolicyParameter(name: try Identifier(name), value: try Number(Int64(one(values)))))
    }
    let from = SlowTime.day(at) + int(-60...40)
    let data = PolicyPublished(
      policy: try new("J"), document: try Text("d"), issuedOn: try day(from - 1),
      effectiveFrom: try day(all ? HistoryMaker.firstDay - 400 : from), parameters: chosen)
    return [try fact(data, at: at)]
  }

  /// Each indicator with a target a unit can miss, meet or surpass.
  private static let indicators: [(id: String, targets: [Int])] = [
    ("openRate", [5_000, 10_000]), ("onTimeRate", [10_000]), ("effectiveHours", [7_200, 100_000]),
    ("externalHours", [3_600, 1_000_000]), ("shareRate", [2_000]), ("utilisation", [1, 300]),
    ("serviceIncome", [50_000, 1_000_000]), ("voucherRedeemed", [20_000]), ("redemptionRate", [8_000]),
    ("satisfaction", [300, 500, 40_000]), ("complaintRate", [100]), ("acknowledgementRate", [5_000]),
    ("refusals", [1]), ("incentiveShare", [3_000]), ("costRecovery", [10_000]), ("disclosure", [1, 10_000]),
  ]

  mutating func indicatorSet(all: Bool = false) throws -> [Proposal] {
    let at = try moment()
    var chosen: [Indicator] = []
    for (name, targets) in HistoryMaker.indicators.shuffled(using: &random) where all || chance(50) {
      let weight = one([0, 333, 1_000, 2_500])
      chosen.append(
        Indicator(
          id: try Identifier(name), weight: try Count(Int64(weight)), target: try Number(Int64(one(targets))),
          cap: try Number(Int64(one([weight, weight / 2, 2 * weight, 100])))))
    }
    let data = IndicatorSetPublished(
      set: try new("I"), effectiveFrom: try day(SlowTime.day(at) + int(-60...20)), indicators: chosen,
      hourBase: try Count(Int64(one([0, 10, 1_400]))))
    return [try fact(data, at: at)]
  }

  private mutating func rules() throws -> [Proposal] {
    let unit = try id(HistoryMaker.servants)
    return [try fact(UnitRulesPublished(unit: unit, documentHash: try hash()), at: try moment())]
  }

  private mutating func disclosure() throws -> [Proposal] {
    let at = try moment()
    // A year, mostly; the end of another period close to now.
    let year: (from: Int, to: Int) = chance(50) ? (19_723, 20_088) : chance(50) ? (20_089, 20_453) : (19_358, 19_722)
    let to = SlowTime.day(at) - int(-3...50)
    let period = chance(70) ? year : (from: to - one([30, 90, 365]), to: to)
    let data = DisclosurePublished(
      unit: try id(HistoryMaker.servants),
      period: Period(from: try day(period.from), to: try day(period.to)), contentHash: try hash())
    return [try fact(data, at: at)]
  }

  private mutating func purchase() throws -> [Proposal] {
    let items = try (0..<int(1...2)).map { _ in
      PurchaseItem(
        classCode: chance(80) ? try Identifier(one(["010101", "010102"])) : nil, name: try Text("gear"),
        quantity: try Count(Int64(int(1...2))),
        unitPrice: try fen(one([30_000_000, 49_999_999, 50_000_000, 99_999_999, 100_000_000])))
    }
    let total = items.map { Int($0.quantity.value) * Int($0.unitPrice.amount) }.reduce(0, +)
    let data = PurchaseProposed(
      purchase: try new("W"), unit: try id(HistoryMaker.units), items: items, isSet: chance(40),
      publicFunds: try fen(one([0, 1, total])), total: try fen(total))
    return [try fact(data, at: try moment())]
  }

  private mutating func purchaseStep() throws -> [Proposal] {
    guard let (purchase, proposed) = pick(scene.purchases) else { return [] }
    let at = try moment(proposed)
    switch int(0...5) {
    case 0:
      let data = DuplicateCheckRecorded(purchase: purchase.purchase, unit: purchase.unit, hits: [])
      return [try fact(data, at: at)]
    case 1, 2:
      let data = ReviewConcluded(
        purchase: purchase.purchase, unit: purchase.unit,
        conclusion: one([.buy, .buyPart, .shareInstead, .doNotBuy, .moreDocuments]), documentHash: try hash())
      return [try fact(data, at: at)]
    case 3 where chance(40):
      let data = ReviewWaived(purchase: purchase.purchase, unit: purchase.unit, ground: try Text("no other"))
      return [try fact(data, at: at)]
    default:
      let data = PurchaseExecuted(
        purchase: purchase.purchase, unit: purchase.unit,
        contractPrice: try fen(max(1, Int(purchase.total.amount) + one([0, 0, -1, 1, -5_000_000]))))
      return [try fact(data, at: at)]
    }
  }

  private mutating func cycle() throws -> [Proposal] {
    guard let set = pick(scene.indicatorSets) else { return [] }
    let from = HistoryMaker.firstDay + int(-30...60)
    let data = CycleOpened(
      cycle: try new("H"), from: try day(from), to: try day(from + int(0...90)), indicatorSet: set.set)
    return [try fact(data, at: try moment())]
  }
}
