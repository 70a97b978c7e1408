import EventModel

/// Article 16: the same service has the same price.
extension FindingsReading {
  /// One finding for each resource and the standard its charges name.
  mutating func findPrices(_ groups: PriceGroups) {
    var findings: [PriceGroups.Standard: Finding] = [:]
    for (service, group) in groups.inOrder {
      let lines = (group.published.map { [$0] } ?? []) + group.others.map(\.line)
      let variants = PriceVariants(lines, group.fees).variants
      guard variants.count > 1, let first = group.others.min(by: { $0.charge.day < $1.charge.day })?.charge,
        let unit = state.money.units.identifier(first.unit), let day = try? Day(number: Int64(first.day)),
        let resource = state.use.resources.identifier(first.resource)
      else { continue }
      let before = findings[service.standard]
      var finding = Finding(.differentPriceSameService, before?.party ?? unit, since: min(before?.since ?? day, day))
      finding.subjects = [Tag(.resource, resource)]
      if let standard = state.charges.standard(first.standard) { finding.subjects.append(Tag(.standard, standard)) }
      finding.evidence = Set((before?.evidence ?? []) + variants.flatMap(\.positions)).sorted()
      (finding.measured, finding.threshold) = (max(before?.measured ?? 0, Int64(variants.count)), 1)
      findings[service.standard] = finding
    }
    found += findings.values
  }
}

/// The services charged at other prices than the published, with one line at the published price for all.
struct PriceGroups {
  /// A resource and the standard its charges name.
  struct Standard: Hashable {
    let resource: UInt32
    let standard: UInt32
  }

  /// What has to be the same for two lines to be the same service.
  struct Service: Hashable {
    let standard: Standard
    let userClass: UInt32
    let label: UInt32
    let component: CostComponent

    /// In a fixed order.
    static func isBefore(_ left: Service, _ right: Service) -> Bool {
      let (leftStandard, rightStandard) = (left.standard, right.standard)
      return (leftStandard.resource, leftStandard.standard, left.userClass, left.label, left.component.rawValue)
        < (rightStandard.resource, rightStandard.standard, right.userClass, right.label, right.component.rawValue)
    }
  }

  /// The lines of a service.
  struct Group {
    let fees: [FeeLine]
    var published: PricedLine?
    var others: [(charge: ChargeTable.Charge, line: PricedLine)] = []

    func isPublished(_ line: ChargeTable.Line) -> Bool {
      fees.contains { fee in
        TierPrice.amount(fee.tiers, quantity: line.quantity, basis: fee.basis)?.amount == line.amount
      }
    }
  }

  private var groups: [Service: Group] = [:]
  /// How many services of a resource have no line at the published price yet.
  private var lackCounts: [UInt32: Int] = [:]

  /// All of them, in a fixed order.
  var inOrder: [(key: Service, value: Group)] { groups.sorted { Service.isBefore($0.key, $1.key) } }

  /// Adds those lines of the charge checked last that are at another price than the published.
  mutating func add(_ charge: ChargeTable.Charge, _ pricing: inout ChargePricing) {
    // Without a quantity there is no unit price.
    for line in pricing.lines where line.quantity > 0 {
      let service = PriceGroups.service(charge, line, pricing)
      var group = groups[service] ?? Group(fees: pricing.fees(charge.standard, line.component, line.label))
      guard !group.isPublished(line), let priced = PriceGroups.priced(charge, line, pricing) else { continue }
      if group.others.isEmpty { lackCounts[charge.resource, default: 0] += 1 }
      group.others.append((charge, priced))
      groups[service] = group
    }
  }

  /// Whether a charge may have a line at the published price that is still wanted.
  func lacksPublished(of charge: ChargeTable.Charge) -> Bool { lackCounts[charge.resource] ?? 0 > 0 }

  /// Adds those lines of the charge looked at last that are at a published price still wanted.
  mutating func addPublished(_ charge: ChargeTable.Charge, _ pricing: ChargePricing) {
    for line in pricing.lines where line.quantity > 0 {
      let service = PriceGroups.service(charge, line, pricing)
      guard let group = groups[service], group.published == nil, group.isPublished(line) else { continue }
      groups[service]?.published = PriceGroups.priced(charge, line, pricing)
      lackCounts[charge.resource, default: 0] -= 1
    }
  }

  private static func service(
    _ charge: ChargeTable.Charge, _ line: ChargeTable.Line, _ pricing: ChargePricing
  ) -> Service {
    Service(
      standard: Standard(resource: charge.resource, standard: charge.standard), userClass: pricing.userClass,
      label: line.label, component: line.component)
  }

  private static func priced(
    _ charge: ChargeTable.Charge, _ line: ChargeTable.Line, _ pricing: ChargePricing
  ) -> PricedLine? {
    pricing.charges.id(of: charge).map {
      PricedLine(charge: $0, position: charge.position, quantity: line.quantity, amount: line.amount)
    }
  }
}
