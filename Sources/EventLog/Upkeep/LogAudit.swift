import EventModel
import LMDB
import TransparencyLog

/// What an audit knows once the records are read.
struct ReadRecords: Sendable {
  /// The positions read; those before are trusted.
  let positions: ClosedRange<UInt64>
  /// What their rows come to.
  var tallies: RowTallies
  /// Positions whose rows cannot be told, in order.
  var unreadable: [ClosedRange<UInt64>] = []
  /// The events of which more is to be read.
  var reviewed: [Position] = []
}

/// Reads the records of a log, stretch by stretch on all threads, and joins what they come to in order.
struct LogAudit {
  private let sources: AuditSources
  private let start: AuditStart
  private(set) var report = AuditReport()
  private(set) var read: ReadRecords
  private var tree: TreeJoin
  private var lastTime: Instant?
  /// The judge of all stretches joined.
  private var judge: any RecordJudge
  /// How many stretches are read before they are joined.
  private static let joinedCount = 64

  /// Reads the positions.
  init(_ sources: AuditSources, _ start: AuditStart, _ positions: ClosedRange<UInt64>) throws {
    (self.sources, self.start) = (sources, start)
    read = ReadRecords(positions: positions, tallies: RowTallies(positions, start.layout))
    tree = TreeJoin(start.before)
    lastTime = start.lastTime
    judge = start.judge
    let first = Int((positions.lowerBound - 1) / RecordAudit.stretchCount)
    let count = Int((positions.upperBound - 1) / RecordAudit.stretchCount) - first + 1
    let glances = try sources.map(count) { [start] index in
      try sources.environment.read { try TypeGlance(start.judge, stretch(first + index, positions), $0) }
    }
    read.reviewed = glances.flatMap(\.reviewed)
    let judges = try judges(before: glances)
    // Joined some at a time, so that what stretches came to does not pile up.
    for begin in stride(from: 0, to: count, by: LogAudit.joinedCount) {
      let parts = try sources.map(min(LogAudit.joinedCount, count - begin)) { [start] offset in
        let index = begin + offset
        let positions = stretch(first + index, positions)
        let tree = index == 0 ? start.tree : TreeAudit(after: UInt64(first + index) * RecordAudit.stretchCount)
        let derivation = RowDerivation(sources.memory.postings, judges[index], sources.secret)
        let part = try sources.environment.read { reader in
          try RecordAudit(positions, start.layout, tree.wanting(sources.scope.heads.map(\.size)), derivation, reader)
        }
        sources.progress(UInt64(positions.count))
        return part
      }
      try sources.environment.read { reader in for part in parts { try join(part, reader) } }
    }
    try sources.environment.read { reader in
      report.closingCount = judge.closingCount
      try sources.compareHeads(
        tree.heads, read: positions, end: positions.upperBound, reader, &report)
      // Whole only when nothing was appended meanwhile; what was is not read.
      if try LogReader.storedHead(reader).number == positions.upperBound { try compareTreeCount(reader) }
    }
  }

  /// One copy of the judge for each stretch, after the deciding events before it.
  private func judges(before glances: [TypeGlance]) throws -> [any RecordJudge] {
    var judge = start.judge
    var judges: [any RecordJudge] = []
    for glance in glances {
      judges.append(judge)
      try sources.environment.read { reader in
        let log = try LogReader(reader)
        // What cannot be read is named by the stretch it lies in.
        for position in glance.deciding { if let event = try? log.event(at: position) { judge.take(event) } }
      }
    }
    return judges
  }

  private mutating func join(_ part: RecordAudit, _ reader: Reader) throws {
    report.add(part.report)
    if let last = lastTime, let first = part.firstTime, first.time <= last {
      report.add(LogDamage(position: first.position, reason: .recordedTimeNotRising))
    }
    lastTime = part.lastTime ?? lastTime
    for (position, objection) in judge.objections(joining: part.judge) {
      report.add(AuditFinding(.closings, at: position, "position \(position): \(objection)"))
    }
    read.tallies.add(part.tallies)
    read.unreadable += part.unreadable
    try tree.add(part.tree, reader, &report)
  }

  /// Demands that no block of hashes is stored but those of the records.
  private mutating func compareTreeCount(_ reader: Reader) throws {
    let (count, expected) = (try reader.count(Tables.tree), Int(read.positions.upperBound / TreeBlock.leafCount))
    if count != expected {
      let text = "table \"\(Tables.tree.name)\" holds \(count) blocks, its log has \(expected)"
      report.add(AuditFinding(.strayHashes, at: nil, text))
    }
  }
}

/// The positions of a stretch that are read.
private func stretch(_ number: Int, _ positions: ClosedRange<UInt64>) -> ClosedRange<UInt64> {
  let first = UInt64(number) * RecordAudit.stretchCount + 1
  return max(first, positions.lowerBound)...min(positions.upperBound, first - 1 + RecordAudit.stretchCount)
}
