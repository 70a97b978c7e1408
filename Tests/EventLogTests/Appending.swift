import EventLog
import EventModel
import Foundation
import LMDB
import Testing

@Suite struct Appending {
  @Test func `positions are 1, 2, 3 and recorded time rises though the clock stands still`() throws {
    let store = try TemporaryLog()
    for index in 1...5 { _ = try store.log.append([Sample.registered("e\(index)", resource: "R1")]) }
    var last: Instant?
    var positions: [UInt64] = []
    try store.log.replay { view in
      let event = try view.recordedEvent()
      positions.append(event.position.number)
      if let last { #expect(last < event.recordedTime) }
      last = event.recordedTime
    }
    #expect(positions == [1, 2, 3, 4, 5])
  }

  @Test func `a clock set back does not reorder knowledge`() throws {
    let store = try TemporaryLog()
    _ = try store.log.append([Sample.registered("a", resource: "R1")])
    try store.clock.set("2020-01-01T00:00:00Z")
    _ = try store.log.append([Sample.registered("b", resource: "R1")])
    let (first, second) = try store.log.read { (try $0.event(at: Position(1)), try $0.event(at: Position(2))) }
    #expect(second.recordedTime.microseconds == first.recordedTime.microseconds + 1)
  }

  @Test func `the same event again is already recorded, other content is refused`() throws {
    let store = try TemporaryLog()
    let event = try Sample.registered("a", resource: "R1")
    _ = try store.log.append([event])
    #expect(try store.log.append([event]) == [.alreadyRecorded(position: Position(1))])
    #expect(try store.log.append([event, event]).map(\.position) == [Position(1), Position(1)])
    let other = try Sample.registered("a", resource: "R2")
    #expect {
      try store.log.append([Sample.registered("b", resource: "R1"), other])
    } throws: { error in
      guard case AppendError.refused(index: 1, refusal: .eventIDReused(_, _, recordedAt: Position(1))) = error else {
        return false
      }
      return true
    }
    #expect(try store.log.head() == Position(1), "the whole batch is refused")
    let elsewhere = try Sample.registered("a", resource: "R1", source: "urn:other")
    #expect(try store.log.append([elsewhere]).map(\.position) == [Position(2)])
  }

  @Test func `an event twice in one batch is recorded once`() throws {
    let store = try TemporaryLog()
    let event = try Sample.registered("a", resource: "R1")
    let outcomes = try store.log.append([event, event])
    #expect(outcomes.map(\.position) == [Position(1), Position(1)])
    #expect(try store.log.head() == Position(1))
  }

  @Test func `each for itself records the good ones`() throws {
    let store = try TemporaryLog()
    _ = try store.log.append([Sample.registered("a", resource: "R1")])
    let results = try store.log.appendEach([
      Sample.registered("b", resource: "R1"), Sample.registered("a", resource: "R9"),
      Sample.registered("c", resource: "R1"),
    ])
    #expect(results.map(\.isSuccess) == [true, false, true])
    #expect(try store.log.head() == Position(3))
  }

  @Test func `a batch keeps its boundaries`() throws {
    let store = try TemporaryLog()
    _ = try store.log.append([Sample.registered("a", resource: "R1")])
    _ = try store.log.append((0..<700).map { try Sample.registered("b\($0)", resource: "R1") })
    let event = try store.log.read { try $0.event(at: Position(700)) }
    #expect(event.batch == Batch(index: 698, length: 700))
    #expect(event.event.id.text == "b698")
  }

  @Test func `an append condition fails when a matching event came after its position`() throws {
    let store = try TemporaryLog()
    let tag = Tag(.resource, try Identifier("R1"))
    let condition = AppendCondition(failIfAny: EventQuery(tags: [tag]), after: .zero)
    let first = try Sample.registered("a", resource: "R1")
    _ = try store.log.append([first], condition: condition)
    #expect(try store.log.append([first], condition: condition) == [.alreadyRecorded(position: Position(1))])
    #expect(throws: AppendError.self) {
      try store.log.append([Sample.registered("b", resource: "R1")], condition: condition)
    }
    let after = AppendCondition(failIfAny: EventQuery(types: [.resourceRegistered]), after: Position(1))
    _ = try store.log.append([Sample.registered("c", resource: "R2")], condition: after)
    #expect(throws: AppendError.self) {
      try store.log.append([Sample.registered("d", resource: "R3")], condition: after)
    }
  }

  @Test func `of sixteen threads racing one condition exactly one wins, a thousand times`() throws {
    let store = try TemporaryLog()
    let log = store.log
    let rounds = 1_000
    let winners = Guarded([Int](repeating: 0, count: rounds))
    let finished = Guarded(0)
    let surprises = Guarded<[String]>([])
    for racer in 0..<16 {
      Thread.detachNewThread {
        for round in 0..<rounds {
          do {
            let tag = try Tag("resource:R\(round)")
            let condition = AppendCondition(failIfAny: EventQuery(tags: [tag]), after: .zero)
            _ = try log.append([Sample.registered("e\(round)-\(racer)", resource: "R\(round)")], condition: condition)
            winners.update { $0[round] += 1 }
          } catch AppendError.conflict {
            continue
          } catch {
            surprises.update { $0.append("\(error)") }
          }
        }
        finished.update { $0 += 1 }
      }
    }
    finished.wait { $0 == 16 ? () : nil }
    #expect(surprises.update { $0 } == [])
    #expect(winners.update { $0 } == Array(repeating: 1, count: rounds))
    #expect(try store.log.head() == Position(UInt64(rounds)))
  }

  @Test func `a log opened for reading appends nothing`() throws {
    let store = try TemporaryLog()
    _ = try store.log.append([Sample.registered("a", resource: "R1")])
    try store.log.close()
    let reading = try EventLog(directory: store.directory, access: .reading, postings: NoPostings())
    defer { try? reading.close() }
    #expect(throws: AppendError.self) { try reading.append([Sample.registered("b", resource: "R1")]) }
    #expect(try reading.head() == Position(1))
  }
}

extension Result {
  var isSuccess: Bool { if case .success = self { true } else { false } }
}

@Suite struct `What cannot be read is not stored` {
  @Test func `a list beyond the format's limit is refused, alone and without its batch`() throws {
    let store = try TemporaryLog()
    let unit = try Identifier("x-unit")
    let resources = try (0...FieldLimits.listCountMax).map { try Identifier("R\($0)") }
    let good = try Sample.registered("good", resource: "R1")
    let long = Event(
      id: try Identifier("long"), source: good.source, validTime: good.validTime, actor: unit, correlation: nil,
      causation: nil,
      payload: .leaseRecorded(
        LeaseRecorded(
          lease: try Identifier("L1"), lessor: unit, lessee: unit, resources: resources, from: good.validTime.day,
          to: nil)))
    #expect {
      try store.log.append([good, long])
    } throws: { error in
      guard case AppendError.refused(index: 1, refusal: .cannotBeStored) = error else { return false }
      return true
    }
    #expect(try store.log.head() == .zero)
    #expect(try store.log.appendEach([long, good]).map(\.isSuccess) == [false, true])
    #expect(try store.log.audit().isIntact)
  }
}
