import EventModel

/// A line of a charge, with its unit price as exact as the rounding to the fen lets it be told.
struct PricedLine {
  let charge: Identifier
  let position: Position
  /// Above 0.
  let quantity: Int64
  let amount: Int64

  /// Whether the unit price is lower than another's.
  func isCheaper(than other: PricedLine) -> Bool {
    Int128(amount) * Int128(other.quantity) < Int128(other.amount) * Int128(quantity)
  }

  /// The unit prices that come to the amount lie from (2·amount − 1) to (2·amount + 1), divided by twice the quantity.
  func mayHavePrice(of cheaper: PricedLine) -> Bool {
    // Amounts and quantities have 53 bits.
    (2 * Int128(amount) - 1) * Int128(cheaper.quantity) <= (2 * Int128(cheaper.amount) + 1) * Int128(quantity)
  }

  /// Whether the highest unit price that comes to its amount is below another's.
  func hasLowerLimit(than other: PricedLine) -> Bool {
    (2 * Int128(amount) + 1) * Int128(other.quantity) < (2 * Int128(other.amount) + 1) * Int128(quantity)
  }
}
