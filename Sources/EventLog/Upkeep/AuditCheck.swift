public import EventModel
import LMDB

/// What an audit checks: each can be broken without breaking another.
public enum AuditCheck: String, Sendable, Hashable, CaseIterable {
  /// Every position has one record.
  case positions
  /// Every record has its checksum.
  case checksums
  /// Every record decodes, encodes to its own bytes, and has amounts that can be posted.
  case records
  /// Recorded time rises with position.
  case recordedTimes
  /// Authors signed what is signed in their name.
  case authorship
  /// Every row that follows from an event is stored and no other.
  case rows
  /// Every block of rows, every fence and every filter has the bytes its rows give, in their order.
  case blocks
  /// No block of rows is stored that is of no run.
  case strayBlocks
  /// Every stored hash of the tree is that of its records.
  case tree
  /// No block of hashes is stored that is of no record.
  case strayHashes
  /// The totals of every closing are those of its postings.
  case closings
  /// Every checkpoint given has a root that the records give.
  case checkpoints
  /// Every checkpoint given is signed by a key that is trusted.
  case signatures
}

/// Something an audit found wrong.
public struct AuditFinding: Sendable, Hashable, CustomStringConvertible {
  /// The check that did not hold.
  public let check: AuditCheck
  /// The first position concerned; `nil` for what has none.
  public let position: Position?
  /// What is wrong, in one line that names the position.
  public let description: String

  package init(_ check: AuditCheck, at position: Position?, _ description: String) {
    self.check = check
    self.position = position
    self.description = description
  }

  /// Says that stored bytes are not what was written.
  init(_ damage: LogDamage) {
    self.init(damage.check, at: damage.position, damage.description)
  }

  /// Whether it is named before another: by position, what has none last.
  func isBefore(_ other: AuditFinding) -> Bool {
    (position?.number ?? .max) < (other.position?.number ?? .max)
  }
}

extension LogDamage {
  fileprivate var check: AuditCheck {
    switch reason {
    case .segmentTooShort, .segmentTable, .missing, .recordedTwice: .positions
    case .checksum: .checksums
    case .record, .encoding, .postings: .records
    case .recordedTimeNotRising: .recordedTimes
    case .derivedRow(let table): table == Tables.tree.name ? .tree : .rows
    case .derivedRun: .blocks
    }
  }
}
