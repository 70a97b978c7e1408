/// The way from a leaf up to the root, which tells on what side each hash of a proof belongs (RFC 9162 §2.1.3.2).
struct ProofPath {
  /// The side a proof's hash stands on.
  enum Side { case left, right }

  // The number of nodes before the current one on its level, and before the last one of that level.
  private var node: UInt64
  private var last: UInt64

  /// - Precondition: the leaf is in the tree.
  init(leaf: UInt64, size: UInt64) {
    node = leaf
    last = size - 1
  }

  /// Goes up while the current node is a right child, as at the start of a consistency proof.
  mutating func climbRightChildren() {
    while node & 1 == 1 { up() }
  }

  /// Goes one hash up.
  ///
  /// - Throws: ``TransparencyError`` with code `proofTooLong` at the root.
  mutating func step() throws(TransparencyError) -> Side {
    guard last != 0 else { throw TransparencyError(.proofTooLong, "the proof goes on above the root") }
    let isRightChild = node & 1 == 1
    let side: Side = isRightChild || node == last ? .left : .right
    // The last node of a level may have no sibling there: it stands higher up, and the hash belongs to its parent.
    if side == .left, !isRightChild { repeat { up() } while node & 1 == 0 && node != 0 }
    up()
    return side
  }

  /// Requires that the root was reached.
  ///
  /// - Throws: ``TransparencyError`` with code `proofTooShort`.
  func end() throws(TransparencyError) {
    guard last == 0 else { throw TransparencyError(.proofTooShort, "the proof ends below the root") }
  }

  private mutating func up() {
    node >>= 1
    last >>= 1
  }
}
