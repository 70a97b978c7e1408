import EventModel
import LMDB
import TransparencyLog

/// The tree as it is carried on, leaf by leaf: what the next leaf is joined with, and the hashes of the block under way.
///
/// A leaf is a stored record, byte for byte (RFC 6962 §2.1).
struct TreeGrowth {
  /// A block that is complete.
  struct Finished {
    let number: UInt64
    let bytes: [UInt8]
  }

  private var range = CompactRange()
  private var hashes: [TreeHash] = []
  private var completed: [TreeHash] = []

  /// A tree without leaves.
  init() {}

  /// The tree of all that is stored.
  ///
  /// - Complexity: O(log events), and at most 63 records are hashed.
  init(_ log: LogReader) throws {
    let count = log.storedEnd.number
    let settled = TreeBlock.settledCount(count)
    let nodes = try CompactRange.nodes(size: settled).map { try TreeBlock.hash(of: $0, log.reader) }
    range = try CompactRange(size: settled, hashes: nodes)
    guard settled < count else { return }
    try log.scan(Position(settled + 1)...Position(count)) { event in
      _ = append(event.bytes)
      return true
    }
  }

  /// The size and root so far.
  var head: TreeHead { range.head }

  /// Adds a record; answers the block it completes, if it does.
  ///
  /// - Complexity: two hashes on average.
  mutating func append(_ record: RawSpan) -> Finished? {
    completed.removeAll(keepingCapacity: true)
    range.append(TreeHash.leaf(record), storing: &completed)
    if completed.count > TreeBlock.levelMin { hashes += completed[TreeBlock.levelMin...] }
    guard range.size % TreeBlock.leafCount == 0 else { return nil }
    let number = range.size / TreeBlock.leafCount - 1
    defer { hashes.removeAll(keepingCapacity: true) }
    return Finished(number: number, bytes: TreeBlock.bytes(hashes, of: number))
  }
}

extension WriteTransaction {
  /// Stores a complete block behind the others.
  mutating func append(_ block: TreeGrowth.Finished) throws(StorageFault) {
    try append(Tables.tree, block.number, block.bytes.span.bytes)
  }
}
