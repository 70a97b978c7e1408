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

  /// What a standard charges one class of user.
  private struct ClassLines {
    let lines: [FeeLine]
    /// The labels' numbers among those of the charges.
    let labels: [UInt32]
    let hasItems: Bool
  }

  private let use: UseTable
  private(set) var charges: ChargeTable
  let book: FeeBook
  private let external: UInt32
  private let inside: UInt32
  private var classLines: [UInt64: ClassLines] = [:]
  /// The lines asked for last: those of one resource mostly are.
  private var last: (key: UInt64, lines: ClassLines)?
  /// The place in the book of each standard the charges number; -1 for one it does not have.
  private let places: [Int]
  /// The standards that cover the resource the charges are of, the one that counts first.
  private var covering: (resource: UInt32, places: [Int]) = (UseTable.none, [])
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

  /// Holds a charge against its price.
  mutating func check(_ charge: ChargeTable.Charge, _ usage: UseTable.Usage) -> Result {
    charges.lines(of: charge, into: &lines)
    var result = Result()
    for line in lines { result.charged.add(line.amount, to: line.component) }
    userClass = charge.userClass != UseTable.none ? charge.userClass : usage.isExternal ? external : inside
    guard let time = use.time(of: usage), let start = try? Instant(microseconds: usage.start),
      let place = inForce(for: usage.resource, on: start.day.number)
    else { return result }
    result.standardPlace = place
    let quantities = ServiceQuantities(time: time, samples: usage.samples)
    let prices = lines(of: place, for: userClass)
    let items = prices.hasItems ? ItemCounts(chargeLines(), prices.lines) : nil
    result.isLineByLine = prices.lines.count == lines.count
    for index in prices.lines.indices {
      let line = prices.lines[index]
      let quantity = line.basis == .perItem ? items?[index] ?? 0 : quantities.quantity(of: line)
      // A price beyond 53 bits has no quote: the charge is left to the report of untraceable charges.
      guard let amount = TierPrice.amount(line.tiers, quantity: quantity, basis: line.basis)?.amount else {
        result.isAsQuoted = true
        return result
      }
      result.quoted.add(amount, to: line.component)
      if result.isLineByLine {
        let own = lines[index]
        result.isLineByLine =
          own.amount == amount && own.quantity == quantity && own.component == line.component
          && own.label == prices.labels[index]
      }
    }
    let isNamed = charge.standard != UseTable.none && places[Int(charge.standard)] == place
    result.isAsQuoted = isNamed && result.charged.hasAmounts(of: result.quoted)
    result.isLineByLine = result.isLineByLine && isNamed
    return result
  }

  /// The place of the standard in force for a resource on a day.
  private mutating func inForce(for resource: UInt32, on day: Int32) -> Int? {
    if covering.resource != resource {
      covering = (resource, use.resources.identifier(resource).map { book.places(covering: $0) } ?? [])
    }
    return covering.places.first { days[$0].contains(day) }
  }

  /// The prices of a standard for a class of user.
  private mutating func lines(of place: Int, for userClass: UInt32) -> ClassLines {
    let key = UInt64(place) << 32 | UInt64(userClass)
    if let last, last.key == key { return last.lines }
    let found = classLines[key] ?? newLines(of: place, for: userClass)
    classLines[key] = found
    last = (key, found)
    return found
  }

  private mutating func newLines(of place: Int, for userClass: UInt32) -> ClassLines {
    let lines = charges.userClass(userClass).map { Tariff(book.standards[place].lines).lines(for: $0) } ?? []
    return ClassLines(
      lines: lines, labels: lines.map { charges.number(ofLabel: $0.label) },
      hasItems: lines.contains { $0.basis == .perItem })
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
    let prices = lines(of: places[Int(standard)], for: userClass)
    return prices.lines.indices.filter { prices.lines[$0].component == component && prices.labels[$0] == label }
      .map { prices.lines[$0] }
  }
}
