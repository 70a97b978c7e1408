package import EventModel
import LMDB
package import TransparencyLog

// The tree over the log: leaf number n is the record at position n + 1. Everything is answered from the records and the
// stored blocks, for any size up to the stored head, so a checkpoint of any age can be proved against.

extension LogReader {
  /// The tree of the events up to a position.
  ///
  /// - Precondition: the position is not beyond the stored head.
  /// - Complexity: O(log events), and at most 63 records are hashed.
  package func treeHead(at position: Position) throws -> TreeHead {
    let size = position.number
    let hashes = try CompactRange.nodes(size: size).map { try hash(of: $0) }
    return try CompactRange(size: size, hashes: hashes).head
  }

  /// Shows that the record at a position is in the tree of the events up to another.
  ///
  /// - Throws: `TransparencyError` with code `indexOutOfRange` when it is not.
  /// - Complexity: O(log events), and at most 63 records are hashed.
  package func inclusionProof(of position: Position, in size: Position) throws -> InclusionProof {
    guard position > .zero else { throw LogDamage(position: position, reason: .missing) }
    let index = position.number - 1
    let plan = try InclusionProof.plan(index: index, size: size.number)
    return InclusionProof(index: index, hashes: try plan.hashes { try hash(of: $0) })
  }

  /// Shows that the tree of the events up to a position begins with that of the events up to an earlier one.
  ///
  /// - Throws: `TransparencyError` with code `sizesOutOfOrder` when it is not earlier, or zero.
  /// - Complexity: O(log events), and at most 63 records are hashed.
  package func consistencyProof(from old: Position, to size: Position) throws -> ConsistencyProof {
    let plan = try ConsistencyProof.plan(from: old.number, to: size.number)
    return ConsistencyProof(hashes: try plan.hashes { try hash(of: $0) })
  }

  /// The hash of a node all of whose leaves are stored.
  ///
  /// - Precondition: its last leaf is stored.
  /// - Complexity: O(1): one block is looked up, or at most 63 records are hashed.
  package func hash(of node: NodeID) throws -> TreeHash {
    let end = (node.index + 1) << UInt64(node.level)
    precondition(end <= storedEnd.number, "a node of \(end) leaves in a log of \(storedEnd.number)")
    if node.level >= TreeBlock.levelMin, end <= TreeBlock.settledCount(storedEnd.number) {
      return try TreeBlock.hash(of: node, reader)
    }
    var range = CompactRange()
    try scan(Position((node.index << UInt64(node.level)) + 1)...Position(end)) { event in
      range.append(TreeHash.leaf(event.bytes))
      return true
    }
    return range.root
  }
}
