public import EventModel

/// The price of one thing a standard charges for.
public struct QuoteLine: Sendable, Hashable {
  /// The standard's line.
  public let line: FeeLine
  /// How much of it: seconds when priced by the hour, else a count.
  public let quantity: Int64
  /// What it costs, rounded once.
  public let amount: Fen

  /// The line as a charge repeats it; `nil` for a quantity no charge can have.
  public var chargeLine: ChargeLine? {
    guard let quantity = try? Number(quantity) else { return nil }
    return ChargeLine(component: line.component, label: line.label, quantity: quantity, amount: amount)
  }
}

/// What a use costs by the standard in force at service time, and what that rests on.
public struct Quote: Sendable, Hashable {
  /// The usage; absent for a planned use.
  public let usage: Identifier?
  /// The resource.
  public let resource: Identifier
  /// The civil day the use starts on, which decides the standard.
  public let serviceDay: Day
  /// The standard in force.
  public let standard: Identifier
  /// The class of user it is priced for.
  public let userClass: Identifier
  /// The time it is priced by.
  public let time: ServiceTime
  /// What the standard charges that class for, in its order.
  public let lines: [QuoteLine]
  /// The sum of the lines.
  public let total: Fen
  /// The events it rests on, in rising order: usage, booking, standard.
  public let positions: [Position]
}

/// Why a use has no price.
public enum NoQuote: Error, Sendable, Hashable {
  /// The usage is not known in the view.
  case usageUnknown(Identifier)
  /// The usage was voided: there is nothing to charge for.
  case usageVoided(Identifier)
  /// No standard covers the resource on that day.
  case noStandardInForce(resource: Identifier, on: Day)
  /// The amount for a component, or without one the total, leaves ±(2^53 − 1).
  case amountTooLarge(component: CostComponent?)
}

extension NoQuote: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .usageUnknown(let usage): "usage \(usage) is not known in this view"
    case .usageVoided(let usage): "usage \(usage) was voided"
    case .noStandardInForce(let resource, let day): "no fee standard is in force for resource \(resource) on \(day)"
    case .amountTooLarge(let component): "the \(component.map { "amount for \($0.wireName)" } ?? "total") is too large"
    }
  }
}
