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
    var (from, end) = (Bound(range.from), range.end.map(Bound.init))
    var isInside = false
    for number in blocks {
      let block = try name.block(.rows, number, reader)
      var rows = BlockRows(block)
      while try rows.next(block, name, &key) {
        if !isInside {
          if from.isAfter(key.span, shared: rows.shared) { continue }
          isInside = true
        }
        if end?.isAfter(key.span, shared: rows.shared) == false { return true }
        guard rows.position <= known else { continue }
        let row = DerivedRow(
          key: key.span, position: Position(rows.position), value: block.extracting(rows.value))
        if try !body(row) { return false }
      }
    }
    return true
  }
}

/// A key that rising keys are compared with, each from where it leaves the one before.
struct Bound {
  private let key: [UInt8]
  /// How many bytes the key compared last has in common with the bound; before the first, more than any key has.
  private var matched = Int.max

  init(_ key: [UInt8]) { self.key = key }

  /// Whether the bound comes after a key, of which `shared` bytes are those of the key compared last, that came before
  /// the bound.
  mutating func isAfter(_ other: RawSpan, shared: Int) -> Bool {
    // The byte that put the last key before the bound is still there.
    if shared > matched { return true }
    let common = key.span.bytes.sharedCount(with: other)
    matched = common
    guard common < key.count else { return false }
    return common == other.byteCount || other.u8(at: common) < key[common]
  }
}
