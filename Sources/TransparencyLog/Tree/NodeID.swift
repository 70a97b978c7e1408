/// A place in the tree where a hash over a full power of two of leaves belongs.
///
/// Level 0 are the leaves; the node `index` of a level covers the leaves from `index · 2^level` on. Such a hash never
/// changes once all its leaves are there, so it may be stored; everything else follows from these.
public struct NodeID: Sendable, Hashable {
  /// The height above the leaves, 0 to 63.
  public let level: Int
  /// The number of nodes before it on its level.
  public let index: UInt64

  /// Names a node.
  public init(level: Int, index: UInt64) {
    self.level = level
    self.index = index
  }

  /// The fewest nodes that cover the leaves of a range, from left to right, each smaller than the one before.
  ///
  /// Folding their hashes from the right gives the range's hash (see ``TreeHash/folded(_:)``).
  ///
  /// - Precondition: the range starts at a multiple of the largest power of two that fits into it, as every part of a
  ///   tree does.
  /// - Complexity: O(log *n*) in the length of the range.
  static func covering(_ leaves: Range<UInt64>) -> [NodeID] {
    var (start, nodes): (UInt64, [NodeID]) = (leaves.lowerBound, [])
    while start < leaves.upperBound {
      let level = UInt64.bitWidth - 1 - (leaves.upperBound - start).leadingZeroBitCount
      precondition(start & (1 << level - 1) == 0, "no node of level \(level) starts at leaf \(start)")
      nodes.append(NodeID(level: level, index: start >> level))
      start += 1 << level
    }
    return nodes
  }
}

extension TreeHash {
  /// The root over subtrees of falling size, largest first: the last two are joined, and so on to the first.
  ///
  /// - Returns: ``ofEmptyTree`` for none.
  static func folded(_ hashes: some BidirectionalCollection<TreeHash>) -> TreeHash {
    guard var result = hashes.last else { return .ofEmptyTree }
    for hash in hashes.dropLast().reversed() { result = .node(hash, result) }
    return result
  }
}
