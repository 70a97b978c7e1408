import EventModel

/// Prices charges by the standard in force for their usages: compact rows in, sums by component out.
struct ChargePricing {
  /// A charge as assessed beside its price.
  struct Result {
    /// The place in the book of the standard in force, if there is one.
    var standardPlace: Int?
    var charged = ComponentSums()
    var quoted = ComponentSums()
    /// Whether there is nothing to find, which is so of most.
    var isAsQuoted = false
    /// Whether each line is also the standard's, quantity and amount: no other price can be hidden in it.
    var isLineByLine = false
  }

  /// A line of a standard without what pricing does not need.
  private struct Price {
    let component: CostComponent
    let basis: FeeBasis
    let measure: FeeMeasure?
    /// The label's number among those of the charges.
    let label: UInt32
    let tiers: [FeeTier]
  }

  /// What a standard charges one class of user.
  private struct ClassLines {
    let lines: [FeeLine]
    let prices: [Price]
    let hasItems: Bool
  }

  private let use: UseTable
  private(set) var charges: ChargeTable
  let book: FeeBook
  private let external: UInt32
  private let inside: UInt32
  /// By the place of the standard: the few classes of user asked for.
  private var classLines: [[(userClass: UInt32, lines: ClassLines)]]
  /// The place in the book of each standard the charges number; -1 for one it does not have.
  private let places: [Int]
  /// The standards that cover each resource, the one that counts first.
  private let covering: [[Int]]
  /// The days each standard of the book holds.
  private let days: [Range<Int32>]
  /// The lines of the charge checked last.
  private(set) var lines: [ChargeTable.Line] = []
  /// Its class of user.
  private(set) var userClass: UInt32 = UseTable.none

  init(_ use: UseTable, _ charges: ChargeTable, _ book: FeeBook) {
    self.use = use
    self.charges = charges
    self.book = book
    external = self.charges.number(ofSide: .external)
    inside = self.charges.number(ofSide: .internal)
    let byID = Dictionary(book.standards.enumerated().map { ($0.element.standard, $0.offset) }) { first, _ in first }
    places = (0..<UInt32(charges.standardCount)).map { number in charges.standard(number).flatMap { byID[$0] } ?? -1 }
    covering = (0..<UInt32(use.resources.count)).map { number in
      use.resources.identifier(number).map { book.places(covering: $0) } ?? []
    }
    classLines = Array(repeating: [], count: book.standards.count)
    days = book.standards.map { standard in
      let (from, to) = (standard.effectiveFrom.number, standard.withdrawnFrom?.number ?? .max)
      return from..<max(from, to)
    }
  }

  /// The usage a charge is for, if it is known and not void; what has none has no price either.
  func usage(of charge: ChargeTable.Charge) -> UseTable.Usage? {
    let usage = use.usages[Int(charge.usage)]
    return usage.position > .zero && !usage.isVoided ? usage : nil
  }

  /// The standard a charge names.
  func named(by charge: ChargeTable.Charge) -> Identifier? { charges.standard(charge.standard) }

  /// Reads the lines of a charge and its class of user.
  mutating func look(at charge: ChargeTable.Charge, _ usage: UseTable.Usage) {
    charges.lines(of: charge, into: &lines)
    userClass = charge.userClass != UseTable.none ? charge.userClass : usage.isExternal ? external : inside
  }

  /// Holds a charge against its price.
  mutating func check(_ charge: ChargeTable.Charge, _ usage: UseTable.Usage) -> Result {
    look(at: charge, usage)
    var result = Result()
    for line in lines { result.charged.add(line.amount, to: line.component) }
    guard let time = use.time(of: usage), let start = try? Instant(microseconds: usage.start),
      let place = inForce(for: usage.resource, on: start.day.number)
    else { return result }
    result.standardPlace = place
    let quantities = ServiceQuantities(time: time, samples: usage.samples)
    let listed = lines(of: place, for: userClass)
    let items = listed.hasItems ? ItemCounts(chargeLines(), listed.lines) : nil
    result.isLineByLine = listed.prices.count == lines.count
    for (index, price) in listed.prices.enumerated() {
      let quantity =
        items.flatMap { price.basis == .perItem ? $0[index] : nil } ?? quantities.quantity(price.basis, price.measure)
      // A price beyond 53 bits has no quote: the charge is left to the report of untraceable charges.
      guard let amount = TierPrice.amount(price.tiers, quantity: quantity, basis: price.basis)?.amount else {
        result.isAsQuoted = true
        return result
      }
      result.quoted.add(amount, to: price.component)
      if result.isLineByLine {
        let own = lines[index]
        result.isLineByLine =
          own.amount == amount && own.quantity == quantity && own.component == price.component
          && own.label == price.label
      }
    }
    let isNamed = charge.standard != UseTable.none && places[Int(charge.standard)] == place
    result.isAsQuoted = isNamed && result.charged.hasAmounts(of: result.quoted)
    result.isLineByLine = result.isLineByLine && isNamed
    return result
  }

  /// The place of the standard in force for a resource on a day.
  private func inForce(for resource: UInt32, on day: Int32) -> Int? {
    covering[Int(resource)].first { days[$0].contains(day) }
  }

  /// The prices of a standard for a class of user.
  private mutating func lines(of place: Int, for userClass: UInt32) -> ClassLines {
    if let known = classLines[place].first(where: { $0.userClass == userClass }) { return known.lines }
    let found = newLines(of: place, for: userClass)
    classLines[place].append((userClass, found))
    return found
  }

  private mutating func newLines(of place: Int, for userClass: UInt32) -> ClassLines {
    let lines = charges.userClass(userClass).map { Tariff(book.standards[place].lines).lines(for: $0) } ?? []
    let prices = lines.map { line in
      Price(
        component: line.component, basis: line.basis, measure: line.measure,
        label: charges.number(ofLabel: line.label), tiers: line.tiers)
    }
    return ClassLines(lines: lines, prices: prices, hasItems: lines.contains { $0.basis == .perItem })
  }

  /// The lines of the charge checked last, with their labels.
  private func chargeLines() -> [ChargeLine] {
    lines.compactMap { line in
      guard let quantity = try? Number(line.quantity), let amount = try? Fen(line.amount) else { return nil }
      return ChargeLine(
        component: line.component, label: charges.label(line.label), quantity: quantity, amount: amount)
    }
  }

  /// The published prices of one service: the lines of the standard a charge names, for the class of user of the charge
  /// checked last.
  mutating func fees(_ standard: UInt32, _ component: CostComponent, _ label: UInt32) -> [FeeLine] {
    guard standard != UseTable.none, places[Int(standard)] >= 0 else { return [] }
    let listed = lines(of: places[Int(standard)], for: userClass)
    return zip(listed.lines, listed.prices).filter { $1.component == component && $1.label == label }.map { $0.0 }
  }
}
