import EventLog
import EventModel

/// Article 16: a charge follows the published standard.
extension FindingsReading {
  mutating func findCharges() throws {
    var standards: [FeeStandard] = []
    try kept.forEach(.standard) { if let standard = FeeStandard(folding: $1) { standards.append(standard) } }
    var pricing = ChargePricing(state.use, state.charges, FeeBook(standards))
    var reversed: Set<Identifier> = []
    try kept.forEach(.charge) { if $1.contains(where: { $0.event.type == .chargeReversed }) { reversed.insert($0) } }
    let charges = state.charges.charges
    // By resource, so that the prices of one are looked at together; the table is in order of position.
    let rows = RowsByResource(count: charges.count, resourceCount: state.use.resources.count) { charges[$0].resource }
    for resource in 0..<UInt32(state.use.resources.count) {
      var prices = PriceGroups()
      for row in rows[resource] {
        let charge = charges[Int(row)]
        guard let usage = pricing.usage(of: charge) else { continue }
        let result = pricing.check(charge, usage)
        if !result.isAsQuoted { try findCharge(charge, usage, result, pricing) }
        if result.isLineByLine, prices.isKnown(charge, pricing.userClass) { continue }
        let isReversed = !reversed.isEmpty && state.charges.id(of: charge).map(reversed.contains) ?? true
        if !isReversed { prices.add(charge, &pricing, isLineByLine: result.isLineByLine) }
      }
      findPrices(prices)
    }
  }

  /// Names what is wrong with a charge, and from when on it was put right.
  private mutating func findCharge(
    _ charge: ChargeTable.Charge, _ usage: UseTable.Usage, _ result: ChargePricing.Result, _ pricing: ChargePricing
  ) throws {
    guard let id = state.charges.id(of: charge), let unit = state.money.units.identifier(charge.unit),
      let since = try? Day(number: Int64(charge.day))
    else { return }
    let later = try kept[.charge, id]
    let standard = result.standardPlace.map { pricing.book.standards[$0] }
    let breaches = ChargeFinding.breaches(of: result, pricing.named(by: charge), standard, adjusted: later)
    for (rule, numbers, curedOn) in breaches {
      var finding = Finding(rule, unit, since: since)
      finding.subjects = [Tag(.charge, id)]
      if let resource = state.use.resources.identifier(charge.resource) {
        finding.subjects.append(Tag(.resource, resource))
      }
      if let usage = state.use.usageID(charge.usage) { finding.subjects.append(Tag(.usage, usage)) }
      finding.evidence = [charge.position, usage.position] + later.map(\.position)
      if let standard {
        finding.subjects.append(Tag(.standard, standard.standard))
        finding.evidence += standard.positions
      }
      finding.evidence = Set(finding.evidence).sorted()
      finding.curedOn = curedOn
      (finding.measured, finding.threshold) = numbers
      found.append(finding)
    }
  }
}

extension ChargeFinding {
  fileprivate typealias Breach = (rule: FindingRule, numbers: (measured: Int64, threshold: Int64), curedOn: Day?)

  /// The rules a charge broke as it was assessed, what was charged and what it should have been, and the day from which
  /// it stands as the standard says, or not at all.
  fileprivate static func breaches(
    of result: ChargePricing.Result, _ named: Identifier?, _ standard: FeeStandard?, adjusted later: [RecordedEvent]
  ) -> [Breach] {
    guard let standard else {
      let reversal = later.first { $0.event.type == .chargeReversed }?.event.validTime.day
      return [(.chargeWithoutStandard, (result.charged.total, 0), reversal)]
    }
    let findings = ChargeFinding.all(
      named: named, inForce: standard.standard, charged: result.charged, standing: result.charged,
      quoted: result.quoted)
    var breaches: [Breach] = []
    let amountsRight = rightAmounts(result, later)
    for finding in findings {
      switch finding {
      case .componentNotListed(let component):
        if breaches.contains(where: { $0.rule == .componentNotListed }) { continue }
        breaches.append((.componentNotListed, (result.charged[component], 0), amountsRight))
      case .otherStandard, .chargeDiffersFromStandard:
        if breaches.contains(where: { $0.rule == .chargeDiffersFromStandard }) { continue }
        // No adjustment gives a charge another standard.
        let reversal = later.first { $0.event.type == .chargeReversed }?.event.validTime.day
        let curedOn = named == standard.standard ? amountsRight : reversal
        breaches.append(
          (.chargeDiffersFromStandard, (result.charged.total, result.quoted.total), curedOn))
      default: continue
      }
    }
    return breaches
  }

  /// The day from which adjustments make the charge what the standard says, or a reversal makes it nothing.
  private static func rightAmounts(_ result: ChargePricing.Result, _ later: [RecordedEvent]) -> Day? {
    var (standing, rightSince): (ComponentSums, Day?) = (result.charged, nil)
    for event in later {
      switch event.event.payload {
      case .chargeReversed: return rightSince ?? event.event.validTime.day
      case .chargeAdjusted(let data):
        for line in data.lines { standing.add(line.amount.amount, to: line.component) }
        let isRight = standing.hasAmounts(of: result.quoted)
        rightSince = isRight ? rightSince ?? event.event.validTime.day : nil
      default: continue
      }
    }
    return rightSince
  }
}
