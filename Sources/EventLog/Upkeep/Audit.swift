package import EventModel
import LMDB

/// What a full check of a log found.
public struct AuditReport: Sendable, Hashable {
  /// How many events were read.
  public var eventCount: UInt64 = 0
  /// How many derived rows were compared with the log.
  public var rowCount: UInt64 = 0
  /// How many authors' signatures were judged.
  public var signatureCount: UInt64 = 0
  /// The first damages, in order of position, at most ``damageCountMax``.
  public var damages: [String] = []
  /// How many damages there are in all.
  public var damageCount: UInt64 = 0

  /// How many damages are named.
  public static let damageCountMax = 100

  /// Whether everything was as it must be.
  public var isIntact: Bool { damageCount == 0 }

  mutating func add(_ damage: LogDamage) { add(damage.description) }

  /// Counts a damage, and names it while there is room.
  package mutating func add(_ damage: String) {
    damageCount += 1
    if damages.count < AuditReport.damageCountMax { damages.append(damage) }
  }
}

extension EventLog {
  /// Reads every record again and compares every stored row with the log.
  ///
  /// Checked: no position is missing, checksums, recorded time rising, each record decodes and encodes to its own
  /// bytes, every row that must be in a run is there with the bytes it must have, no other row is, every block, fence
  /// and filter has the bytes its rows give, and every hash of the tree is that of its records. The rows of the tail are
  /// not stored.
  ///
  /// - Parameters:
  ///   - progress: called with the position reached and the head.
  ///   - judge: called with every event that can be read, in the order of recording; answers what else is wrong with it.
  /// - Complexity: O(events + rows · log rows).
  package func audit(
    progress: (Position, Position) -> Void = { _, _ in }, judge: (RecordedEvent) -> String? = { _ in nil }
  ) throws -> AuditReport {
    try EventLog.audit(environment, memory, progress, judge)
  }

  static func audit(
    _ environment: Environment, _ memory: RowMemory, _ progress: (Position, Position) -> Void = { _, _ in },
    _ judge: (RecordedEvent) -> String? = { _ in nil }
  ) throws -> AuditReport {
    var report = AuditReport()
    let end = try environment.read { try LogReader.storedHead($0) }
    var next = Position(1)
    var last: Instant?
    var rows = RowAudit()
    var tree = TreeAudit()
    while next <= end {
      let sliceEnd = min(end, Position(next.number + RowAudit.sliceCount - 1))
      try environment.read { reader in
        let log = try LogReader(reader)
        let derived = try log.auditRecords(
          next...sliceEnd, memory.postings, judge, after: &last, &tree, into: &report)
        try rows.compare(derived, log.head, memory.layout, reader, &report)
      }
      progress(sliceEnd, end)
      next = sliceEnd.next
    }
    try environment.read { reader in
      let head = try LogReader.storedHead(reader)
      try rows.compareBlocks(head, memory.layout, reader, &report)
      if head == end { try tree.end(head, reader, &report) }
    }
    return report
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
  /// - Throws: ``CopyDamaged`` or a ``StorageFault``; then nothing is left behind.
  package func backup(to directory: String) throws {
    try environment.backup(to: directory) { copy in
      let report = try EventLog.audit(copy, RowMemory(postings: memory.postings, layout: memory.layout))
      if !report.isIntact { throw CopyDamaged(report: report) }
    }
  }
}

extension LogReader {
  /// Checks the records of a range and derives their rows.
  fileprivate func auditRecords(
    _ range: ClosedRange<Position>, _ postings: any PostingRules, _ judge: (RecordedEvent) -> String?,
    after last: inout Instant?, _ tree: inout TreeAudit, into report: inout AuditReport
  ) throws -> SliceRows {
    var slice = SliceRows(positions: range.lowerBound.number...range.upperBound.number)
    for number in slice.positions {
      let position = Position(number)
      do {
        let event = try auditRecord(at: position)
        try withEvent(at: position) { try tree.add($0.bytes, reader, &report) }
        if let previous = last, event.recordedTime <= previous {
          report.add(LogDamage(position: position, reason: .recordedTimeNotRising))
        }
        last = event.recordedTime
        if let wrong = judge(event) { report.add("position \(position): \(wrong)") }
        Rows.add(event.event, try postings.entry(of: event.event), at: position, to: &slice.rows)
      } catch let damage as LogDamage {
        report.add(damage)
        slice.unreadable.insert(number)
        try tree.add(nil, reader, &report)
      }
      report.eventCount += 1
    }
    report.rowCount += UInt64(slice.rows.count)
    return slice
  }

  /// Decodes a record and demands that it encodes to its own bytes: what was checked before writing holds after.
  private func auditRecord(at position: Position) throws -> RecordedEvent {
    try withEvent(at: position) { view in
      let event: RecordedEvent
      do throws(CodecError) {
        event = try view.recordedEvent()
      } catch {
        throw LogDamage(position: position, reason: .record(error))
      }
      var bytes: [UInt8] = []
      EventRecord.encode(event.event, recordedTime: event.recordedTime, batch: event.batch, into: &bytes)
      guard bytes.span.bytes.equals(view.bytes) else {
        throw LogDamage(position: position, reason: .checksum)
      }
      return event
    }
  }
}
