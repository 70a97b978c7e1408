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
    if let objection {
      report.add(objection.finding)
      return report
    }
    guard start.first <= head else { return report }
    let positions = start.first...head
    expect(UInt64(positions.count))
    let log = try LogAudit(self, start, positions)
    report.add(log.report)
    try report.add(RunsAudit.report(self, log.read))
    try report.add(reviewReport(log.read.reviewed))
    return report
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
