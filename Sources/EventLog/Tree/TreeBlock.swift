import EventModel
import LMDB
import TransparencyLog

/// The hashes of the tree that 64 adjacent leaves complete, in one value keyed by the block's number.
///
/// Little-endian: `u32 crc` (CRC-32C of the rest, tied to the block's number), then the hashes in the order in which
/// leaf after leaf completes them, those above the block behind the last one. The two lowest levels are left out: four
/// records hash faster than a page is read. So an event costs 16 bytes, and any node is one look-up or four records.
enum TreeBlock {
  /// How many leaves a block has.
  static let leafCount: UInt64 = 64
  /// The lowest level whose hashes are stored.
  static let levelMin = 2

  /// How many leaves of a log are in complete blocks.
  static func settledCount(_ leafCount: UInt64) -> UInt64 { leafCount - leafCount % TreeBlock.leafCount }

  /// Where the hash of a node of a stored level is.
  static func place(of node: NodeID) -> (block: UInt64, index: Int) {
    let lastLeaf = (node.index + 1) << UInt64(node.level) - 1
    let block = lastLeaf / leafCount
    // The stored levels are those of a tree whose leaves are groups of four.
    let group = NodeID(level: node.level - levelMin, index: node.index)
    let first = NodeID.storedCount(size: block * leafCount >> UInt64(levelMin))
    return (block, Int(group.storedIndex - first))
  }

  /// The value of a block.
  static func bytes(_ hashes: [TreeHash], of block: UInt64) -> [UInt8] {
    var bytes: [UInt8] = [0, 0, 0, 0]
    bytes.reserveCapacity(4 + hashes.count * TreeHash.byteCount)
    for hash in hashes { hash.withBytes { bytes.append($0) } }
    return Block.sealed(bytes, at: block)
  }

  /// The hash of a node of a stored level, from its block.
  ///
  /// - Throws: ``LogDamage`` when the block is missing or altered.
  static func hash(of node: NodeID, _ reader: Reader) throws -> TreeHash {
    let (block, index) = place(of: node)
    guard let bytes = try reader.get(Tables.tree, block), bytes.byteCount >= 4 + (index + 1) * TreeHash.byteCount,
      Checksum.crc32c(bytes.extracting(4..<bytes.byteCount), position: block) == bytes.u32(at: 0)
    else { throw damage(block) }
    let start = 4 + index * TreeHash.byteCount
    return try TreeHash(bytes.extracting(start..<start + TreeHash.byteCount))
  }

  /// Says that a block is not what its records give.
  static func damage(_ block: UInt64) -> LogDamage {
    LogDamage(position: Position(block * leafCount + 1), reason: .derivedRow(table: Tables.tree.name))
  }
}
