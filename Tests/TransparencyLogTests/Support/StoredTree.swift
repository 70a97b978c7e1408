import Testing
import TransparencyLog

/// A log whose hashes are kept the way a store would: one behind the other, found by their place.
struct StoredTree {
  private(set) var entries: [[UInt8]] = []
  private(set) var stored: [TreeHash] = []
  private var range = CompactRange()

  init(_ entries: some Sequence<[UInt8]>) {
    for entry in entries { append(entry) }
  }

  mutating func append(_ entry: [UInt8]) {
    entries.append(entry)
    range.append(.leaf(entry.span.bytes), storing: &stored)
  }

  /// Each entry is its index in ASCII digits.
  static func numbered(_ count: Int) -> StoredTree { StoredTree((0..<count).map { Array(String($0).utf8) }) }

  var size: UInt64 { UInt64(entries.count) }
  var head: TreeHead { range.head }

  func hash(_ node: NodeID) -> TreeHash { stored[Int(node.storedIndex)] }

  /// The head it had at a smaller size.
  func head(_ size: UInt64) throws -> TreeHead {
    try CompactRange(size: size, hashes: CompactRange.nodes(size: size).map(hash)).head
  }

  func leaf(_ index: UInt64) -> TreeHash {
    let entry = entries[Int(index)]
    return .leaf(entry.span.bytes)
  }

  func inclusion(_ index: UInt64, in size: UInt64) throws -> InclusionProof {
    InclusionProof(index: index, hashes: try InclusionProof.plan(index: index, size: size).hashes(reading: hash))
  }

  func consistency(from old: UInt64, to size: UInt64) throws -> ConsistencyProof {
    ConsistencyProof(hashes: try ConsistencyProof.plan(from: old, to: size).hashes(reading: hash))
  }
}
