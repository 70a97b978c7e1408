/// Where to keep the hashes of nodes one behind the other, each written once and never moved.
///
/// Leaf by leaf, the hash of the leaf is followed by the hashes of the nodes it completes, lowest first. That is the
/// order of Crosby and Wallach, *Efficient Data Structures for Tamper-Evident Logging* (2009) §3.3, and of
/// golang.org/x/mod/sumdb/tlog. ``CompactRange/append(_:storing:)`` yields hashes in this order.
extension NodeID {
  /// The number of hashes stored before this one.
  ///
  /// - Precondition: the node's last leaf has an index below 2^63.
  /// - Complexity: O(1).
  public var storedIndex: UInt64 {
    // It is written with the last leaf it covers, behind the nodes below it.
    let lastLeaf = (index + 1) << level - 1
    return Self.storedCount(size: lastLeaf) + UInt64(level)
  }

  /// The number of hashes stored for a tree, which is also where those of the next leaf begin.
  ///
  /// A leaf completes as many nodes as its index ends in one-bits. Summed up, two hashes a leaf, less one for every
  /// subtree that still waits for its sibling.
  ///
  /// - Precondition: the size is below 2^63.
  /// - Complexity: O(1).
  public static func storedCount(size: UInt64) -> UInt64 { 2 * size - UInt64(size.nonzeroBitCount) }
}
