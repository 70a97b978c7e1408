import EventModel
import LMDB

extension RunIndex {
  /// Calls `body` with the rows of a range of keys caused at or before `known`, in order, until it answers `false`;
  /// answers whether it never did.
  func scan(
    _ table: DerivedTable, _ range: KeyRange, known: UInt64, _ reader: Reader, _ body: (DerivedRow) throws -> Bool
  ) throws -> Bool {
    try scan(table, range, blocks: blocks(table, range), known: known, reader, body)
  }

  /// The same within some of the blocks that can hold them.
  func scan(
    _ table: DerivedTable, _ range: KeyRange, blocks: Range<Int>, known: UInt64, _ reader: Reader,
    _ body: (DerivedRow) throws -> Bool
  ) throws -> Bool {
    var key = KeyBuffer()
    var isInside = false
    for number in blocks {
      let block = try name.block(.rows, number, reader)
      var rows = BlockRows(block)
      while try rows.next(block, name, &key) {
        if !isInside {
          if key.span.isOrderedBefore(range.from.span.bytes) { continue }
          isInside = true
        }
        if range.isPast(key.span) { return true }
        guard rows.position <= known else { continue }
        let row = DerivedRow(
          key: key.span, position: Position(rows.position), value: block.extracting(rows.value))
        if try !body(row) { return false }
      }
    }
    return true
  }
}
