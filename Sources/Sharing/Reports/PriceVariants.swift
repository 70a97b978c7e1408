import EventModel

/// The prices some lines were charged at.
struct PriceVariants {
  private(set) var variants: [PriceVariant] = []

  /// Puts lines that follow one of the fees first, and the others together as far as one unit price explains them.
  init(_ lines: [PricedLine], _ fees: [FeeLine]) {
    let isPublished = { (line: PricedLine) in
      fees.contains { fee in
        TierPrice.amount(fee.tiers, quantity: line.quantity, basis: fee.basis)?.amount == line.amount
      }
    }
    let published = lines.filter(isPublished)
    if !published.isEmpty { add(published, unitPrice: nil) }
    var group: [PricedLine] = []
    // The line whose highest possible price is lowest: all of a group must be able to share it.
    var tightest: PricedLine?
    let others = lines.filter { !isPublished($0) }
    for line in others.sorted(by: { $0.isCheaper(than: $1) }) {
      if let limit = tightest, !line.mayHavePrice(of: limit) {
        add(group, unitPrice: group.first)
        (group, tightest) = ([], nil)
      }
      group.append(line)
      if tightest.map({ line.hasLowerLimit(than: $0) }) ?? true { tightest = line }
    }
    if !group.isEmpty { add(group, unitPrice: group.first) }
  }

  private mutating func add(_ lines: [PricedLine], unitPrice: PricedLine?) {
    let lines = lines.sorted { $0.position < $1.position }
    variants.append(
      PriceVariant(
        unitPrice: unitPrice.flatMap { ExactRatio(Int128($0.amount), Int128($0.quantity)) },
        quantity: lines.reduce(0) { $0 + Int128($1.quantity) }, amount: lines.reduce(0) { $0 + Int128($1.amount) },
        charges: lines.map(\.charge), positions: Set(lines.map(\.position)).sorted()))
  }
}
