import EventModel
import LMDB

/// Rows in order, one at a time: those of a stored run, or of a batch in memory.
struct MergeInput {
  private let run: (name: RunName, head: RunHead)?
  private var nextBlock = 0
  private var walk = BlockRows()
  private let rows: RowBatch
  private let order: [Int32]
  private var nextRow = 0
  /// A block of the run, or all bytes of the batch.
  private var bytes: [UInt8]
  private var value = 0..<0
  private var key = KeyBuffer()
  private(set) var table = DerivedTable.ids
  private(set) var position: UInt64 = 0

  /// The rows of a stored run.
  init(_ run: RunName, _ reader: Reader) throws {
    self.run = (run, try RunHead(run, reader))
    rows = RowBatch()
    order = []
    bytes = []
  }

  /// The rows of some positions of a batch.
  init(_ rows: RowBatch, _ positions: ClosedRange<UInt64>) {
    run = nil
    self.rows = rows
    order = rows.order(of: positions)
    bytes = rows.arena
  }

  /// Moves to the next row; `false` behind the last.
  mutating func next(_ reader: Reader) throws -> Bool {
    guard let run else { return nextOfBatch() }
    while true {
      if try MergeInput.advance(&walk, bytes, run.name, &key) {
        position = walk.position
        value = walk.value
        return true
      }
      guard let table = DerivedTable.allCases.first(where: { run.head.blocks(of: $0).contains(nextBlock) }) else {
        return false
      }
      let block = try run.name.block(.rows, nextBlock, reader)
      bytes = [UInt8](block)
      walk = BlockRows(block)
      self.table = table
      nextBlock += 1
    }
  }

  private static func advance(
    _ walk: inout BlockRows, _ block: [UInt8], _ run: RunName, _ key: inout KeyBuffer
  ) throws -> Bool {
    try walk.next(block.span.bytes, run, &key)
  }

  private mutating func nextOfBatch() -> Bool {
    guard nextRow < order.count else { return false }
    let row = rows.rows[Int(order[nextRow])]
    nextRow += 1
    table = row.table
    position = row.position
    value = row.value
    key.set(bytes, row.key)
    return true
  }

  /// Whether this row comes before another's.
  func isBefore(_ other: MergeInput) -> Bool {
    if table != other.table { return table.rawValue < other.table.rawValue }
    if key.span.isOrderedBefore(other.key.span) { return true }
    return position < other.position && !other.key.span.isOrderedBefore(key.span)
  }

  /// Adds the row to a run.
  func write(to writer: inout RunWriter, _ sink: RunWriter.Sink) throws {
    try writer.add(
      table, key: key.span, position: position, value: bytes.span.bytes.extracting(value), sink)
  }
}
