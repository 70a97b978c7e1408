public import EventModel

/// What is counted of one use, for pricing.
public struct ServiceQuantities: Sendable, Hashable {
  /// Its time.
  public var time: ServiceTime
  /// How many samples were examined.
  public var samples: Int64
  /// How many items were handed out; no usage records them.
  public var items: Int64

  /// Takes the quantities; those below zero count as none.
  public init(time: ServiceTime, samples: Int64 = 0, items: Int64 = 0) {
    self.time = time
    self.samples = max(0, samples)
    self.items = max(0, items)
  }

  /// How much a line of a standard is counted by: seconds when priced by the hour, else a count.
  func quantity(of line: FeeLine) -> Int64 { quantity(line.basis, line.measure) }

  /// The same by what decides it.
  func quantity(_ basis: FeeBasis, _ measure: FeeMeasure?) -> Int64 {
    switch basis {
    case .perHour: time.seconds(measure)
    case .perUse: 1
    case .perSample: samples
    case .perItem: items
    }
  }
}

/// The lines of a fee standard as a price list: pure arithmetic, the same for everyone who recomputes it.
public struct Tariff: Sendable, Hashable {
  /// The lines as published.
  public let lines: [FeeLine]

  /// Takes the lines of a standard.
  public init(_ lines: [FeeLine]) { self.lines = lines }

  /// The lines a class of user pays: those for the class, and those for everyone unless the class has its own for the
  /// same component, label, basis and measure.
  public func lines(for userClass: Identifier) -> [FeeLine] {
    let own = Set(lines.filter { $0.userClass == userClass }.map(Service.init))
    return lines.filter { $0.userClass == userClass || $0.userClass == nil && !own.contains(Service($0)) }
  }

  /// The price of a use, line by line.
  ///
  /// - Throws: ``NoQuote/amountTooLarge(component:)`` when an amount leaves ±(2^53 − 1).
  public func price(_ quantities: ServiceQuantities, for userClass: Identifier) throws(NoQuote) -> [QuoteLine] {
    try Tariff.price(lines(for: userClass)) { _, line in quantities.quantity(of: line) }
  }

  /// Prices lines by the quantities the closure gives for their places.
  static func price(
    _ lines: [FeeLine], quantity: (Int, FeeLine) -> Int64
  ) throws(NoQuote) -> [QuoteLine] {
    var priced: [QuoteLine] = []
    for (index, line) in lines.enumerated() {
      let quantity = quantity(index, line)
      guard let amount = TierPrice.amount(line.tiers, quantity: quantity, basis: line.basis) else {
        throw .amountTooLarge(component: line.component)
      }
      priced.append(QuoteLine(line: line, quantity: quantity, amount: amount))
    }
    return priced
  }

  /// What a line is for, whoever pays.
  private struct Service: Hashable {
    let component: CostComponent
    let label: Text?
    let basis: FeeBasis
    let measure: FeeMeasure?

    init(_ line: FeeLine) {
      (component, label, basis, measure) = (line.component, line.label, line.basis, line.measure)
    }
  }
}
