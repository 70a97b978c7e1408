import EventModel
import TestSupport
import Testing

@testable import EventLog

@Suite struct `Rows in runs and tail` {
  static let layouts = [
    RunLayout(baseCount: 1, fanOut: 2, levelMax: 3), RunLayout(baseCount: 5, fanOut: 2, levelMax: 2),
    RunLayout(baseCount: 16, fanOut: 4, levelMax: 3), RunLayout(baseCount: 200, fanOut: 3, levelMax: 1),
    .standard,
  ]

  @Test(arguments: layouts)
  func `are those of a sorted array, at any position and for any bucket or prefix`(_ layout: RunLayout) throws {
    let seed = UInt64.random(in: 0 ... .max)
    let (store, events) = try Reading.filled(1_200, seed: seed, layout: layout, postings: DrawnPostings())
    store.log.settle()
    let reference = try RowReference(events, DrawnPostings())
    var random = SeededRandom(seed: seed)
    for round in 0..<60 {
      let known = round == 0 ? UInt64(events.count) : UInt64.random(in: 0...UInt64(events.count + 1), using: &random)
      let row = try #require(reference.rows.randomElement(using: &random))
      let table = try #require(DerivedTable(rawValue: row.table))
      let prefix = Array(row.key.prefix(Int.random(in: 0...row.key.count, using: &random)))
      let bucket = Array(row.key.dropLast(table.orderCount))
      try store.log.read { log in
        let scanned = try log.rows(table, prefix: prefix, known: known)
        #expect(scanned == reference.rows(table, prefix: prefix, known: known), "seed \(seed), round \(round)")
        let found = try log.rows(table, bucket: bucket, known: known)
        #expect(found == reference.rows(table, prefix: bucket, known: known), "seed \(seed), round \(round)")
        #expect(try log.rows(table, bucket: bucket + [1], known: known).isEmpty)
      }
    }
    #expect(try store.log.audit().isIntact)
  }

  @Test(arguments: layouts)
  func `give the balances that adding up every posting gives`(_ layout: RunLayout) throws {
    let seed = UInt64.random(in: 0 ... .max)
    let (store, events) = try Reading.filled(1_000, seed: seed, layout: layout, postings: DrawnPostings())
    store.log.settle()
    var random = SeededRandom(seed: seed)
    let entries = try events.map { try DrawnPostings().entry(of: $0) }
    for round in 0..<30 {
      let known = round == 0 ? events.count : Int.random(in: 0...events.count, using: &random)
      let through = try Day(number: Int64.random(in: 19_999...20_401, using: &random))
      var sums: [Account: Int128] = [:]
      for posting in entries[..<known].flatMap(\.postings) where posting.day <= through {
        sums[posting.account, default: 0] += Int128(posting.amount)
      }
      let texts = [nil, "services", "rating:R1", "rating:R1:sum", "world", "services:x-1:external"]
      for prefix in try texts.map({ try $0.map { try AccountPrefix($0) } }) {
        var found: [String: Int128] = [:]
        try store.log.read { log in
          try log.balances(of: prefix, through: through, known: Position(UInt64(known))) {
            found[String(decoding: [UInt8]($0), as: UTF8.self)] = $1
          }
        }
        let expected = sums.filter { prefix?.contains($0.key) ?? true }
        #expect(
          found == Dictionary(uniqueKeysWithValues: expected.map { ($0.key.text, $0.value) }),
          "seed \(seed), round \(round), \(prefix?.text ?? "all")")
      }
      for account in [try Account("world:NUM"), try Account("rating:R7:sum"), try Account("rating:none:sum")] {
        let balance = try store.log.read {
          try $0.balance(of: account, through: through, known: Position(UInt64(known)))
        }
        #expect(balance == sums[account] ?? 0, "seed \(seed), round \(round), \(account)")
      }
    }
  }

  @Test(arguments: [(4, 2, 2), (16, 4, 3)])
  func `have the same bytes whatever the commits were`(_ base: UInt64, _ fanOut: UInt64, _ levelMax: Int) throws {
    let layout = RunLayout(baseCount: base, fanOut: fanOut, levelMax: levelMax)
    let events = try (0..<700).map { try Sample.registered("e\($0)", resource: "R\($0 % 9)") }
    var stores: [[[UInt8]]] = []
    for size in [1, 3, 64, 700] {
      let store = try TemporaryLog(layout: layout, postings: DrawnPostings())
      for start in stride(from: 0, to: events.count, by: size) {
        _ = try store.log.append(Array(events[start..<min(start + size, events.count)]))
      }
      store.log.settle()
      #expect(try store.log.audit().isIntact)
      // Recorded times differ, rows know none of them.
      stores.append(try store.log.storedRows())
    }
    for other in stores { #expect(other == stores[0]) }
  }

  @Test func `cover the settled positions once, in runs as large as can be`() {
    for layout in Self.layouts {
      for settled in stride(from: 0, through: layout.baseCount * 300, by: Int(layout.baseCount)) {
        let runs = layout.runs(of: .entities, settled: settled)
        var next: UInt64 = 1
        for run in runs {
          #expect(run.first == next && (run.first - 1) % layout.positionCount(run.level) == 0)
          #expect(run.last - run.first + 1 == layout.positionCount(run.level))
          next = run.last + 1
        }
        #expect(next == settled + 1)
        #expect(runs.count { $0.level < layout.levelMax } <= Int(layout.fanOut - 1) * layout.levelMax)
      }
    }
  }

  @Test
  func `of postings give what was known at any position from runs that are stored, as few as when it was the head`() {
    for layout in Self.layouts {
      let settled = layout.baseCount * 90
      let stored = Set(layout.stored(of: .postings, settled: settled))
      for known in stride(from: 0, through: settled, by: max(1, Int(layout.baseCount) / 3)) {
        let runs = layout.runs(of: .postings, settled: settled, known: known)
        #expect(stored.isSuperset(of: runs))
        var next: UInt64 = 1
        for run in runs {
          #expect(run.first == next)
          next = run.last + 1
        }
        #expect(next > known && next - 1 - known < layout.baseCount)
        let then = layout.runs(of: .postings, settled: layout.settled(head: known))
        #expect(runs.count - then.count == (known % layout.baseCount == 0 ? 0 : 1))
      }
    }
  }

  @Test(.timeLimit(.minutes(3)))
  func `agree with the log at the sizes at which the standard layout settles and merges`() throws {
    let store = try TemporaryLog(postings: DrawnPostings())
    var count = 0
    for size in [4_095, 4_096, 4_097, 16_383, 16_384, 16_385, 20_480] {
      while count < size {
        let batch = try (count..<min(size, count + 10_000)).map {
          try Sample.registered("e\($0)", resource: "R\($0 % 50)")
        }
        _ = try store.log.append(batch)
        count += batch.count
      }
      let report = try store.log.audit()
      #expect(report.isIntact, "\(size): \(report.damages)")
      try store.log.read { log in
        for index in [0, size / 2, size - 1] {
          let source = try EventSource("urn:test")
          #expect(try log.position(source: source, id: Identifier("e\(index)"))?.number == UInt64(index + 1))
        }
        #expect(try log.position(source: EventSource("urn:test"), id: Identifier("e\(size)")) == nil)
        #expect(try log.derived.count(.ids) == size && log.derived.count(.timelines) == 2 * size)
      }
      try store.reopen()
      #expect(try store.log.read { try $0.derived.entities(.resource, .resources, known: $0.head) }.count == 50)
    }
  }
}
