import EventModel
import LMDB
import TransparencyLog

/// Where an audit begins: with the first record, or behind a tree that is trusted.
struct AuditStart: Sendable {
  /// How the rows are divided into runs.
  var layout: RunLayout
  /// The first position that is read.
  var first: UInt64 = 1
  /// The tree before the first stretch.
  var before = CompactRange()
  /// The tree of the first stretch, as far as its records are trusted.
  var tree = TreeAudit(after: 0)
  /// The judge after the deciding events that are not read.
  var judge: any RecordJudge
  /// The recorded time of the last event that is not read.
  var lastTime: Instant?

  /// Begins with the first record.
  init(_ sources: AuditSources, _ reader: Reader) throws {
    layout = try RowState.stored(reader)?.layout ?? sources.memory.layout
    judge = sources.judge
  }

  /// Begins behind a tree that the stored hashes give.
  ///
  /// - Throws: ``LogDamage`` when a hash of the tree, or one of its last records, cannot be read.
  init(_ sources: AuditSources, after trusted: Position, _ reader: Reader) throws {
    try self.init(sources, reader)
    guard trusted > .zero else { return }
    first = trusted.number + 1
    let log = try LogReader(reader)
    let settled = TreeBlock.settledCount(trusted.number)
    let start = settled - settled % RecordAudit.stretchCount
    before = try log.nodes(after: 0, through: start)
    tree = TreeAudit(after: start, try log.nodes(after: start, through: settled))
    // The hashes of a block under way are not stored: at most 63 records.
    if settled < trusted.number {
      var report = AuditReport()
      try log.scan(Position(settled + 1)...trusted) { event in
        try tree.add(event.bytes, reader, &report)
        return true
      }
    }
    lastTime = try log.withEvent(at: trusted) { $0.recordedTime }
    try judge.prepare(LogReader(reader, sources.memory), through: trusted)
  }
}

extension LogReader {
  /// The stored nodes over some leaves, which begin at a multiple of a stretch.
  fileprivate func nodes(after start: UInt64, through end: UInt64) throws -> CompactRange {
    let hashes = try CompactRange.nodes(size: end - start).map { node in
      try hash(of: NodeID(level: node.level, index: node.index + start >> UInt64(node.level)))
    }
    return try CompactRange(size: end - start, hashes: hashes)
  }
}
