import EventModel
import LMDB
import TestSupport
import Testing

@testable import EventLog

@Suite struct `Damaged runs are found` {
  static let layout = RunLayout(baseCount: 64, fanOut: 2, levelMax: 1)

  private func filled() throws -> TemporaryLog {
    let store = try Reading.filled(300, seed: 8, layout: Self.layout, postings: DrawnPostings()).0
    store.log.settle()
    return store
  }

  /// Tables with a run of the first positions, and a position as known at which its rows are read.
  static let tables: [(Table, UInt64)] = [
    (Tables.levels[1], 300), (Tables.postingLevels[1], 300), (Tables.postingLevels[0], 100),
  ]

  /// The blocks of the first run in a table, by key.
  private func blocks(_ table: Table, _ log: EventLog) throws -> [(key: UInt64, bytes: [UInt8])] {
    try log.environment.read { reader in
      var found: [(UInt64, [UInt8])] = []
      var cursor = try reader.cursor(table)
      var entry = try cursor.first()
      while let block = entry, block.integerKey >> 24 == 0 {
        found.append((block.integerKey, [UInt8](block.value)))
        entry = try cursor.next()
      }
      return found
    }
  }

  @Test(arguments: tables)
  func `when a block is missing, by the audit and by whoever reads it`(_ table: Table, _ known: UInt64) throws {
    let store = try filled()
    let all = try blocks(table, store.log)
    #expect(all.count > 3)
    for (key, bytes) in all {
      try store.log.environment.write { _ = try $0.delete(table, key) }
      try store.reopen()
      let report = try store.log.audit()
      #expect(report.damages.contains { $0.hasPrefix("position 1:") && $0.contains("rebuild") }, "\(report.damages)")
      #expect(throws: LogDamage.self) {
        try store.log.read { log in
          for kind in DerivedTable.allCases { _ = try log.rows(kind, prefix: [], known: known) }
        }
      }
      try store.log.environment.write { try $0.put(table, key, bytes.span.bytes) }
    }
    try store.reopen()
    #expect(try store.log.audit().isIntact)
  }

  @Test(arguments: tables)
  func `when a byte of any block is altered, or a block stands in the place of another`(
    _ table: Table, _ known: UInt64
  ) throws {
    let store = try filled()
    let all = try blocks(table, store.log)
    for (index, (key, bytes)) in all.enumerated() {
      var altered = bytes
      altered[index * 37 % bytes.count] ^= 4
      for wrong in [altered, all[(index + 1) % all.count].bytes] {
        try store.log.environment.write { try $0.put(table, key, wrong.span.bytes) }
        try store.reopen()
        #expect(try !store.log.audit().isIntact)
        #expect(throws: LogDamage.self) {
          try store.log.read { log in
            for kind in DerivedTable.allCases { _ = try log.rows(kind, prefix: [], known: known) }
          }
        }
      }
      try store.log.environment.write { try $0.put(table, key, bytes.span.bytes) }
    }
    try store.reopen()
    #expect(try store.log.audit().isIntact)
  }

  /// Writes the first run anew with other rows, checksums and all.
  private func rewrite(_ store: TemporaryLog, _ change: (inout [RowReference.Row]) -> Void) throws {
    let run = RunName(shelf: .entities, level: 1, first: 1, last: 128, number: 0)
    var rows: [RowReference.Row] = []
    try store.log.environment.read { reader in
      let index = try RunIndex(run, reader)
      for table in DerivedTable.allCases {
        _ = try index.scan(table, KeyRange(prefix: []), known: 128, reader) { row in
          rows.append(
            RowReference.Row(
              table: table.rawValue, key: [UInt8](row.key), position: row.position.number, value: [UInt8](row.value)))
          return true
        }
      }
    }
    change(&rows)
    try store.log.environment.write { transaction in
      for (key, _) in try blocks(transaction.reader) { try transaction.delete(Tables.levels[1], key) }
      var writer = RunWriter(run)
      for row in rows {
        let table = try #require(DerivedTable(rawValue: row.table))
        try writer.add(table, key: row.key.span.bytes, position: row.position, value: row.value.span.bytes) {
          try transaction.put(Tables.levels[1], $0, $1.span.bytes)
        }
      }
      try writer.finish { try transaction.put(Tables.levels[1], $0, $1.span.bytes) }
    }
    try store.reopen()
  }

  private func blocks(_ reader: Reader) throws -> [(UInt64, Int)] {
    var found: [(UInt64, Int)] = []
    var cursor = try reader.cursor(Tables.levels[1])
    var entry = try cursor.first()
    while let block = entry, block.integerKey >> 24 == 0 {
      found.append((block.integerKey, block.value.byteCount))
      entry = try cursor.next()
    }
    return found
  }

  @Test func `when a row is missing, one too many or has another value, though every checksum holds`() throws {
    let store = try filled()
    try rewrite(store) { _ in }
    #expect(try store.log.audit().isIntact)
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<5 {
      var changed: RowReference.Row?
      try rewrite(store) { rows in
        changed = rows.remove(at: Int.random(in: rows.indices, using: &random))
      }
      let row = try #require(changed)
      var report = try store.log.audit()
      #expect(report.damages.first?.hasPrefix("position \(row.position): its row") == true, "seed \(seed)")
      try rewrite(store) { rows in
        rows.append(RowReference.Row(table: row.table, key: row.key, position: row.position, value: [2]))
        rows.sort()
      }
      report = try store.log.audit()
      #expect(report.damages.first?.hasPrefix("position \(row.position): its row") == true, "seed \(seed)")
      try rewrite(store) { rows in
        rows.removeAll { $0.table == row.table && $0.key == row.key && $0.position == row.position }
        rows.append(row)
        rows.append(RowReference.Row(table: row.table, key: row.key + [1], position: row.position, value: row.value))
        rows.sort()
      }
      report = try store.log.audit()
      #expect(report.damages.first?.hasPrefix("position \(row.position): its row") == true, "seed \(seed)")
      try rewrite(store) { rows in
        rows.removeAll { $0.key == row.key + [1] }
      }
      #expect(try store.log.audit().isIntact, "seed \(seed)")
    }
  }

  @Test func `when a block too many is stored, or the state is altered`() throws {
    let store = try filled()
    try store.log.environment.write { try $0.put(Tables.levels[0], 99 << 24, [UInt8(0)].span.bytes) }
    #expect(try !store.log.audit().isIntact)
    let key = RowState.key
    let state: [UInt8] = try store.log.environment.read { reader in
      guard let bytes = try reader.get(Tables.state, key.span.bytes) else { return [] }
      return [UInt8](bytes)
    }
    for index in state.indices {
      var altered = state
      altered[index] ^= 1
      try store.log.environment.write { try $0.put(Tables.state, key.span.bytes, altered.span.bytes) }
      #expect(throws: RowsIncomplete.self) { try store.log.read { _ in } }
    }
    try store.rebuild(sliceCount: 50)
    #expect(try store.log.audit().isIntact)
  }

  @Test func `a log whose rows are in the layout before runs asks for a rebuild`() throws {
    let store = try Reading.filled(300, seed: 8, layout: .standard).0
    let key = RowState.key
    try store.log.environment.write { _ = try $0.delete(Tables.state, key.span.bytes) }
    #expect(throws: RowsIncomplete.self) { try store.log.read { _ in } }
    try store.rebuild(sliceCount: 50)
    #expect(try store.log.read { try $0.derived.count(.ids) } == store.log.head().number)
  }
}
