import EventModel
import LMDB
import TransparencyLog

/// Joins the stretches' trees to that of the whole log.
struct TreeJoin {
  /// The tree so far; `nil` behind a record that cannot be read.
  private var range: CompactRange?
  /// The trees of the sizes that were wanted.
  private(set) var heads: [TreeHead] = []

  /// Starts with what is known of the tree before the first stretch.
  init(_ before: CompactRange) { range = before }

  /// Adds the next stretch.
  mutating func add(_ stretch: TreeAudit, _ reader: Reader, _ report: inout AuditReport) throws {
    guard var whole = range else { return }
    for mark in stretch.marks { heads.append(whole.joined(with: mark.range).head) }
    guard !stretch.isLost else {
      range = nil
      return
    }
    var above: [TreeHash] = []
    whole.append(stretch.range, storing: &above)
    if let hashes = stretch.lastHashes {
      try TreeAudit.compare(hashes + above, whole.size / TreeBlock.leafCount - 1, reader, &report)
    }
    range = whole
  }
}

extension CompactRange {
  /// Appends another tree's leaves, whose number is not larger than the lowest subtree here stands for.
  fileprivate mutating func append(_ other: CompactRange, storing stored: inout [TreeHash]) {
    for (node, hash) in zip(CompactRange.nodes(size: other.size), other.hashes) {
      append(subtree: hash, level: node.level, storing: &stored)
    }
  }

  fileprivate func joined(with other: CompactRange) -> CompactRange {
    var (joined, stored) = (self, [TreeHash]())
    joined.append(other, storing: &stored)
    return joined
  }
}

/// Why a tree that was signed or kept is not one of this log.
struct HeadObjection {
  let finding: AuditFinding

  /// - Parameters:
  ///   - kept: the tree that has to be there.
  ///   - found: what there is of that size, or the whole tree where it is smaller; `nil` when it cannot be told.
  init(_ kept: TreeHead, _ found: TreeHead?) {
    let what = "the checkpoint of size \(kept.size) has root \(kept.root)"
    let difference =
      switch found {
      case nil: "what the records give cannot be told"
      case .some(let found) where found.size < kept.size: "the log ends at size \(found.size) with root \(found.root)"
      case .some(let found): "the records give root \(found.root)"
      }
    finding = AuditFinding(.checkpoints, at: Position(max(kept.size, 1)), "\(what), \(difference)")
  }
}
