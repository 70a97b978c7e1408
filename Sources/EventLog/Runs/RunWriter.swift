import EventModel

/// Packs rows that come in order into the blocks of a run: rows, then fences, then the filter, then the head, which is
/// the order of their keys.
struct RunWriter {
  /// Takes each finished block under its key; keys rise.
  typealias Sink = (UInt64, [UInt8]) throws -> Void

  private let run: RunName
  private var table: DerivedTable?
  private var block = BlockBuilder()
  private var last = KeyBuffer()
  private var outline: RunOutline

  init(_ run: RunName) {
    self.run = run
    outline = RunOutline(run)
  }

  /// Adds the next row.
  mutating func add(
    _ table: DerivedTable, key: RawSpan, position: UInt64, value: RawSpan, _ sink: Sink
  ) throws {
    if table != self.table {
      try closeBlock(sink)
      self.table = table
      last.replace(after: 0, with: key.extracting(0..<0))
    }
    let shared = key.sharedCount(with: last.span)
    let isNewBucket = shared < key.byteCount - table.orderCount || last.count != key.byteCount
    let offset = position - run.first
    let startsBlock = block.count == 0 || !block.add(key: key, shared: shared, offset: offset, value: value)
    if startsBlock {
      try closeBlock(sink)
      _ = block.add(key: key, shared: 0, offset: offset, value: value)
    }
    try outline.add(table, key, value, isNewBucket: isNewBucket, startsBlock: startsBlock)
    last.replace(after: shared, with: key.extracting(shared..<key.byteCount))
  }

  /// Writes what is left.
  mutating func finish(_ sink: Sink) throws {
    try closeBlock(sink)
    try outline.finish(sink)
  }

  private mutating func closeBlock(_ sink: Sink) throws {
    guard block.count > 0 else { return }
    let number = outline.blockCount - 1
    try sink(run.key(.rows, number), block.finish(at: run.place(.rows, number)))
  }
}
