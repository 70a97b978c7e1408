public import EventModel

/// What is wrong with a charge when it is held against the usage and the fee standard (art. 16).
public enum ChargeFinding: Sendable, Hashable {
  /// The usage is not known in the view.
  case usageUnknown
  /// The usage was voided, but the charge stands.
  case usageVoided
  /// No standard covers the resource on the day of service.
  case chargeWithoutStandard
  /// The charge names no standard, or another than the one in force.
  case otherStandard(named: Identifier?, inForce: Identifier)
  /// It charges for something the standard does not list for that class of user.
  case componentNotListed(CostComponent)
  /// The standard gives another amount, in fen, for a component.
  case chargeDiffersFromStandard(CostComponent, charged: Int64, quoted: Int64)
  /// The standard gives an amount outside ±(2^53 − 1).
  case quoteTooLarge

  /// Its name for programs.
  public var name: String {
    switch self {
    case .usageUnknown: "usageUnknown"
    case .usageVoided: "usageVoided"
    case .chargeWithoutStandard: "chargeWithoutStandard"
    case .otherStandard: "otherStandard"
    case .componentNotListed: "componentNotListed"
    case .chargeDiffersFromStandard: "chargeDiffersFromStandard"
    case .quoteTooLarge: "quoteTooLarge"
    }
  }
}

extension ChargeFinding {
  /// What is wrong with a charge that has a price.
  ///
  /// - Parameters:
  ///   - named: the standard it names.
  ///   - inForce: the standard in force.
  ///   - charged: its lines as assessed.
  ///   - standing: its lines after adjustments; when they are what the standard says, no amount is wrong.
  ///   - quoted: what the standard says.
  static func all(
    named: Identifier?, inForce: Identifier, charged: ComponentSums, standing: ComponentSums, quoted: ComponentSums
  ) -> [ChargeFinding] {
    var found: [ChargeFinding] = []
    if named != inForce { found.append(.otherStandard(named: named, inForce: inForce)) }
    if standing.hasAmounts(of: quoted) { return found }
    for component in CostComponent.allCases {
      if !quoted.names(component), charged.names(component) { found.append(.componentNotListed(component)) }
      if charged[component] != quoted[component] {
        found.append(
          .chargeDiffersFromStandard(component, charged: charged[component], quoted: quoted[component]))
      }
    }
    return found
  }
}
