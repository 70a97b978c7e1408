/// Shows that a tree begins with the very leaves of an older one: nothing was changed, removed or put between
/// (RFC 6962 §2.1.2).
public struct ConsistencyProof: Sendable, Hashable {
  /// The hashes, lowest first; none when both trees are the same.
  public let hashes: [TreeHash]

  /// Takes a proof as it was received or read; ``check(from:to:)`` tells whether it holds.
  public init(hashes: [TreeHash]) { self.hashes = hashes }

  /// Which hashes prove it.
  ///
  /// - Parameters:
  ///   - oldSize: The number of leaves of the older tree, at least one: everything begins with nothing, so there is
  ///     no proof of it.
  ///   - size: The number of leaves of the newer tree.
  /// - Throws: ``TransparencyError`` with code `sizesOutOfOrder`.
  /// - Complexity: O(log *n*).
  public static func plan(from oldSize: UInt64, to size: UInt64) throws(TransparencyError) -> ProofPlan {
    try requireOrder(oldSize, size)
    var leaves = 0..<size
    var parts: [Range<UInt64>] = []
    while leaves.upperBound != oldSize {
      let middle = division(of: leaves)
      let (left, right) = (leaves.lowerBound..<middle, middle..<leaves.upperBound)
      parts.append(oldSize <= middle ? right : left)
      leaves = oldSize <= middle ? left : right
    }
    // A subtree that is the whole older tree is not sent: whoever checks has its root.
    if leaves.lowerBound > 0 { parts.append(leaves) }
    return ProofPlan(parts.reversed())
  }

  /// Checks the proof (RFC 9162 §2.1.4.2).
  ///
  /// - Parameters:
  ///   - old: The head of the older tree.
  ///   - head: The head of the newer tree.
  /// - Throws: ``TransparencyError`` with code `sizesOutOfOrder`, `proofTooShort`, `proofTooLong`, `oldRootMismatch` or
  ///   `rootMismatch`.
  /// - Complexity: At most two hashes for every hash of the proof, O(log *n*).
  public func check(from old: TreeHead, to head: TreeHead) throws(TransparencyError) {
    try Self.requireOrder(old.size, head.size)
    if old.size == head.size { return try checkSame(old, head) }
    var rest = hashes[...]
    // The older root itself is the first part when that tree is full.
    let isFull = old.size & (old.size - 1) == 0
    guard let first = isFull ? old.root : rest.popFirst() else {
      throw TransparencyError(.proofTooShort, "the proof has no hashes")
    }
    var path = ProofPath(leaf: old.size - 1, size: head.size)
    path.climbRightChildren()
    var (oldRoot, root) = (first, first)
    for hash in rest {
      switch try path.step() {
      case .left: (oldRoot, root) = (.node(hash, oldRoot), .node(hash, root))
      case .right: root = .node(root, hash)
      }
    }
    try path.end()
    guard oldRoot == old.root else {
      throw TransparencyError(.oldRootMismatch, "the proof does not lead to the root of the tree of \(old.size) leaves")
    }
    try Self.requireSame(root, head)
  }

  private func checkSame(_ old: TreeHead, _ head: TreeHead) throws(TransparencyError) {
    guard hashes.isEmpty else {
      throw TransparencyError(.proofTooLong, "two trees of \(head.size) leaves need no hashes to be the same")
    }
    try Self.requireSame(old.root, head)
  }

  private static func requireSame(_ root: TreeHash, _ head: TreeHead) throws(TransparencyError) {
    guard root == head.root else {
      throw TransparencyError(.rootMismatch, "the proof does not lead to the root of the tree of \(head.size) leaves")
    }
  }

  private static func requireOrder(_ oldSize: UInt64, _ size: UInt64) throws(TransparencyError) {
    guard oldSize > 0, oldSize <= size else {
      throw TransparencyError(
        .sizesOutOfOrder, "a tree of \(size) leaves cannot be proved to begin with one of \(oldSize)")
    }
  }
}
