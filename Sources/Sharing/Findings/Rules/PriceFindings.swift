import EventModel

/// Article 16: the same service has the same price.
extension FindingsReading {
  /// Looks at the services of one resource.
  mutating func findPrices(_ groups: PriceGroups) {
    for (service, group) in groups.withDeviations {
      let lines = (group.published.map { [$0] } ?? []) + group.others.map(\.line)
      let variants = PriceVariants(lines, group.fees).variants
      guard variants.count > 1, let first = group.others.min(by: { $0.charge.day < $1.charge.day })?.charge,
        let unit = state.money.units.identifier(first.unit), let since = try? Day(number: Int64(first.day)),
        let resource = state.use.resources.identifier(first.resource)
      else { continue }
      var finding = Finding(.differentPriceSameService, unit, since: since)
      finding.subjects = [Tag(.resource, resource)]
      if let standard = state.charges.standard(service.standard) { finding.subjects.append(Tag(.standard, standard)) }
      finding.evidence = Set(variants.flatMap(\.positions)).sorted()
      (finding.measured, finding.threshold) = (Int64(variants.count), 1)
      found.append(finding)
    }
  }
}

/// The charged lines of one resource by service, as far as they can show a second price.
struct PriceGroups {
  /// What has to be the same for two lines to be the same service.
  struct Service: Hashable {
    let standard: UInt32
    let userClass: UInt32
    let label: UInt32
    let component: CostComponent

    /// In a fixed order.
    static func isBefore(_ left: Service, _ right: Service) -> Bool {
      (left.standard, left.userClass, left.label, left.component.rawValue)
        < (right.standard, right.userClass, right.label, right.component.rawValue)
    }
  }

  /// The lines of a service: of those at the published price one stands for all.
  struct Group {
    let fees: [FeeLine]
    var published: PricedLine?
    var others: [(charge: ChargeTable.Charge, line: PricedLine)] = []
  }

  private var groups: [Service: Group] = [:]
  /// The standards and classes of user of which every price of the standard is known already.
  private var known: Set<UInt64> = []

  /// Whether a charge that follows its standard line by line would add nothing.
  func isKnown(_ charge: ChargeTable.Charge, _ userClass: UInt32) -> Bool {
    known.contains(UInt64(charge.standard) << 32 | UInt64(userClass))
  }

  /// The services with lines at other prices than the published.
  var withDeviations: [(key: Service, value: Group)] {
    groups.filter { !$0.value.others.isEmpty }.sorted { Service.isBefore($0.key, $1.key) }
  }

  /// Adds the lines of the charge checked last.
  mutating func add(_ charge: ChargeTable.Charge, _ pricing: inout ChargePricing, isLineByLine: Bool) {
    if isLineByLine, pricing.lines.allSatisfy({ $0.quantity > 0 }) {
      known.insert(UInt64(charge.standard) << 32 | UInt64(pricing.userClass))
    }
    // Without a quantity there is no unit price.
    for line in pricing.lines where line.quantity > 0 {
      let service = Service(
        standard: charge.standard, userClass: pricing.userClass, label: line.label, component: line.component)
      var place = groups.index(forKey: service)
      if place == nil {
        groups[service] = Group(fees: pricing.fees(charge.standard, line.component, line.label))
        place = groups.index(forKey: service)
      }
      guard let place else { continue }
      let isPublished = groups.values[place].fees.contains { fee in
        TierPrice.amount(fee.tiers, quantity: line.quantity, basis: fee.basis)?.amount == line.amount
      }
      if isPublished, groups.values[place].published != nil { continue }
      guard let id = pricing.charges.id(of: charge) else { continue }
      let priced = PricedLine(charge: id, position: charge.position, quantity: line.quantity, amount: line.amount)
      if isPublished {
        groups.values[place].published = priced
      } else {
        groups.values[place].others.append((charge, priced))
      }
    }
  }
}
