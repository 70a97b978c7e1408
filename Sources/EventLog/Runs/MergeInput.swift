import EventModel
import LMDB

/// Rows in order, one at a time: those of a stored run, or of a batch in memory.
struct MergeInput {
  /// The row an input stands at; its key is in the queue's keys.
  struct Row {
    var table = DerivedTable.ids
    var position: UInt64 = 0
    var key: Range<Int>
    /// Where the value lies in the input's bytes.
    var value = 0..<0
  }

  private let run: (name: RunName, head: RunHead)?
  private var nextBlock = 0
  private var walk = BlockRows()
  private let rows: [RowBatch.Row]
  private let order: [Int32]
  private var nextRow = 0
  /// A block of the run, or all bytes of the batch.
  private(set) var bytes: [UInt8]

  /// The rows of a stored run.
  init(_ run: RunName, _ reader: Reader) throws {
    self.run = (run, try RunHead(run, reader))
    rows = []
    order = []
    bytes = []
  }

  /// The rows of some kinds and positions of a chunk.
  init(_ chunk: TailChunk, _ shelf: Shelf, _ positions: ClosedRange<UInt64>) {
    run = nil
    rows = chunk.rows.rows
    order = chunk.order(of: shelf, positions)
    bytes = chunk.rows.arena
  }

  /// Moves to the next row, whose key is put where the one before was; `false` behind the last.
  mutating func next(_ row: inout Row, _ keys: inout [UInt8], _ reader: Reader) throws -> Bool {
    guard let run else { return nextOfBatch(&row, &keys) }
    while try !walk.next(in: bytes, run.name, keyCount: row.key.count) {
      guard let table = DerivedTable.allCases.first(where: { run.head.blocks(of: $0).contains(nextBlock) }) else {
        return false
      }
      let block = try run.name.block(.rows, nextBlock, reader)
      bytes = [UInt8](block)
      walk = BlockRows(block)
      row.table = table
      nextBlock += 1
    }
    let start = row.key.lowerBound
    row.key = start..<start + walk.shared + walk.suffix.count
    guard row.key.count <= MergeQueue.keyCountMax else { throw run.name.damage }
    keys.replace(from: start + walk.shared, with: bytes.span.bytes.extracting(walk.suffix))
    row.position = walk.position
    row.value = walk.value
    return true
  }

  private mutating func nextOfBatch(_ row: inout Row, _ keys: inout [UInt8]) -> Bool {
    guard nextRow < order.count else { return false }
    let next = rows[Int(order[nextRow])]
    nextRow += 1
    let start = row.key.lowerBound
    row = Row(
      table: next.table, position: next.position, key: start..<start + Int(next.keyCount), value: next.value)
    keys.replace(from: start, with: bytes.span.bytes.extracting(next.key))
    return true
  }
}
