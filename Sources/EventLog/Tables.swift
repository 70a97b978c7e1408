package import LMDB

/// The tables of a ledger's environment: this file is the storage schema.
///
/// `log` is the truth. All other tables are derived from it and can be dropped and rebuilt to the same bytes.
package enum Tables {
  /// First position of a segment → segment (see ``Segment``).
  package static let log = Table("log", keys: .integer)
  /// `source ‖ 0 ‖ id ‖ 0 ‖ position` → nothing: which position an event id was recorded at.
  package static let ids = Table("ids", keys: .bytes, isDerived: true)
  /// `tag kind ‖ id ‖ 0 ‖ event group` → position, valid time, event type: what happened to an entity.
  ///
  /// The key is stored once for all events of the entity, which halves the pages an append dirties.
  package static let timelines = Table("timelines", keys: .grouped, isDerived: true)
  /// `resource ‖ 0 ‖ end ‖ position` → start, booking: when a resource was exclusively promised.
  package static let calendar = Table("calendar", keys: .bytes, isDerived: true)
  /// `account ‖ 0` → position, day, amount: everything countable.
  package static let postings = Table("postings", keys: .grouped, isDerived: true)
  /// Name → value: whether the derived tables are complete, and in which layout.
  package static let state = Table("state", keys: .bytes)

  /// Every table an environment must declare when it is opened.
  package static let all = [log, ids, timelines, calendar, postings, state]
}

/// The tables whose rows are a pure function of single events, by the number that orders them within a commit.
package enum DerivedTable: UInt8, CaseIterable, Sendable {
  case ids = 1
  case timelines = 2
  case calendar = 3
  case postings = 4

  /// Whether the position opens the stored value instead of ending the stored key.
  var isGrouped: Bool { table.keys == .grouped }

  /// The table the rows are stored in.
  package var table: Table {
    switch self {
    case .ids: Tables.ids
    case .timelines: Tables.timelines
    case .calendar: Tables.calendar
    case .postings: Tables.postings
    }
  }
}
