import EventModel

/// Lines of a charge, those with the same component and label added up.
struct ChargeSums: Hashable {
  /// What stands under one component and label.
  struct Line: Hashable {
    let component: CostComponent
    let label: Text?
    /// Seconds for time, else a count.
    var quantity: Int64
    /// In fen.
    var amount: Int64

    /// What the line is for, for people.
    var name: String { label.map { "\(component.wireName) \($0)" } ?? component.wireName }
  }

  /// In the order they were first named.
  private(set) var lines: [Line] = []

  /// What the lines come to, in fen.
  var total: Int64 { lines.reduce(0) { $0.plus($1.amount) } }
  /// Whether nothing is left, neither amount nor quantity.
  var isNothing: Bool { lines.allSatisfy { $0.amount == 0 && $0.quantity == 0 } }
  /// The first line below zero fen.
  var firstBelowZero: Line? { lines.first { $0.amount < 0 } }
  /// Whether a charge can stand like this: no line below zero, and a total the ledger can count.
  var isPossible: Bool { firstBelowZero == nil && total <= Fen.range.upperBound }

  /// The line under a component and label; nothing if there is none.
  subscript(component: CostComponent, label: Text?) -> Line {
    lines.first { $0.component == component && $0.label == label }
      ?? Line(component: component, label: label, quantity: 0, amount: 0)
  }

  /// The sums with more lines.
  func adding(_ changes: [ChargeLine]) -> ChargeSums {
    var sums = self
    for change in changes {
      let (quantity, amount) = (change.quantity.value, change.amount.amount)
      if let index = sums.index(of: change) {
        sums.lines[index].quantity = sums.lines[index].quantity.plus(quantity)
        sums.lines[index].amount = sums.lines[index].amount.plus(amount)
      } else {
        sums.lines.append(
          Line(component: change.component, label: change.label, quantity: quantity, amount: amount))
      }
    }
    return sums
  }

  private func index(of change: ChargeLine) -> Int? {
    lines.firstIndex { $0.component == change.component && $0.label == change.label }
  }
}
