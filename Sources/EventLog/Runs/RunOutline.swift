import EventModel

/// What follows from the rows of a run and how they are divided into blocks: fences, filter and head.
struct RunOutline {
  private let run: RunName
  private var head = RunHead()
  private var hashes: [UInt64] = []
  private var fences: FenceWriter
  private var blockStart: [UInt8] = []
  private var summary: BlockSummary?
  /// How many blocks were begun.
  private(set) var blockCount = 0

  init(_ run: RunName) {
    self.run = run
    fences = FenceWriter(run)
  }

  /// Takes the next row.
  ///
  /// - Parameters:
  ///   - table: the kind of row.
  ///   - key: its key.
  ///   - value: its value.
  ///   - isNewBucket: whether its bucket is another than that of the row before, or it is the first of its kind.
  ///   - startsBlock: whether it is the first of a block.
  mutating func add(
    _ table: DerivedTable, _ key: RawSpan, _ value: RawSpan, isNewBucket: Bool, startsBlock: Bool
  ) throws(LogDamage) {
    if isNewBucket { hashes.append(BucketHash.of(table, key.extracting(0..<key.byteCount - table.orderCount))) }
    if startsBlock {
      closeBlock()
      blockStart = [UInt8](key)
      summary = table == .postings ? BlockSummary(lastDay: .min, sum: 0) : nil
      blockCount += 1
      head.blockCounts[Int(table.rawValue) - 1] += 1
    } else if isNewBucket {
      summary = nil
    }
    if let known = summary { summary = try known.adding(key, value, run) }
    head.rowCounts[Int(table.rawValue) - 1] += 1
  }

  /// Hands out the blocks of fences, of the filter and the head, in the order of their keys.
  mutating func finish(_ sink: RunWriter.Sink) throws {
    closeBlock()
    head.fenceBlockCount = try fences.finish(sink)
    let filter = FilterBlocks.bytes(of: BucketFilter(hashes), run)
    for (number, bytes) in filter.enumerated() { try sink(run.key(.filter, number), bytes) }
    head.filterBlockCount = filter.count
    try sink(run.key(.head, 0), head.bytes(of: run))
  }

  private mutating func closeBlock() {
    if blockCount > 0 { fences.add(blockStart, summary) }
  }
}

extension BlockSummary {
  /// With one more row of the same account.
  fileprivate func adding(_ key: RawSpan, _ value: RawSpan, _ run: RunName) throws(LogDamage) -> BlockSummary {
    var offset = 0
    guard key.byteCount > 4, let amount = value.signedVarint(at: &offset) else { throw run.damage }
    let (sum, isTooLarge) = sum.addingReportingOverflow(amount)
    if isTooLarge { throw run.damage }
    return BlockSummary(lastDay: PostingRow.day(ofKey: key), sum: sum)
  }
}
