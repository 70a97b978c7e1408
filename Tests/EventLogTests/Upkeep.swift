import EventLog
import EventModel
import Foundation
import LMDB
import Testing

@Suite struct Upkeep {
  @Test func `rebuilding gives the same bytes`() throws {
    let (store, _) = try Reading.filled(3_000, seed: 6, layout: RunLayout(baseCount: 64, fanOut: 3, levelMax: 2))
    store.log.settle()
    let before = try store.log.storedRowsAndTree()
    #expect(before.count > 50)
    try store.rebuild(sliceCount: 700)
    store.log.settle()
    #expect(try store.log.storedRowsAndTree() == before)
    #expect(try store.log.audit().isIntact)
  }

  @Test func `an interrupted rebuild refuses questions instead of answering from half the rows`() throws {
    let (store, _) = try Reading.filled(1_500, seed: 7)
    try store.log.close()
    let (name, unfinished): ([UInt8], [UInt8]) = (Array("rows".utf8), [1, 0])
    let environment = try Environment.open(directory: store.directory, tables: Tables.all, access: .readWrite)
    try environment.write { transaction in
      try transaction.put(Tables.state, name.span.bytes, unfinished.span.bytes)
    }
    try environment.close()
    #expect(throws: RowsIncomplete.self) { try store.reopen() }
    try EventLog.rebuild(directory: store.directory, postings: NoPostings())
    try store.reopen()
    #expect(try store.log.head().number >= 1_500)
  }

  @Test func `a flipped byte in any stored record is reported with its position and never shown`() throws {
    let store = try TemporaryLog()
    let marker = "flip-me-please"
    _ = try store.log.append([Sample.registered("a", resource: "R1"), Sample.registered(marker, resource: "R1")])
    _ = try store.log.append([Sample.registered("c", resource: "R1")])
    var record: [UInt8] = []
    try store.log.read { try $0.withEvent(at: Position(2)) { record = $0.bytes.bytes } }
    try store.log.close()
    let file = URL(filePath: store.directory).appending(path: "data.mdb")
    let intact = try Data(contentsOf: file)
    // LMDB leaves older copies of a page in the file: the live one and they are damaged alike.
    let starts = intact.starts(of: Data(record))
    #expect(!starts.isEmpty)
    for offset in stride(from: 0, to: record.count, by: 7) {
      var damaged = intact
      for start in starts { damaged[start + offset] ^= 0x10 }
      try damaged.write(to: file)
      let log = try EventLog(directory: store.directory, access: .reading, postings: NoPostings())
      defer { try? log.close() }
      var seen: [UInt64] = []
      #expect {
        try log.replay { seen.append(try $0.recordedEvent().position.number) }
      } throws: { ($0 as? LogDamage)?.position == Position(2) }
      #expect(seen == [1])
      let report = try log.audit()
      #expect(!report.isIntact)
      #expect(report.damages.contains { $0.hasPrefix("position 2:") })
    }
    try intact.write(to: file)
  }

  @Test func `a replica has the same positions, times and records`() throws {
    let (store, _) = try Reading.filled(900, seed: 9)
    var events: [RecordedEvent] = []
    try store.log.replay { events.append(try $0.recordedEvent()) }
    let replica = try TemporaryLog()
    _ = try replica.log.appendReplica(events)
    var copies: [RecordedEvent] = []
    try replica.log.replay { copies.append(try $0.recordedEvent()) }
    #expect(copies == events)
    store.log.settle()
    replica.log.settle()
    #expect(try replica.log.storedRowsAndTree() == store.log.storedRowsAndTree())
    #expect(throws: AppendError.self) { try replica.log.appendReplica([events[0]]) }
  }
}

extension RawSpan {
  /// A copy of the bytes.
  var bytes: [UInt8] { (0..<byteCount).map { unsafeLoadUnaligned(fromByteOffset: $0, as: UInt8.self) } }
}

extension Data {
  /// Where another piece of data occurs.
  func starts(of part: Data) -> [Int] {
    var found: [Int] = []
    var from = startIndex
    while let next = self[from...].range(of: part)?.lowerBound {
      found.append(next)
      from = next + 1
    }
    return found
  }
}
