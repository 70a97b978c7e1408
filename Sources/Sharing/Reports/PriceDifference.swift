public import EventModel

/// Charges for one service at one price.
public struct PriceVariant: Sendable, Hashable {
  /// Fen for a second or a piece; absent for the price the standard gives, which may change with the quantity.
  public let unitPrice: ExactRatio?
  /// The seconds or pieces charged for.
  public let quantity: Int128
  /// What was charged for them, in fen.
  public let amount: Int128
  /// The charges, in order of position.
  public let charges: [Identifier]
  /// The events of the charges, in rising order.
  public let positions: [Position]
}

/// The same service at different prices: what a schedule that does not discriminate has none of (art. 16).
///
/// The service is the same when resource, component, label, class of user and named standard are. Amounts that differ only
/// by the rounding to the fen have the same price, as have all that follow the standard's tiers.
public struct PriceDifference: Sendable, Hashable {
  /// The resource.
  public let resource: Identifier
  /// What was charged for.
  public let component: CostComponent
  /// What exactly, in words.
  public let label: Text?
  /// The class of user: as the charge says, else the side of the usage.
  public let userClass: Identifier?
  /// The standard the charges name.
  public let standard: Identifier?
  /// How the standard counts it; absent when it does not list it.
  public let basis: FeeBasis?
  /// The prices, two or more: the standard's own first, then from the lowest to the highest.
  public let variants: [PriceVariant]
}
