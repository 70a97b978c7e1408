import EventModel
import Foundation
import Glibc
import LMDB
import TestSupport
import Testing

@testable import EventLog

@Suite struct `Runs beside readers and kills` {
  static let layout = RunLayout(baseCount: 32, fanOut: 2, levelMax: 3)

  /// Demands that a reader sees the rows of exactly the events it sees, and answers how many.
  static func demandWholeRows(_ log: EventLog) throws -> UInt64 {
    try log.read { reader in
      let head = reader.head.number
      var positions: Set<UInt64> = []
      try reader.derived.scan(.ids, prefix: [], known: reader.head) { positions.insert($0.position.number) }
      guard positions.count == Int(head), positions.max() ?? 0 == head else {
        throw RowsMissing(head: head, count: positions.count)
      }
      var sum: Int128 = 0
      try reader.balances(of: nil, through: .last, known: reader.head) { sum += $1 }
      guard sum == 0, try reader.derived.count(.ids) == Int(head) else {
        throw RowsMissing(head: head, count: positions.count)
      }
      return head
    }
  }

  struct RowsMissing: Error {
    let head: UInt64
    let count: Int
  }

  /// Appends batches of random sizes until the log has so many events.
  static func fill(_ log: EventLog, to count: UInt64, seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var head = try log.head().number
    while head < count {
      let size = UInt64.random(in: 1...(Bool.random(using: &random) ? 3 : 90), using: &random)
      _ = try log.append((head..<head + size).map { try Sample.registered("e\($0)", resource: "R\($0 % 20)") })
      head += size
    }
  }

  @Test func `readers of the same process see whole rows while the writer settles and merges`() throws {
    let seed = UInt64.random(in: 0 ... .max)
    let store = try TemporaryLog(layout: Self.layout, postings: DrawnPostings())
    let log = store.log
    let failures = Guarded<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 3) { worker in
      do {
        if worker == 0 { return try Self.fill(log, to: 2_000, seed: seed) }
        while try log.head().number < 2_000, failures.update({ $0.isEmpty }) { _ = try Self.demandWholeRows(log) }
      } catch {
        failures.update { $0.append("\(error)") }
      }
    }
    #expect(failures.update { $0 } == [], "seed \(seed)")
    #expect(try Self.demandWholeRows(log) >= 2_000)
  }

  @Test func `a reader that follows keeps the rows of no more than the tail`() throws {
    let store = try TemporaryLog(layout: Self.layout, postings: DrawnPostings())
    // What another process would keep.
    let memory = RowMemory(postings: DrawnPostings(), layout: .standard)
    var random = SeededRandom(seed: 4)
    for step in 0..<200 {
      let size = Int.random(in: 1...20, using: &random)
      _ = try store.log.append((0..<size).map { try Sample.registered("e\(step)-\($0)", resource: "R\($0)") })
      #expect(store.log.memory.tailCount <= Int(Self.layout.unsettledCountMax) + 2 * 20, "step \(step)")
      store.log.settle()
      try store.log.environment.read { reader in
        let log = try LogReader(reader, memory)
        #expect(try log.derived.count(.ids) == Int(log.head.number))
        #expect(memory.tailCount < 32 + 20, "step \(step)")
      }
      #expect(store.log.memory.tailCount < 32)
    }
  }

  @Test func `a reading process follows a writing one through settling and merging`() async throws {
    let store = try TemporaryLog(layout: Self.layout, postings: DrawnPostings())
    let directory = store.directory
    let log = store.log
    let writer = Task { try Self.fill(log, to: 3_000, seed: 3) }
    await #expect(processExitsWith: .success) { [directory = directory as String] in
      let log = try EventLog(
        directory: directory, access: .reading, postings: DrawnPostings(), layout: .standard)
      var heads: Set<UInt64> = []
      while heads.max() ?? 0 < 3_000 { heads.insert(try `Runs beside readers and kills`.demandWholeRows(log)) }
      guard heads.count > 1 else { exit(2) }
    }
    try await writer.value
    #expect(try store.log.audit().isIntact)
  }

  @Test func `a kill at any moment leaves whole runs`() async throws {
    let store = try TemporaryLog(layout: Self.layout, postings: DrawnPostings())
    try store.log.close()
    let directory = store.directory
    for round in 0..<12 {
      let delay = UInt32.random(in: 2_000...120_000)
      await #expect(processExitsWith: .signal(SIGKILL)) { [directory = directory as String, delay = delay as UInt32] in
        let clock = TestClock()
        let log = try EventLog(
          directory: directory, access: .writing(admission: AdmitAll()) { clock.now() }, postings: DrawnPostings(),
          layout: `Runs beside readers and kills`.layout)
        Thread.detachNewThread {
          usleep(delay)
          kill(getpid(), SIGKILL)
        }
        try `Runs beside readers and kills`.fill(log, to: .max, seed: UInt64(delay))
      }
      let log = try EventLog(directory: directory, access: .reading, postings: DrawnPostings())
      let report = try log.audit()
      #expect(report.isIntact, "round \(round), \(delay) microseconds: \(report.damages)")
      _ = try Self.demandWholeRows(log)
      try log.close()
    }
  }
}
