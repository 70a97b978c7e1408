import EventModel

/// Amounts by component, in fen, and which components were named at all.
struct ComponentSums: Sendable {
  private var amounts: [6 of Int64] = .init(repeating: 0)
  private var named: UInt8 = 0

  /// A thousand amounts of 53 bits cannot overflow 64; a replica of a ledger with other rules must not trap.
  mutating func add(_ fen: Int64, to component: CostComponent) {
    let place = Int(component.rawValue)
    amounts[place] = amounts[place].plus(fen)
    named |= 1 << component.rawValue
  }

  subscript(component: CostComponent) -> Int64 { amounts[Int(component.rawValue)] }

  /// Whether a line was of the component, be it of no amount.
  func names(_ component: CostComponent) -> Bool { named & 1 << component.rawValue != 0 }

  /// Whether all amounts are the other's; a component not named has the amount 0.
  func hasAmounts(of other: ComponentSums) -> Bool { amounts.indices.allSatisfy { amounts[$0] == other.amounts[$0] } }

  /// All amounts together.
  var total: Int64 { amounts.indices.reduce(0) { $0.plus(amounts[$1]) } }
}
