import EventModel
import LMDB

/// What is kept in memory of a run: where each block begins, what it comes to, and which buckets it may hold.
///
/// About eight bytes an event. Which block holds a key is told by checked bytes alone, so that a damaged page can hide no
/// row.
final class RunIndex: Sendable {
  let name: RunName
  let head: RunHead
  let filter: BucketFilter
  /// The first keys of the blocks, one after another, and where each ends.
  private let keys: [UInt8]
  private let ends: [Int]
  private let summaries: [BlockSummary?]

  /// Reads fences and filter of a stored run.
  ///
  /// - Throws: ``LogDamage`` when any of them is missing or altered.
  init(_ name: RunName, _ reader: Reader) throws {
    self.name = name
    head = try RunHead(name, reader)
    filter = try FilterBlocks.read(name, head, reader)
    var (keys, ends, summaries): ([UInt8], [Int], [BlockSummary?]) = ([], [], [])
    var key = KeyBuffer()
    for number in 0..<head.fenceBlockCount {
      let block = try name.block(.fences, number, reader)
      var rows = BlockRows(block)
      while try rows.next(block, name, &key) {
        keys.append(key.span)
        ends.append(keys.count)
        summaries.append(BlockSummary(stored: block.extracting(rows.value)))
      }
    }
    guard ends.count == head.blockCounts.reduce(0, +) else { throw name.damage }
    (self.keys, self.ends, self.summaries) = (keys, ends, summaries)
  }

  /// Calls `body` with the first key of a block.
  func withFirstKey<R>(_ block: Int, _ body: (RawSpan) throws -> R) rethrows -> R {
    let keys = keys
    return try body(keys.span.bytes.extracting(place(block)))
  }

  /// Where a block's first key lies.
  private func place(_ block: Int) -> Range<Int> { (block == 0 ? 0 : ends[block - 1])..<ends[block] }

  /// What a block comes to, when it is of one account.
  func summary(_ block: Int) -> BlockSummary? { summaries[block] }

  /// The blocks of a table that can hold keys of a range.
  ///
  /// Keys equal to a block's first may stand at the end of the block before it too.
  func blocks(_ table: DerivedTable, _ range: KeyRange) -> Range<Int> {
    let all = head.blocks(of: table)
    let start = first(of: all, notBefore: range.from.span.bytes)
    var end = all.upperBound
    if let key = range.end { end = first(of: start..<end, notBefore: key.span.bytes) }
    return max(start - 1, all.lowerBound)..<max(end, all.lowerBound)
  }

  private func first(of blocks: Range<Int>, notBefore key: RawSpan) -> Int {
    let keys = keys
    var (low, high) = (blocks.lowerBound, blocks.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if keys.span.bytes.extracting(place(middle)).isOrderedBefore(key) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
