import EventLog
import EventModel
import TestSupport
import Testing

@Suite struct Reading {
  /// A log with many segments of random sizes and the events that went in.
  static func filled(
    _ count: Int, seed: UInt64, layout: RunLayout = .standard, postings: any PostingRules = NoPostings()
  ) throws -> (TemporaryLog, [Event]) {
    let store = try TemporaryLog(layout: layout, postings: postings)
    var random = SeededRandom(seed: seed)
    var events: [Event] = []
    while events.count < count {
      let batch = try (0..<Int.random(in: 1...600, using: &random)).map { index in
        let day = Int.random(in: 10...28, using: &random)
        return try Sample.registered(
          "e\(events.count + index)", resource: "R\(Int.random(in: 1...20, using: &random))",
          unit: "x-\(Int.random(in: 1...3, using: &random))", at: "2025-06-\(day)T08:00:00+08:00")
      }
      _ = try store.log.append(batch)
      events += batch
    }
    return (store, events)
  }

  @Test func `forward and backward scans of any range agree with the events that went in`() throws {
    let (store, events) = try Self.filled(2_000, seed: 1)
    var random = SeededRandom(seed: 2)
    for _ in 0..<200 {
      let low = Int.random(in: 1...events.count, using: &random)
      let high = Int.random(in: low...events.count, using: &random)
      let range = Position(UInt64(low))...Position(UInt64(high))
      var (forward, backward): ([Event], [Event]) = ([], [])
      try store.log.read { log in
        try log.scan(range) {
          forward.append(try $0.recordedEvent().event)
          return true
        }
        try log.scanBackward(range) {
          backward.append(try $0.recordedEvent().event)
          return true
        }
      }
      #expect(forward == Array(events[low - 1..<high]))
      #expect(backward == forward.reversed())
    }
  }

  @Test func `a selection agrees with a filter over all events`() throws {
    let (store, events) = try Self.filled(1_500, seed: 3)
    let recorded = try store.log.read { log in
      try (1...events.count).map { try log.event(at: Position(UInt64($0))) }
    }
    var random = SeededRandom(seed: 4)
    for round in 0..<200 {
      let tags = [
        Tag(.resource, try Identifier("R\(Int.random(in: 1...20, using: &random))")),
        Tag(.party, try Identifier("x-\(Int.random(in: 1...3, using: &random))")),
      ]
      let queries = [
        nil, EventQuery(tags: [tags[0]]), EventQuery(tags: tags), EventQuery(types: [.resourceRegistered]),
        EventQuery(types: [.resourceOpened], tags: [tags[1]]),
        EventQuery([.init(tags: [tags[0]]), .init(types: [.resourceRegistered], tags: [tags[1]])]),
        EventQuery([.init(tags: [tags[0]]), .init(types: [.resourceClosed])]),
      ]
      let from = Int.random(in: 0..<events.count, using: &random)
      var selection = EventSelection(query: queries[round % queries.count])
      if round % 2 == 0 { selection.recorded = recorded[from / 2].recordedTime...recorded[from].recordedTime }
      if round % 3 == 0 {
        selection.valid = try Instant(rfc3339: "2025-06-12T00:00:00Z")...Instant(rfc3339: "2025-06-20T00:00:00Z")
      }
      if round % 5 == 0 { selection.direction = .backward }
      var expected = recorded.filter { event in
        (selection.query?.matches(event.event) ?? true) && (selection.recorded?.contains(event.recordedTime) ?? true)
          && (selection.valid?.contains(event.event.validTime) ?? true)
      }
      if selection.direction == ScanDirection.backward { expected.reverse() }
      var found: [RecordedEvent] = []
      try store.log.read { log in
        try log.select(selection) {
          found.append($0)
          return true
        }
      }
      #expect(found == expected, "round \(round)")
    }
  }

  @Test func `the position recorded by an instant is the last one not later`() throws {
    let (store, events) = try Self.filled(700, seed: 5)
    try store.log.read { log in
      for number in [1, 2, 350, events.count] {
        let event = try log.event(at: Position(UInt64(number)))
        #expect(try log.position(recordedBy: event.recordedTime) == event.position)
        let before = try Instant(microseconds: event.recordedTime.microseconds - 1)
        #expect(try log.position(recordedBy: before).number == event.position.number - 1)
      }
      #expect(try log.position(recordedBy: .first) == .zero)
      #expect(try log.position(recordedBy: .last) == log.head)
    }
  }

  @Test func `a timeline is in order of valid time and skips what was retracted by then`() throws {
    let store = try TemporaryLog()
    let late = try Sample.registered("late", resource: "R1", at: "2025-06-03T00:00:00Z")
    let early = try Sample.registered("early", resource: "R1", at: "2025-06-01T00:00:00Z")
    let wrong = try Sample.registered("wrong", resource: "R1", at: "2025-06-02T00:00:00Z")
    for event in [late, early, wrong, try Sample.retraction("r", of: wrong)] { _ = try store.log.append([event]) }
    let tag = Tag(.resource, try Identifier("R1"))
    func ids(_ valid: String, _ known: UInt64) throws -> [String] {
      let asOf = AsOf(valid: try Instant(rfc3339: valid), known: Position(known))
      return try store.log.read { try $0.timeline(of: tag, .resources, asOf: asOf).map(\.event.id.text) }
    }
    #expect(try ids("2025-06-30T00:00:00Z", 3) == ["early", "wrong", "late"])
    #expect(try ids("2025-06-30T00:00:00Z", 4) == ["early", "late"])
    #expect(try ids("2025-06-02T12:00:00Z", 3) == ["early", "wrong"])
    #expect(try ids("2025-06-30T00:00:00Z", 1) == ["late"])
    #expect(try ids("2025-05-30T00:00:00Z", 4) == [])
  }

  @Test func `followers see what was there and what comes`() async throws {
    let store = try TemporaryLog()
    _ = try await store.log.append([Sample.registered("a", resource: "R1"), Sample.registered("b", resource: "R1")])
    let log = store.log
    let seen = Task {
      var ids: [String] = []
      for try await event in log.follow(after: Position(1)) {
        ids.append(event.event.id.text)
        if ids.count == 3 { break }
      }
      return ids
    }
    for name in ["c", "d"] { _ = try await store.log.append([Sample.registered(name, resource: "R1")]) }
    #expect(try await seen.value == ["b", "c", "d"])
  }
}
