import EventLog
import EventModel
import Foundation
import LMDB
import Synchronization

/// A log in a directory of its own that goes away with the test.
final class TemporaryLog {
  let directory: String
  private(set) var log: EventLog
  let clock: TestClock

  private let layout: RunLayout
  private let postings: any PostingRules

  init(
    admission: any AdmissionPolicy = AdmitAll(), layout: RunLayout = .standard,
    postings: any PostingRules = NoPostings()
  ) throws {
    directory = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)").path
    clock = TestClock()
    (self.layout, self.postings) = (layout, postings)
    try EventLog.create(directory: directory, id: UUID().uuidString, created: "2026-01-01")
    log = try TemporaryLog.open(directory, admission, clock, layout, postings)
  }

  func reopen(admission: any AdmissionPolicy = AdmitAll()) throws {
    try log.close()
    log = try TemporaryLog.open(directory, admission, clock, layout, postings)
  }

  /// Derives all rows anew; the log is open again afterwards.
  func rebuild(sliceCount: Int) throws {
    try log.close()
    try EventLog.rebuild(directory: directory, postings: postings, layout: layout, sliceCount: sliceCount)
    try reopen()
  }

  private static func open(
    _ directory: String, _ admission: any AdmissionPolicy, _ clock: TestClock, _ layout: RunLayout,
    _ postings: any PostingRules
  ) throws -> EventLog {
    try EventLog(
      directory: directory, access: .writing(admission: admission) { clock.now() }, postings: postings, layout: layout)
  }

  deinit {
    try? log.close()
    try? FileManager.default.removeItem(atPath: directory)
  }
}

extension EventLog {
  /// Every key and value of the stored runs, and the state beside them.
  func storedRows() throws -> [[UInt8]] { try entries(of: Tables.runs + [Tables.state]) }

  /// The same of all that is derived: the tree follows from the records, and so from how they were batched.
  func storedRowsAndTree() throws -> [[UInt8]] { try storedRows() + entries(of: [Tables.tree]) }

  private func entries(of tables: [Table]) throws -> [[UInt8]] {
    try environment.read { reader in
      var rows: [[UInt8]] = []
      for table in tables {
        var cursor = try reader.cursor(table)
        var entry = try cursor.first()
        while let found = entry {
          rows.append(Array(table.name.utf8) + found.key.bytes + [0xff] + found.value.bytes)
          entry = try cursor.next()
        }
      }
      return rows
    }
  }
}

/// A clock that a test sets.
final class TestClock: Sendable {
  private let time = Atomic<Int64>(1_767_225_600_000_000)

  func now() -> Instant {
    guard let instant = try? Instant(microseconds: time.load(ordering: .relaxed)) else { return .first }
    return instant
  }

  func set(_ text: String) throws { time.store(try Instant(rfc3339: text).microseconds, ordering: .relaxed) }
}

/// Events for tests of the log, which knows no domain rules.
enum Sample {
  static func registered(
    _ id: String, resource: String, unit: String = "x-unit", at time: String = "2025-06-01T08:00:00+08:00",
    source: String = "urn:test"
  ) throws -> Event {
    Event(
      id: try Identifier(id), source: try EventSource(source), validTime: try Instant(rfc3339: time),
      actor: try Identifier(unit), correlation: nil, causation: nil,
      payload: .resourceRegistered(ResourceRegistered(resource: try Identifier(resource), unit: try Identifier(unit))))
  }

  static func retraction(_ id: String, of target: Event, at time: String = "2025-06-01T08:00:00+08:00") throws -> Event
  {
    Event(
      id: try Identifier(id), source: target.source, validTime: try Instant(rfc3339: time), actor: target.actor,
      correlation: nil, causation: nil,
      payload: .eventRetracted(
        EventRetracted(
          targetSource: target.source, targetId: target.id, targetType: target.type, subjects: target.payload.tags,
          reason: try Text("entered by mistake"), approver: target.actor)))
  }
}

extension EventLog {
  /// What a full check finds.
  func audit(_ scope: AuditScope = AuditScope(), judge: any RecordJudge = NoJudge()) throws -> AuditReport {
    let random = (0..<TallyKey.byteCount).map { _ in UInt8.random(in: .min ... .max) }
    return try audit(secret: TallyKey(random: random), scope: scope, judge: judge)
  }
}
