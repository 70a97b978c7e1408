import EventModel
import LMDB
import TransparencyLog

/// Compares the stored blocks of the tree with those the records of a stretch give.
///
/// A stretch begins at a multiple of its size, which is a power of two: so all nodes its leaves complete lie within it, but for
/// those its very last leaf completes above its root, which ``TreeJoin`` compares.
struct TreeAudit: Sendable {
  /// The level of the node over a whole stretch.
  static let stretchLevel = 14

  private let firstLeaf: UInt64
  private(set) var range: CompactRange
  private var hashes: [TreeHash] = []
  private var completed: [TreeHash] = []
  /// Sizes at which the tree is wanted, rising; those reached are gone.
  private var wanted: ArraySlice<UInt64> = []
  /// The sizes reached that were wanted, with the nodes over this stretch's leaves up to there.
  private(set) var marks: [(size: UInt64, range: CompactRange)] = []
  /// Whether a record could not be read: behind it no hash can be told.
  private(set) var isLost = false
  /// The hashes of the last block of a whole stretch, up to the stretch's root.
  private(set) var lastHashes: [TreeHash]?

  /// Starts with the leaves behind those before the stretch, some of which may be known.
  init(after firstLeaf: UInt64, _ range: CompactRange = CompactRange()) {
    self.firstLeaf = firstLeaf
    self.range = range
  }

  /// The same with trees of some sizes wanted.
  func wanting(_ sizes: [UInt64]) -> TreeAudit {
    var tree = self
    let reached = firstLeaf + range.size
    tree.wanted = Set(sizes).sorted().drop { $0 <= reached }
    return tree
  }

  /// Notes a record that cannot be read.
  mutating func lose() { isLost = true }

  /// Takes the next record.
  mutating func add(_ record: RawSpan, _ reader: Reader, _ report: inout AuditReport) throws {
    guard !isLost else { return }
    completed.removeAll(keepingCapacity: true)
    range.append(TreeHash.leaf(record), storing: &completed)
    if completed.count > TreeBlock.levelMin { hashes += completed[TreeBlock.levelMin...] }
    let size = firstLeaf + range.size
    if size == wanted.first {
      marks.append((size, range))
      wanted.removeFirst()
    }
    guard range.size % TreeBlock.leafCount == 0 else { return }
    if range.size == 1 << UInt64(TreeAudit.stretchLevel) {
      lastHashes = hashes
      return
    }
    let number = size / TreeBlock.leafCount - 1
    try TreeAudit.compare(hashes, number, reader, &report)
    hashes.removeAll(keepingCapacity: true)
  }

  /// Demands that a block is stored with these hashes.
  static func compare(
    _ hashes: [TreeHash], _ number: UInt64, _ reader: Reader, _ report: inout AuditReport
  ) throws {
    if try reader.get(Tables.tree, number)?.equals(TreeBlock.bytes(hashes, of: number).span.bytes) != true {
      report.add(TreeBlock.damage(number))
    }
  }
}
