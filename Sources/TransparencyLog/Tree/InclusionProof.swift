/// Shows that a tree has a certain leaf at a certain index (RFC 6962 §2.1.1).
///
/// Whoever trusts the tree's head needs only the leaf and these few hashes, not the log.
public struct InclusionProof: Sendable, Hashable {
  /// The most hashes a proof can have, in a tree of ``TreeHead/sizeMax`` leaves.
  public static let hashCountMax = 63

  /// The number of leaves before this one.
  public let index: UInt64
  /// The hashes beside the way from the leaf to the root, the leaf's sibling first.
  public let hashes: [TreeHash]

  /// Takes a proof as it was received or read; ``check(leaf:in:)`` tells whether it holds.
  public init(index: UInt64, hashes: [TreeHash]) {
    self.index = index
    self.hashes = hashes
  }

  /// Which hashes prove a leaf.
  ///
  /// - Parameters:
  ///   - index: The number of leaves before it.
  ///   - size: The number of leaves of the tree.
  /// - Throws: ``TransparencyError`` with code `indexOutOfRange` unless the index is below the size.
  /// - Complexity: O(log *n*).
  public static func plan(index: UInt64, size: UInt64) throws(TransparencyError) -> ProofPlan {
    try requireLeaf(index, in: size)
    var leaves = 0..<size
    var siblings: [Range<UInt64>] = []
    while leaves.upperBound - leaves.lowerBound > 1 {
      let middle = division(of: leaves)
      let (left, right) = (leaves.lowerBound..<middle, middle..<leaves.upperBound)
      siblings.append(index < middle ? right : left)
      leaves = index < middle ? left : right
    }
    return ProofPlan(siblings.reversed())
  }

  /// Checks the proof (RFC 9162 §2.1.3.2).
  ///
  /// - Parameters:
  ///   - leaf: The hash of the entry that is said to be at ``index``, see ``TreeHash/leaf(_:)-(RawSpan)``.
  ///   - head: The tree that is said to hold it.
  /// - Throws: ``TransparencyError`` with code `indexOutOfRange`, `proofTooShort`, `proofTooLong` or `rootMismatch`.
  /// - Complexity: One hash for every hash of the proof, O(log *n*).
  public func check(leaf: TreeHash, in head: TreeHead) throws(TransparencyError) {
    try Self.requireLeaf(index, in: head.size)
    var path = ProofPath(leaf: index, size: head.size)
    var root = leaf
    for hash in hashes {
      switch try path.step() {
      case .left: root = .node(hash, root)
      case .right: root = .node(root, hash)
      }
    }
    try path.end()
    guard root == head.root else {
      throw TransparencyError(.rootMismatch, "the proof does not lead to the root of the tree of \(head.size) leaves")
    }
  }

  private static func requireLeaf(_ index: UInt64, in size: UInt64) throws(TransparencyError) {
    guard index < size else {
      throw TransparencyError(.indexOutOfRange, "a tree of \(size) leaves has no leaf of index \(index)")
    }
  }
}
