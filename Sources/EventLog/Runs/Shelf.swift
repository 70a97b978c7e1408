import LMDB

/// Kinds of rows that are settled and merged together.
enum Shelf: UInt8, CaseIterable, Sendable {
  /// What is asked of an entity or id: whatever is known, so that a run is gone once it is merged.
  case entities = 0
  /// What is added up as known at any position: the runs of all levels stay, so that a balance known at a position reads
  /// the runs there were when that position was the head, and costs no more than it did then.
  case postings = 1

  /// The kinds of rows, in their order.
  var kinds: [DerivedTable] { DerivedTable.allCases.filter { $0.shelf == self } }

  /// The tables of its runs, by level.
  var levels: [Table] {
    switch self {
    case .entities: Tables.levels
    case .postings: Tables.postingLevels
    }
  }

  /// Whether runs stay when they are merged.
  var keepsMerged: Bool { self == .postings }
}
