import EventModel

/// Finds the rows of one kind in a batch that grows by ranges of their keys: made when first asked for, and kept up with
/// the batch from then on.
///
/// Parts of it are joined like the digits of a binary counter, so that a question costs only the rows added since the
/// one before and a few joins.
struct PendingOrder {
  private let table: DerivedTable
  private var parts: [[Int32]] = []
  /// How many rows of the batch are in the parts or of another kind.
  private var rowCount = 0

  init(_ table: DerivedTable) { self.table = table }

  /// Takes in the rows added to the batch since the last time.
  mutating func extend(to rows: RowBatch) {
    let new = (rowCount..<rows.count).lazy.filter { [table] in rows.rows[$0].table == table }.map { Int32($0) }
    rowCount = rows.count
    let order = rows.sorted(new)
    if order.isEmpty { return }
    parts.append(order)
    while parts.count > 1, parts[parts.count - 2].count <= parts[parts.count - 1].count {
      let last = parts.removeLast()
      parts[parts.count - 1] = rows.sorted(parts[parts.count - 1] + last)
    }
  }

  /// Calls `body` with the rows of a range of keys, among those the order was extended to.
  func scan(_ rows: RowBatch, _ range: KeyRange, _ body: (DerivedRow) throws -> Void) rethrows {
    for order in parts {
      var place = rows.place(of: table, atOrAfter: range.from.span.bytes, in: order)
      while place < order.count {
        let goesOn = try rows.visit(Int(order[place])) { row in
          if range.isPast(row.key) { return false }
          try body(row)
          return true
        }
        guard goesOn else { break }
        place += 1
      }
    }
  }

  /// Starts anew when rows it has are taken back.
  mutating func remove(after mark: Int) {
    if mark < rowCount { self = PendingOrder(table) }
  }
}
