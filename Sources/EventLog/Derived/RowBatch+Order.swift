import EventModel
import LMDB

extension RowBatch {
  /// The indices of all rows in the order of table, key and position.
  func order() -> [Int32] { sorted(rows.indices.lazy.map { Int32($0) }) }

  /// Indices of rows in the order of table, key and position; quicker where they come in that order in parts.
  ///
  /// - Complexity: O(n log n).
  func sorted(_ indices: some Sequence<Int32>) -> [Int32] {
    let bytes = arena.span.bytes
    var keys: [SortKey] = []
    keys.reserveCapacity(indices.underestimatedCount)
    for index in indices { keys.append(SortKey(rows[Int(index)], index, bytes)) }
    keys.sort { left, right in
      for place in 0..<4 where left.words[place] != right.words[place] {
        return left.words[place] < right.words[place]
      }
      return isOrderedBefore(rows[Int(left.index)], rows[Int(right.index)], of: self)
    }
    return keys.map(\.index)
  }

  /// Whether a row of this batch comes before one of another: by table, key and position.
  func isOrderedBefore(_ row: Row, _ other: Row, of batch: RowBatch) -> Bool {
    if row.table != other.table { return row.table.rawValue < other.table.rawValue }
    let order = arena.span.bytes.extracting(row.key).order(to: batch.arena.span.bytes.extracting(other.key))
    return order != 0 ? order < 0 : row.position < other.position
  }

  /// Whether a row of this batch is the same as one of another, value included.
  func isEqual(_ row: Row, to other: Row, of batch: RowBatch) -> Bool {
    row.table == other.table && row.position == other.position && row.keyCount == other.keyCount
      && arena.span.bytes.extracting(row.start..<row.end)
        .equals(batch.arena.span.bytes.extracting(other.start..<other.end))
  }

  /// Where the rows of a table whose keys are not less than one begin in an order of the whole batch.
  func place(of table: DerivedTable, atOrAfter key: RawSpan, in order: [Int32]) -> Int {
    let bytes = arena.span.bytes
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      let row = rows[Int(order[middle])]
      let isBefore =
        row.table == table
        ? bytes.extracting(row.key).isOrderedBefore(key) : row.table.rawValue < table.rawValue
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A row's place in the order of table and key: most are told apart by the first 31 bytes of their keys.
  private struct SortKey {
    let words: [4 of UInt64]
    let index: Int32

    init(_ row: Row, _ index: Int32, _ bytes: RawSpan) {
      let key = bytes.extracting(row.key)
      func word(_ offset: Int) -> UInt64 {
        if offset + 8 <= key.byteCount { return key.u64BigEndian(at: offset) }
        var word: UInt64 = 0
        for place in offset..<max(offset, key.byteCount) {
          word |= UInt64(key.u8(at: place)) << UInt64(56 - 8 * (place - offset))
        }
        return word
      }
      words = [UInt64(row.table.rawValue) << 56 | word(0) >> 8, word(7), word(15), word(23)]
      self.index = index
    }
  }
}
