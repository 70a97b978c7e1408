import EventModel

/// Packs rows that come in order into the blocks of a run: rows, then fences, then the filter, then the head, which is
/// the order of their keys.
struct RunWriter {
  /// Takes each finished block under its key; keys rise.
  typealias Sink = (UInt64, [UInt8]) throws -> Void

  private let run: RunName
  private var head = RunHead()
  private var table: DerivedTable?
  private var block = BlockBuilder()
  private var blockCount = 0
  private var last = KeyBuffer()
  private var hashes: [UInt64] = []
  private var fences: FenceWriter
  private var blockStart: [UInt8] = []
  private var summary: BlockSummary?

  init(_ run: RunName) {
    self.run = run
    fences = FenceWriter(run)
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
    let bucketCount = key.byteCount - table.orderCount
    let isNewBucket = shared < bucketCount || last.count != key.byteCount
    if isNewBucket { hashes.append(BucketHash.of(table, key.extracting(0..<bucketCount))) }
    let offset = position - run.first
    if block.count == 0 || !block.add(key: key, shared: shared, offset: offset, value: value) {
      try closeBlock(sink)
      _ = block.add(key: key, shared: 0, offset: offset, value: value)
      blockStart = [UInt8](key)
      summary = table == .postings ? BlockSummary(lastDay: .min, sum: 0) : nil
    } else if isNewBucket {
      summary = nil
    }
    if let known = summary { summary = try known.adding(key, value, run) }
    last.replace(after: shared, with: key.extracting(shared..<key.byteCount))
    head.rowCounts[Int(table.rawValue) - 1] += 1
  }

  /// Writes what is left.
  mutating func finish(_ sink: Sink) throws {
    try closeBlock(sink)
    head.fenceBlockCount = try fences.finish(sink)
    let filter = FilterBlocks.bytes(of: BucketFilter(hashes), run)
    for (number, bytes) in filter.enumerated() { try sink(run.key(.filter, number), bytes) }
    head.filterBlockCount = filter.count
    try sink(run.key(.head, 0), head.bytes(of: run))
  }

  private mutating func closeBlock(_ sink: Sink) throws {
    guard block.count > 0, let table else { return }
    try sink(run.key(.rows, blockCount), block.finish(at: run.place(.rows, blockCount)))
    fences.add(blockStart, summary)
    blockCount += 1
    head.blockCounts[Int(table.rawValue) - 1] += 1
  }
}

extension BlockSummary {
  /// With one more row of the same account.
  func adding(_ key: RawSpan, _ value: RawSpan, _ run: RunName) throws(LogDamage) -> BlockSummary {
    var offset = 0
    guard key.byteCount > 4, let amount = value.signedVarint(at: &offset) else { throw run.damage }
    return BlockSummary(lastDay: PostingRow.day(ofKey: key), sum: sum + amount)
  }
}
