package import LMDB

/// The tables of a ledger's environment: this file is the storage schema.
///
/// `log` is the truth. Everything else is derived from it and can be dropped and rebuilt to the same bytes.
package enum Tables {
  /// First position of a segment → segment (see ``Segment``).
  package static let log = Table("log", keys: .integer)
  /// Place of a block (see ``RunName``) → block of rows, of fences or of a filter: the runs of one level a table, those
  /// of entities and those of postings.
  ///
  /// A merge of entities empties the tables of the levels below and appends to its own, so that no single block is ever
  /// deleted; runs of postings stay.
  package static let levels = [
    Table("runs0", keys: .integer, isDerived: true), Table("runs1", keys: .integer, isDerived: true),
    Table("runs2", keys: .integer, isDerived: true), Table("runs3", keys: .integer, isDerived: true),
  ]
  /// The same for postings.
  package static let postingLevels = [
    Table("postings0", keys: .integer, isDerived: true), Table("postings1", keys: .integer, isDerived: true),
    Table("postings2", keys: .integer, isDerived: true), Table("postings3", keys: .integer, isDerived: true),
  ]
  /// All tables of runs.
  package static let runs = levels + postingLevels
  /// Number of 64 adjacent leaves → hashes they complete (see ``TreeBlock``).
  package static let tree = Table("tree", keys: .integer, isDerived: true)
  /// Name → value: which positions are settled in runs, and in which layout.
  package static let state = Table("state", keys: .bytes)

  /// Every table an environment must declare when it is opened.
  package static let all = [log] + runs + [tree, state]
}

/// The kinds of rows, by the number that orders them within a run.
package enum DerivedTable: UInt8, CaseIterable, Sendable {
  /// `source ‖ 0 ‖ id ‖ 0` → nothing: which position an event id was recorded at.
  case ids = 1
  /// `tag kind ‖ id ‖ 0 ‖ event group` → valid time, event type: what happened to an entity.
  case timelines = 2
  /// `resource ‖ 0 ‖ end` → start, booking: when a resource was exclusively promised.
  case calendar = 3
  /// `account ‖ 0 ‖ day` → amount: everything countable.
  case postings = 4

  /// The name in reports.
  package var name: String {
    switch self {
    case .ids: "ids"
    case .timelines: "timelines"
    case .calendar: "calendar"
    case .postings: "postings"
    }
  }

  /// With which other kinds its rows are settled.
  var shelf: Shelf { self == .postings ? .postings : .entities }

  /// How many bytes at the end of a key order the rows within their bucket.
  var orderCount: Int {
    switch self {
    case .ids, .timelines: 0
    case .calendar: 8
    case .postings: 4
    }
  }
}
