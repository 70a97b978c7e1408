import EventModel
import LMDB
import TransparencyLog

extension EventLog {
  /// Reads every record again and compares everything stored with what the records give, on all cores.
  ///
  /// What is checked is told by ``AuditCheck``. The rows of the tail are not stored. What is appended meanwhile is read
  /// too, as far as its rows are in runs.
  ///
  /// - Parameters:
  ///   - secret: random bytes drawn for this audit alone.
  ///   - scope: how much is read, and what it is compared with.
  ///   - judge: says what else is wrong with events.
  /// - Returns: what was found; damage is part of the report, not an error.
  /// - Complexity: O(events + rows).
  package func audit(
    secret: TallyKey, scope: AuditScope = AuditScope(), judge: any RecordJudge = NoJudge()
  ) throws -> AuditReport {
    try EventLog.audit(environment, memory, secret, scope, judge)
  }

  static func audit(
    _ environment: Environment, _ memory: RowMemory, _ secret: TallyKey, _ scope: AuditScope = AuditScope(),
    _ judge: any RecordJudge = NoJudge()
  ) throws -> AuditReport {
    let sources = AuditSources(environment: environment, memory: memory, judge: judge, secret: secret, scope: scope)
    do {
      return try sources.report()
    } catch let damage as LogDamage {
      // Without the end of the log or the hashes of the trusted tree there is nothing to go on from.
      var report = AuditReport()
      report.add(damage)
      return report
    }
  }
}

/// What all parts of an audit work with.
struct AuditSources: Sendable {
  let environment: Environment
  let memory: RowMemory
  let judge: any RecordJudge
  let secret: TallyKey
  let scope: AuditScope
  private let done = Guarded<(done: UInt64, total: UInt64)>((0, 0))

  init(
    environment: Environment, memory: RowMemory, judge: any RecordJudge, secret: TallyKey, scope: AuditScope
  ) {
    (self.environment, self.memory, self.judge) = (environment, memory, judge)
    (self.secret, self.scope) = (secret, scope)
  }

  /// Reads and compares.
  fileprivate func report() throws -> AuditReport {
    let (head, start, objection) = try environment.read { reader in
      let log = try LogReader(reader)
      guard let trusted = scope.trusted else {
        return (log.head.number, try AuditStart(self, reader), HeadObjection?.none)
      }
      let found = try log.treeHead(at: min(Position(trusted.size), log.head))
      if found != trusted { return (log.head.number, try AuditStart(self, reader), HeadObjection(trusted, found)) }
      return (log.head.number, try AuditStart(self, after: Position(trusted.size), reader), nil)
    }
    var report = AuditReport()
    if let impossible = try environment.read({ try AuditSources.impossibleHead(head, $0) }) {
      report.add(impossible)
      return report
    }
    if let objection {
      report.add(objection.finding)
      return report
    }
    guard start.first <= head else {
      // Nothing to read: what was kept is compared all the same, above all when the log lost its end.
      try environment.read { try compareHeads([], read: nil, end: head, $0, &report) }
      return report
    }
    let positions = start.first...head
    expect(UInt64(positions.count))
    let log = try LogAudit(self, start, positions)
    report.add(log.report)
    do {
      try report.add(RunsAudit.report(self, log.read))
      try report.add(reviewReport(log.read.reviewed))
    } catch let incomplete as RowsIncomplete {
      report.add(AuditFinding(.rows, at: nil, incomplete.description))
    }
    return report
  }

  /// Demands that the log gives the trees of all checkpoints.
  ///
  /// - Parameters:
  ///   - given: the trees the records read give.
  ///   - positions: those records; of trusted ones the stored hashes are asked.
  ///   - end: the last position.
  ///   - reader: the transaction.
  ///   - report: gets what differs.
  func compareHeads(
    _ given: [TreeHead], read positions: ClosedRange<UInt64>?, end: UInt64, _ reader: Reader,
    _ report: inout AuditReport
  ) throws {
    let log = try LogReader(reader)
    report.checkpointCount = UInt64(scope.heads.count)
    for kept in scope.heads {
      let isRead = positions?.contains(kept.size) == true
      let found =
        isRead ? given.first { $0.size == kept.size } : try log.treeHead(at: Position(min(kept.size, end)))
      if found != kept { report.add(HeadObjection(kept, found).finding) }
    }
  }

  /// Says that the log ends beyond all its segments can hold: the key of the last one is made up, and going through the
  /// positions before it would take for ever.
  private static func impossibleHead(_ head: UInt64, _ reader: Reader) throws -> AuditFinding? {
    let countMax = UInt64(try reader.count(Tables.log)) * UInt64(Segment.countMax)
    guard head > countMax else { return nil }
    let text = "the log ends at position \(head), but its segments hold \(countMax) events at most"
    return AuditFinding(.positions, at: Position(countMax), text)
  }

  /// What the judge says of the events of which more is to be read.
  private func reviewReport(_ positions: [Position]) throws -> AuditReport {
    let parts = try map(positions.count) { index in
      var report = AuditReport()
      let position = positions[index]
      try environment.read { reader in
        do {
          let log = try LogReader(reader, memory)
          let objection = try judge.objection(to: log.event(at: position), in: log)
          report.closingCount += 1
          if let objection { report.add(AuditFinding(.closings, at: position, "position \(position): \(objection)")) }
        } catch let damage as LogDamage {
          report.add(damage)
        }
      }
      return report
    }
    return parts.reduce(into: AuditReport()) { $0.add($1) }
  }

  /// Does pieces of work on all threads.
  func map<R: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) throws -> R) throws -> [R] {
    try Workers.map(count, threadCount: scope.threadCount ?? Workers.coreCount, body)
  }

  /// Says how much more there is to do.
  func expect(_ count: UInt64) { done.update { $0.total += count } }

  /// Says that some of it is done.
  func progress(_ count: UInt64) {
    guard let tell = scope.progress else { return }
    let (done, total) = done.update { counts in
      counts.done += count
      return counts
    }
    tell(AuditProgress(doneCount: done, totalCount: total))
  }
}

/// A copy that is not what was copied.
package struct CopyDamaged: Error {
  /// What its audit found.
  package let report: AuditReport
}

extension EventLog {
  /// Copies the log as it is now into a new directory; every record and row of the copy is read again before it gets
  /// its name.
  ///
  /// - Parameters:
  ///   - directory: where the copy is made.
  ///   - secret: random bytes drawn for the copy's audit alone.
  /// - Throws: ``CopyDamaged`` or a ``StorageFault``; then nothing is left behind.
  package func backup(to directory: String, secret: TallyKey) throws {
    try environment.backup(to: directory) { copy in
      let report = try EventLog.audit(copy, RowMemory(postings: memory.postings, layout: memory.layout), secret)
      if !report.isIntact { throw CopyDamaged(report: report) }
    }
  }
}
