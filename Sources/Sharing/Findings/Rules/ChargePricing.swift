import EventModel

/// Prices charges by the standard in force for their usages: compact rows in, sums by component out.
struct ChargePricing {
  /// A charge as assessed beside its price.
  struct Result {
    /// The standard in force, if there is one.
    var standard: FeeStandard?
    /// The standard the charge names.
    var named: Identifier?
    var charged = ComponentSums()
    var quoted = ComponentSums()
    /// Whether there is nothing to find, which is so of most.
    var isAsQuoted = false
  }

  /// What a standard charges one class of user.
  private struct ClassLines {
    let lines: [FeeLine]
    let hasItems: Bool
  }

  private let use: UseTable
  private(set) var charges: ChargeTable
  let book: FeeBook
  private let external: UInt32
  private let inside: UInt32
  private var classLines: [UInt64: ClassLines] = [:]
  /// The lines of the charge checked last.
  private(set) var lines: [ChargeTable.Line] = []
  /// Its class of user.
  private(set) var userClass: UInt32 = UseTable.none
  private let standardIDs: [Identifier]
  private let places: [Identifier: Int]

  init(_ use: UseTable, _ charges: ChargeTable, _ book: FeeBook) {
    self.use = use
    self.charges = charges
    self.book = book
    standardIDs = book.standards.map(\.standard)
    places = Dictionary(standardIDs.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    external = self.charges.number(ofSide: .external)
    inside = self.charges.number(ofSide: .internal)
  }

  /// The usage a charge is for, if it is known and not void; what has none has no price either.
  func usage(of charge: ChargeTable.Charge) -> UseTable.Usage? {
    let usage = use.usages[Int(charge.usage)]
    return usage.position > .zero && !usage.isVoided ? usage : nil
  }

  /// Holds a charge against its price.
  mutating func check(_ charge: ChargeTable.Charge, _ usage: UseTable.Usage) -> Result {
    charges.lines(of: charge, into: &lines)
    var result = Result()
    for line in lines { result.charged.add(line.amount, to: line.component) }
    userClass = charge.userClass != UseTable.none ? charge.userClass : usage.isExternal ? external : inside
    guard let resource = use.resources.identifier(usage.resource), let time = use.time(of: usage),
      let start = try? Instant(microseconds: usage.start), let place = book.inForce(for: resource, on: start.day)
    else {
      result.named = charges.standard(charge.standard)
      return result
    }
    let quantities = ServiceQuantities(time: time, samples: usage.samples)
    let prices = lines(of: place, for: userClass)
    let items = prices.hasItems ? ItemCounts(chargeLines(), prices.lines) : nil
    for (index, line) in prices.lines.enumerated() {
      let quantity = line.basis == .perItem ? items?[index] ?? 0 : quantities.quantity(of: line)
      // A price beyond 53 bits has no quote: the charge is left to the report of untraceable charges.
      guard let amount = TierPrice.amount(line.tiers, quantity: quantity, basis: line.basis) else {
        result.isAsQuoted = true
        return result
      }
      result.quoted.add(amount.amount, to: line.component)
    }
    let isNamed = charges.standard(charge.standard) == standardIDs[place]
    result.isAsQuoted = isNamed && result.charged.hasAmounts(of: result.quoted)
    if !result.isAsQuoted {
      result.standard = book.standards[place]
      result.named = charges.standard(charge.standard)
    }
    return result
  }

  /// The prices of a standard for a class of user.
  private mutating func lines(of place: Int, for userClass: UInt32) -> ClassLines {
    let key = UInt64(place) << 32 | UInt64(userClass)
    if let known = classLines[key] { return known }
    let lines = charges.userClass(userClass).map { Tariff(book.standards[place].lines).lines(for: $0) } ?? []
    let found = ClassLines(lines: lines, hasItems: lines.contains { $0.basis == .perItem })
    classLines[key] = found
    return found
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
  mutating func fees(_ standard: Identifier?, _ component: CostComponent, _ label: Text?) -> [FeeLine] {
    guard let standard, let place = places[standard] else { return [] }
    return lines(of: place, for: userClass).lines.filter { $0.component == component && $0.label == label }
  }
}

extension ChargeTable {
  /// The number of the class of user a side stands for.
  mutating func number(ofSide side: UsageSide) -> UInt32 {
    (try? Identifier(side.wireName)).map { number(ofClass: $0) } ?? UseTable.none
  }
}
