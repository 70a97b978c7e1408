package import EventLog
import EventModel

/// Sorts charged lines by service and price.
package struct PriceComparison {
  /// What has to be the same for two lines to be the same service.
  private struct ServiceKey: Hashable {
    let resource: Identifier
    let component: CostComponent
    let label: Text?
    let userClass: Identifier?
    let standard: Identifier?

    /// In the order of output.
    var order: [String] {
      [
        resource.text, "\(component.rawValue)", label?.string ?? "", userClass?.text ?? "", standard?.text ?? "",
      ]
    }
  }

  private var lines: [ServiceKey: [PricedLine]] = [:]

  /// The services of the scope that were charged at more than one price.
  ///
  /// - Complexity: O(charges in the scope), of which each that names no class reads its usage.
  package static func all(_ log: LogReader, _ scope: ReportScope) throws -> [PriceDifference] {
    var comparison = PriceComparison()
    try scope.forEachEvent([.chargeAssessed], log) { event, _ in
      guard case .chargeAssessed(let data) = event.event.payload else { return }
      let tag = Tag(.charge, data.charge)
      if let reversal = try log.firstPosition(of: .chargeReversed, concerning: tag), reversal <= scope.asOf.known {
        return
      }
      let userClass = try data.userClass ?? side(of: data.usage, log, scope.asOf)
      comparison.add(data, userClass, event.position)
    }
    let standards = try FeeBook(log, asOf: scope.asOf).standards
    return comparison.differences(Dictionary(standards.map { ($0.standard, $0) }) { first, _ in first })
  }

  private static func side(of usage: Identifier, _ log: LogReader, _ asOf: AsOf) throws -> Identifier? {
    guard case .success(let service) = try Service.read(usage, log, asOf: asOf) else { return nil }
    return try service.userClass(nil)
  }

  private mutating func add(_ charge: ChargeAssessed, _ userClass: Identifier?, _ position: Position) {
    // Without a quantity there is no unit price.
    for line in charge.lines where line.quantity.value > 0 {
      let service = ServiceKey(
        resource: charge.resource, component: line.component, label: line.label, userClass: userClass,
        standard: charge.standard)
      lines[service, default: []].append(
        PricedLine(
          charge: charge.charge, position: position, quantity: line.quantity.value, amount: line.amount.amount))
    }
  }

  private func differences(_ standards: [Identifier: FeeStandard]) -> [PriceDifference] {
    let sorted = lines.sorted { $0.key.order.lexicographicallyPrecedes($1.key.order) }
    return sorted.compactMap { service, lines in
      let fees = PriceComparison.fees(service, standards)
      let variants = PriceVariants(lines, fees).variants
      guard variants.count > 1 else { return nil }
      return PriceDifference(
        resource: service.resource, component: service.component, label: service.label,
        userClass: service.userClass, standard: service.standard, basis: fees.first?.basis, variants: variants)
    }
  }

  /// The lines of the named standard for the service.
  private static func fees(_ service: ServiceKey, _ standards: [Identifier: FeeStandard]) -> [FeeLine] {
    guard let standard = service.standard.flatMap({ standards[$0] }) else { return [] }
    let lines = service.userClass.map { Tariff(standard.lines).lines(for: $0) }
    return (lines ?? standard.lines.filter { $0.userClass == nil })
      .filter { $0.component == service.component && $0.label == service.label }
  }
}
