import EventModel
import LMDB

/// The rows of adjacent positions in memory; never changed, so that readers share it without a lock.
final class TailChunk: Sendable {
  let positions: ClosedRange<UInt64>
  let rows: RowBatch
  private let sorted: Guarded<[Int32]?>

  /// Keeps rows of positions, with their order if it is known.
  init(_ positions: ClosedRange<UInt64>, _ rows: RowBatch, order: [Int32]? = nil) {
    self.positions = positions
    self.rows = rows
    sorted = Guarded(order)
  }

  /// The rows in the order of table and key; sorted when first asked for.
  var order: [Int32] {
    sorted.update { order in
      if let order { return order }
      let new = rows.order()
      order = new
      return new
    }
  }

  /// The same for the rows of some kinds and positions.
  func order(of shelf: Shelf, _ positions: ClosedRange<UInt64>) -> [Int32] {
    // Postings stand behind all other kinds.
    let order = order
    let place = rows.place(of: .postings, atOrAfter: [UInt8]().span.bytes, in: order)
    let part = shelf == .postings ? order[place...] : order[..<place]
    let isWhole = positions.contains(self.positions.lowerBound) && positions.contains(self.positions.upperBound)
    return isWhole ? Array(part) : part.filter { positions.contains(rows.rows[Int($0)].position) }
  }

  /// The rows of this chunk and of the one behind it, in order if both are.
  func joined(with next: TailChunk) -> TailChunk {
    var rows = rows
    let count = rows.count
    rows.add(next.rows, in: next.positions)
    var order: [Int32]?
    if let first = knownOrder, let second = next.knownOrder, rows.count == first.count + second.count {
      order = rows.sorted(first + second.map { $0 + Int32(count) })
    }
    return TailChunk(positions.lowerBound...next.positions.upperBound, rows, order: order)
  }

  /// The rows after a position, which lies within, in order if these are.
  func after(_ position: UInt64) -> TailChunk {
    let rest = position + 1...positions.upperBound
    var rows = RowBatch()
    rows.add(self.rows, in: rest)
    let order = knownOrder.map { order in
      var (places, next) = ([Int32](repeating: -1, count: self.rows.count), Int32(0))
      for index in places.indices where rest.contains(self.rows.rows[index].position) {
        places[index] = next
        next += 1
      }
      return order.compactMap { places[Int($0)] < 0 ? nil : places[Int($0)] }
    }
    return TailChunk(rest, rows, order: order)
  }

  /// The order, if somebody asked for it.
  private var knownOrder: [Int32]? { sorted.update { $0 } }
}
