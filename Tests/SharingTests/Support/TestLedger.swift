import EventLog
import EventModel
import Foundation
import Sharing
import Synchronization
import Testing

/// A log with the admission rules in a directory of its own that goes away with the test.
final class TestLedger {
  static let source = "urn:test"
  let log: EventLog
  private let directory: String
  private var eventCount = 0

  /// The recording clock stands at the given time until a test sets it.
  init(now: String = "2025-06-01T00:00:00+08:00") throws {
    directory = FileManager.default.temporaryDirectory.appending(path: "sharing-\(UUID().uuidString)").path
    let clock = Clock(try Instant(rfc3339: now))
    self.clock = clock
    try EventLog.create(directory: directory, id: UUID().uuidString, created: "2026-01-01")
    log = try EventLog(
      directory: directory, access: .writing(admission: SharingAdmission()) { clock.now },
      postings: ChartOfAccounts())
  }

  private let clock: Clock

  deinit {
    try? log.close()
    try? FileManager.default.removeItem(atPath: directory)
  }

  func setClock(_ text: String) throws { clock.now = try Instant(rfc3339: text) }

  /// Makes an event from the JSON of its data; its id is `e` and a number unless given.
  func event(
    _ type: String, _ data: String, at time: String = "2024-01-31", id: String? = nil, actor: String = "x-office"
  ) throws -> Event {
    eventCount += 1
    let type = try #require(EventType(wireName: type))
    return Event(
      id: try Identifier(id ?? "e\(eventCount)"), source: try EventSource(TestLedger.source),
      validTime: try TestLedger.instant(time), actor: try Identifier(actor),
      payload: try TestLedger.payload(type, data))
  }

  /// Records a fact that must be admitted.
  @discardableResult
  func add(
    _ type: String, _ data: String, at time: String = "2024-01-31", id: String? = nil, actor: String = "x-office"
  ) throws -> Position {
    let event = try event(type, data, at: time, id: id, actor: actor)
    return try #require(try log.append([event]).first).position
  }

  /// The refusal of a fact that cannot be, after checking that nothing was written.
  func refusal(
    _ type: String, _ data: String, at time: String = "2024-01-31", id: String? = nil, actor: String = "x-office"
  ) throws -> Refusal? {
    let event = try event(type, data, at: time, id: id, actor: actor)
    let head = try log.head()
    do {
      let outcomes = try log.append([event])
      Issue.record("admitted: \(type) \(data) \(outcomes)")
      return nil
    } catch .refused(_, let refusal) {
      let after = try log.head()
      #expect(after == head, "a refusal writes nothing")
      #expect(refusal.description != refusal.ruleName && !refusal.description.isEmpty)
      return refusal
    }
  }

  /// Takes back an event recorded before.
  @discardableResult
  func retract(_ id: String, at time: String = "2024-01-31") throws -> Position {
    try add("event.retracted", try retraction(id), at: time)
  }

  /// The data of a retraction of an event recorded before.
  func retraction(_ id: String) throws -> String {
    let (source, id) = (try EventSource(TestLedger.source), try Identifier(id))
    let target = try log.read { log -> Event in
      let position = try #require(try log.position(source: source, id: id))
      return try log.event(at: position).event
    }
    let subjects = target.tags.map { "\"\($0)\"" }.joined(separator: ",")
    return """
      {"targetSource":"\(source.text)","targetId":"\(id)","targetType":"\(target.type.wireName)",\
      "subjects":[\(subjects)],"reason":"mistake","approver":"x-office"}
      """
  }

  static func payload(_ type: EventType, _ data: String) throws -> EventPayload {
    let bytes = Array(data.utf8)
    var reader = JSONReader(bytes.span.bytes)
    return try EventPayload(type: type, from: &reader)
  }

  /// A day means its first instant in Beijing.
  static func instant(_ text: String) throws -> Instant {
    text.contains("T") ? try Instant(rfc3339: text) : try Day(iso: text).start
  }
}

/// A clock a test sets.
private final class Clock: Sendable {
  private let time: Mutex<Instant>

  init(_ now: Instant) { time = Mutex(now) }

  var now: Instant {
    get { time.withLock { $0 } }
    set { time.withLock { $0 = newValue } }
  }
}
