/// The little of a tree that is needed to go on appending: the roots of its largest full subtrees.
///
/// There is one for every one-bit of the size, largest first, so a log of a million leaves is carried on with at most
/// twenty hashes. Which nodes those are is told by ``nodes(size:)``, so they can be read back from storage.
public struct CompactRange: Sendable, Hashable {
  /// The number of leaves.
  public private(set) var size: UInt64
  /// The roots of the full subtrees, largest first.
  public private(set) var hashes: [TreeHash]

  /// A tree without leaves.
  public init() {
    size = 0
    hashes = []
  }

  /// Goes on from a tree that was there before.
  ///
  /// - Parameters:
  ///   - size: The number of leaves.
  ///   - hashes: The hashes of ``nodes(size:)``.
  /// - Throws: ``TransparencyError`` with code `wrongHashCount` unless there is one for every one-bit of the size.
  public init(size: UInt64, hashes: [TreeHash]) throws(TransparencyError) {
    guard hashes.count == size.nonzeroBitCount else {
      throw TransparencyError(
        .wrongHashCount, "a tree of \(size) leaves has \(size.nonzeroBitCount) full subtrees, not \(hashes.count)")
    }
    self.size = size
    self.hashes = hashes
  }

  /// The nodes whose hashes carry a tree of this size on, in the order ``init(size:hashes:)`` takes them.
  ///
  /// - Complexity: O(log *n*).
  public static func nodes(size: UInt64) -> [NodeID] { NodeID.covering(0..<size) }

  /// The root over all leaves (RFC 6962 §2.1).
  ///
  /// - Complexity: O(log *n*) hashes, one less than there are subtrees.
  public var root: TreeHash { .folded(hashes) }

  /// The size and the root.
  public var head: TreeHead { TreeHead(size: size, root: root) }
}

extension CompactRange {
  /// Appends a leaf.
  ///
  /// - Parameter leaf: The leaf's hash, see ``TreeHash/leaf(_:)-(RawSpan)``.
  /// - Complexity: One hash on average, O(log *n*) at most.
  public mutating func append(_ leaf: TreeHash) {
    append(leaf, level: 0) { _ in }
  }

  /// Appends a leaf and tells what has to be stored for it.
  ///
  /// - Parameters:
  ///   - leaf: The leaf's hash.
  ///   - stored: Gets the leaf's hash and those of the nodes it completes, lowest first. They belong at
  ///     ``NodeID/storedCount(size:)`` of the size before the append.
  public mutating func append(_ leaf: TreeHash, storing stored: inout [TreeHash]) {
    stored.append(leaf)
    append(leaf, level: 0) { stored.append($0) }
  }

  /// Appends many leaves.
  ///
  /// - Complexity: One hash a leaf.
  public mutating func append(contentsOf leaves: some Sequence<TreeHash>) {
    for leaf in leaves { append(leaf) }
  }

  /// Appends a full subtree that was hashed elsewhere, such as on another thread.
  ///
  /// - Parameters:
  ///   - root: The subtree's root.
  ///   - level: Its height; it stands for 2^level leaves.
  /// - Precondition: the size is a multiple of 2^level.
  public mutating func append(subtree root: TreeHash, level: Int) {
    var stored: [TreeHash] = []
    append(subtree: root, level: level, storing: &stored)
  }

  /// The same, and tells what has to be stored of the nodes above the subtree's root.
  ///
  /// - Parameters:
  ///   - root: The subtree's root.
  ///   - level: Its height; it stands for 2^level leaves.
  ///   - stored: Gets the hashes of the nodes that are completed, lowest first.
  /// - Precondition: the size is a multiple of 2^level.
  public mutating func append(subtree root: TreeHash, level: Int, storing stored: inout [TreeHash]) {
    precondition(size & (1 << level - 1) == 0, "a subtree of level \(level) cannot start at leaf \(size)")
    append(root, level: level) { stored.append($0) }
  }

  /// Joins the new hash with every subtree that waited for a sibling of its height.
  @inline(__always)
  private mutating func append(_ hash: TreeHash, level: Int, completing: (TreeHash) -> Void) {
    var (joined, waiting) = (hash, size >> level)
    while waiting & 1 == 1 {
      joined = .node(hashes.removeLast(), joined)
      completing(joined)
      waiting >>= 1
    }
    hashes.append(joined)
    size += 1 << level
  }
}
