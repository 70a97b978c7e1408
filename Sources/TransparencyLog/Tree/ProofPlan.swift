/// Which hashes a proof is made of: pure arithmetic, apart from reading them.
///
/// ```swift
/// let plan = try InclusionProof.plan(index: 6, size: 15)
/// let proof = InclusionProof(index: 6, hashes: try plan.hashes { node in try storage.hash(of: node) })
/// ```
public struct ProofPlan: Sendable, Hashable {
  /// For every hash of the proof in its order, the nodes it is folded from, largest first; nearly always one.
  let parts: [[NodeID]]

  init(_ ranges: [Range<UInt64>]) { parts = ranges.map(NodeID.covering) }

  /// The nodes to read, in the order they are used.
  public var nodes: [NodeID] { parts.flatMap { $0 } }

  /// Reads the nodes and makes the proof's hashes of them.
  ///
  /// - Parameter read: Answers the hash of a node; called once for each of ``nodes``, in order.
  /// - Throws: what `read` throws.
  /// - Complexity: O(log *n*) reads and hashes.
  public func hashes<Failure: Error>(
    reading read: (NodeID) throws(Failure) -> TreeHash
  ) throws(Failure) -> [TreeHash] {
    var hashes: [TreeHash] = []
    hashes.reserveCapacity(parts.count)
    for part in parts {
      var found: [TreeHash] = []
      for node in part { found.append(try read(node)) }
      hashes.append(.folded(found))
    }
    return hashes
  }
}

/// Where a tree over a range of leaves is divided (RFC 6962 §2.1): its left part has the largest power of two of leaves
/// that is smaller than all.
///
/// - Precondition: there are at least two leaves.
func division(of leaves: Range<UInt64>) -> UInt64 {
  let count = leaves.upperBound - leaves.lowerBound
  return leaves.lowerBound + 1 << UInt64(UInt64.bitWidth - 1 - (count - 1).leadingZeroBitCount)
}
