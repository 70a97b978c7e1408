import EventModel
import LMDB
import ShareLedger
import Testing

@testable import EventLog

/// For every check a damage that this check alone finds: each one that is taken out of the audit makes this test fail.
@Suite struct `Every check of the audit finds what no other does` {
  @Test(arguments: AuditCheck.allCases)
  func `and nothing else breaks`(_ check: AuditCheck) throws {
    let ledger = try ForgedLedger(eventCount: 200)
    #expect(try ledger.broken() == [])
    try damage(ledger, check)
    switch check {
    case .checkpoints, .signatures: #expect(try ledger.broken() == [check])
    default:
      let lab = try Ledger(path: ledger.path, access: .reading)
      defer { try? lab.close() }
      let report = try lab.audit()
      #expect(Set(report.findings.map(\.check)) == [check], "\(report.damages)")
    }
  }

  private func damage(_ ledger: ForgedLedger, _ check: AuditCheck) throws {
    var records = ledger.records
    switch check {
    case .positions:
      try ledger.write { _ = try $0.delete(Tables.log, 50) }
    case .checksums:
      try alter(ledger, Tables.log, 50) { $0[8] ^= 1 }
    case .records:
      records[50][0] = 99
      try ledger.store(records)
    case .recordedTimes:
      // What makes the time of an event is that of the one before.
      records[50].replaceSubrange(24..<32, with: records[49][24..<32])
      try ledger.forge(records)
    case .authorship:
      var event = try recorded(records, 50)
      event.event.signature = try AuthorSignature(key: Identifier("k9"), bytes: [UInt8](repeating: 7, count: 64))
      records[50] = []
      EventRecord.encode(event.event, recordedTime: event.recordedTime, batch: event.batch, into: &records[50])
      try ledger.forge(records)
    case .rows:
      try rewriteFirstRun(ledger) { _ = $0.remove(at: 7) }
    case .blocks:
      try rewriteFirstRun(ledger) { $0.swapAt(7, 8) }
    case .strayBlocks:
      try ledger.write { try $0.put(Tables.levels[0], 99 << 24, [UInt8(0)].span.bytes) }
    case .tree:
      try alter(ledger, Tables.tree, 1) { value in
        value[40] ^= 1
        value = Block.sealed(value, at: 1)
      }
    case .strayHashes:
      try ledger.write { try $0.put(Tables.tree, 99, [UInt8](repeating: 1, count: 68).span.bytes) }
    case .closings:
      var event = try recorded(records, 199)
      let day = event.event.validTime.day
      event.event.payload = .periodClosed(
        PeriodClosed(
          books: try Identifier("platform"), through: day,
          controlTotals: [ControlTotal(commodity: .cny, debit: try Fen(123), credit: try Fen(-123))],
          postings: try Count(2)))
      records[199] = []
      EventRecord.encode(event.event, recordedTime: event.recordedTime, batch: event.batch, into: &records[199])
      try ledger.forge(records)
    case .checkpoints:
      // One bit of one recorded time.
      records[199][24] ^= 1
      try ledger.forge(records)
    case .signatures:
      try ledger.signAnew()
    }
  }

  private func recorded(_ records: [[UInt8]], _ index: Int) throws -> RecordedEvent {
    let record = records[index]
    return try EventRecord.decode(record.span.bytes, position: Position(UInt64(index + 1)))
  }

  private func alter(_ ledger: ForgedLedger, _ table: Table, _ key: UInt64, _ change: (inout [UInt8]) -> Void) throws {
    try ledger.write { transaction in
      var value = try bytes(transaction.reader, table, key)
      change(&value)
      try transaction.put(table, key, value.span.bytes)
    }
  }

  private func bytes(_ reader: Reader, _ table: Table, _ key: UInt64) throws -> [UInt8] {
    guard let bytes = try reader.get(table, key) else { return [] }
    return [UInt8](bytes)
  }

  /// Writes the first run of entities anew with other rows, every checksum made to fit.
  private func rewriteFirstRun(_ ledger: ForgedLedger, _ change: (inout [Row]) -> Void) throws {
    let run = RunName(shelf: .entities, level: 1, first: 1, last: 32, number: 0)
    try ledger.write { transaction in
      var (rows, keys): ([Row], [UInt64]) = ([], [])
      let index = try RunIndex(run, transaction.reader)
      for table in run.shelf.kinds {
        _ = try index.scan(table, KeyRange(prefix: []), known: 32, transaction.reader) { row in
          rows.append(
            Row(table: table, key: [UInt8](row.key), position: row.position.number, value: [UInt8](row.value)))
          return true
        }
      }
      change(&rows)
      for key in try self.keys(transaction.reader, run) { keys.append(key) }
      for key in keys { _ = try transaction.delete(run.table, key) }
      var writer = RunWriter(run)
      for row in rows {
        try writer.add(row.table, key: row.key.span.bytes, position: row.position, value: row.value.span.bytes) {
          try transaction.put(run.table, $0, $1.span.bytes)
        }
      }
      try writer.finish { try transaction.put(run.table, $0, $1.span.bytes) }
    }
  }

  private func keys(_ reader: Reader, _ run: RunName) throws -> [UInt64] {
    var keys: [UInt64] = []
    var cursor = try reader.cursor(run.table)
    var entry = try cursor.first()
    while let block = entry, block.integerKey >> 24 == run.number {
      keys.append(block.integerKey)
      entry = try cursor.next()
    }
    return keys
  }

  private struct Row {
    let table: DerivedTable
    let key: [UInt8]
    let position: UInt64
    let value: [UInt8]
  }
}
