import EventLog
import EventModel

/// Article 16: a charge follows the published standard.
extension FindingsReading {
  mutating func findCharges() throws {
    var standards: [FeeStandard] = []
    try kept.forEach(.standard) { if let standard = FeeStandard(folding: $1) { standards.append(standard) } }
    var pricing = ChargePricing(state.use, state.charges, FeeBook(standards))
    let changes = ChargeChanges(state.charges)
    var prices = PriceGroups()
    // In order of position: usages and bookings of about the same time lie together.
    for charge in state.charges.charges {
      guard let usage = pricing.usage(of: charge) else { continue }
      let result = pricing.check(charge, usage)
      if !result.isAsQuoted { findCharge(charge, usage, result, pricing, changes) }
      if !result.isLineByLine, !changes.isReversed(charge) { prices.add(charge, &pricing) }
    }
    for charge in state.charges.charges where prices.lacksPublished(of: charge) {
      if let usage = pricing.usage(of: charge), !changes.isReversed(charge) {
        pricing.look(at: charge, usage)
        prices.addPublished(charge, pricing)
      }
    }
    findPrices(prices)
  }

  /// Names what is wrong with a charge, and from when on it was put right.
  private mutating func findCharge(
    _ charge: ChargeTable.Charge, _ usage: UseTable.Usage, _ result: ChargePricing.Result, _ pricing: ChargePricing,
    _ changes: ChargeChanges
  ) {
    guard let id = state.charges.id(of: charge), let unit = state.money.units.identifier(charge.unit),
      let since = try? Day(number: Int64(charge.day))
    else { return }
    let later = changes[charge]
    let standard = result.standardPlace.map { pricing.book.standards[$0] }
    let breaches = ChargeFinding.breaches(of: result, pricing.named(by: charge), standard, changed: later)
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

/// What became of the charges that were changed.
private struct ChargeChanges {
  /// An adjustment or the reversal.
  struct Step {
    let position: Position
    let day: Day
    let isReversal: Bool
    let sums: ComponentSums
  }

  private let charges: ChargeTable
  private let rows: RowsByNumber
  private let isReversed: [Bool]

  init(_ charges: ChargeTable) {
    self.charges = charges
    let changes = charges.changes
    rows = RowsByNumber(count: changes.count, numberCount: charges.changedCount) { changes[$0].charge }
    var isReversed = [Bool](repeating: false, count: charges.changedCount)
    for change in changes where change.isReversal { isReversed[Int(change.charge)] = true }
    self.isReversed = isReversed
  }

  func isReversed(_ charge: ChargeTable.Charge) -> Bool {
    charges.changedNumber(of: charge).map { isReversed[Int($0)] } ?? false
  }

  /// The changes of a charge in valid order.
  subscript(charge: ChargeTable.Charge) -> [Step] {
    guard let number = charges.changedNumber(of: charge) else { return [] }
    return rows[number].map { charges.changes[Int($0)] }
      .sorted { ($0.valid, $0.position) < ($1.valid, $1.position) }
      .compactMap { change in
        guard let valid = try? Instant(microseconds: change.valid) else { return nil }
        return Step(
          position: change.position, day: valid.day, isReversal: change.isReversal, sums: charges.sums(of: change))
      }
  }
}

extension ChargeFinding {
  fileprivate typealias Breach = (rule: FindingRule, numbers: (measured: Int64, threshold: Int64), curedOn: Day?)

  /// The rules a charge broke as it was assessed, what was charged and what it should have been, and the day from which
  /// it stands as the standard says, or not at all.
  fileprivate static func breaches(
    of result: ChargePricing.Result, _ named: Identifier?, _ standard: FeeStandard?, changed later: [ChargeChanges.Step]
  ) -> [Breach] {
    let reversedOn = later.first { $0.isReversal }?.day
    guard let standard else { return [(.chargeWithoutStandard, (result.charged.total, 0), reversedOn)] }
    let findings = ChargeFinding.all(
      named: named, inForce: standard.standard, charged: result.charged, standing: result.charged,
      quoted: result.quoted)
    var breaches: [Breach] = []
    let rightSince = rightSince(result, later)
    for finding in findings {
      switch finding {
      case .componentNotListed(let component):
        if breaches.contains(where: { $0.rule == .componentNotListed }) { continue }
        breaches.append((.componentNotListed, (result.charged[component], 0), rightSince))
      case .otherStandard, .chargeDiffersFromStandard:
        if breaches.contains(where: { $0.rule == .chargeDiffersFromStandard }) { continue }
        // No adjustment gives a charge another standard.
        let curedOn = named == standard.standard ? rightSince : reversedOn
        breaches.append(
          (.chargeDiffersFromStandard, (result.charged.total, result.quoted.total), curedOn))
      default: continue
      }
    }
    return breaches
  }

  /// The day from which adjustments make the charge what the standard says, or a reversal makes it nothing.
  private static func rightSince(_ result: ChargePricing.Result, _ later: [ChargeChanges.Step]) -> Day? {
    var (standing, since): (ComponentSums, Day?) = (result.charged, nil)
    for step in later {
      if step.isReversal { return since ?? step.day }
      standing.add(step.sums)
      since = standing.hasAmounts(of: result.quoted) ? since ?? step.day : nil
    }
    return since
  }
}
