public import EventModel

/// What a ledger holds and how it is stored.
public struct LedgerStatistics: Sendable, Hashable {
  /// What follows from the events alone: equal for a ledger and its replica.
  public var contents: Contents
  /// How and where this copy is stored.
  public var storage: Storage

  /// What follows from the events alone.
  public struct Contents: Sendable, Hashable {
    /// The newest position.
    public var head: Position = .zero
    /// How many events there are of each type that occurs.
    public var eventCounts: [EventType: UInt64] = [:]
    /// How many rows each derived table has, by its stored name.
    public var rowCounts: [String: Int] = [:]
    /// When the first event was recorded.
    public var firstRecordedTime: Instant?
    /// When the newest event was recorded.
    public var lastRecordedTime: Instant?
    /// The earliest valid time of any event.
    public var firstValidTime: Instant?
    /// The latest valid time of any event.
    public var lastValidTime: Instant?
    /// Whether no role was ever granted, so that no authority rule applies.
    public var isStandAlone: Bool { eventCounts[.roleGranted, default: 0] == 0 }
  }

  /// How and where a copy is stored.
  public struct Storage: Sendable, Hashable {
    /// The ledger's directory, as it was given.
    public var path: String
    /// The version of the LMDB library.
    public var lmdbVersion: String
    /// Size of the data file in bytes.
    public var fileBytes: Int
    /// Bytes of all pages in use or free for use again.
    public var usedBytes: Int
    /// The most the data file may grow to, in bytes.
    public var quotaBytes: Int
    /// Bytes free on the disk, when that can be told.
    public var freeDiskBytes: Int?
    /// Pages of each table, by its stored name.
    public var pageCounts: [String: Int]
    /// Reader slots used at once so far, and how many there are.
    public var readerSlotsUsed: Int
    /// How many reader slots there are.
    public var readerSlotsMax: Int
  }
}
