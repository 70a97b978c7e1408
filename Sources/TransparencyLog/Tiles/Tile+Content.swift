extension Tile {
  /// Makes the content of hashes from storage.
  ///
  /// - Parameter read: Answers the hash of a node; called once for each of ``nodes``, in order.
  /// - Returns: ``byteCount`` bytes.
  /// - Throws: what `read` throws.
  public func content<Failure: Error>(
    reading read: (NodeID) throws(Failure) -> TreeHash
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount)
    for node in nodes { bytes += try read(node).bytes }
    return bytes
  }

  /// Takes the content apart.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedTile` unless it has ``byteCount`` bytes.
  public func hashes(_ content: [UInt8]) throws(TransparencyError) -> [TreeHash] {
    guard content.count == byteCount else {
      throw TransparencyError(.malformedTile, "\(path) has \(byteCount) bytes, not \(content.count)")
    }
    var hashes: [TreeHash] = []
    for offset in stride(from: 0, to: byteCount, by: TreeHash.byteCount) {
      hashes.append(try TreeHash(content[offset..<offset + TreeHash.byteCount]))
    }
    return hashes
  }

  /// The tile that a node of a tree is in, or follows from.
  ///
  /// - Parameters:
  ///   - node: A node with all its leaves in the tree.
  ///   - size: The number of leaves of the tree.
  public static func holding(_ node: NodeID, size: UInt64) -> Tile {
    let level = node.level / height
    let first = node.index << (node.level % height)
    let count = size >> UInt64(level * height)
    let index = first / UInt64(widthMax)
    return Tile(level: level, index: index, width: Int(min(count - index * UInt64(widthMax), UInt64(widthMax))))
  }

  /// The hash of a node, which levels between the tiles' own are hashed from the tile for.
  ///
  /// - Parameters:
  ///   - node: A node that ``holding(_:size:)`` answered this tile for.
  ///   - hashes: The tile's hashes.
  /// - Precondition: the tile holds the node.
  /// - Complexity: O(2^*k*), *k* being how far the node is above the tile's level, below eight.
  public func hash(of node: NodeID, in hashes: [TreeHash]) -> TreeHash {
    let first = Int(node.index << (node.level % Self.height) - index * UInt64(Self.widthMax))
    var subtree = CompactRange()
    subtree.append(contentsOf: hashes[first..<first + 1 << (node.level % Self.height)])
    return subtree.root
  }
}
