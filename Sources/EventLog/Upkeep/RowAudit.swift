import EventModel
import LMDB

/// The rows the log gives for some positions, and which of those cannot be read.
struct SliceRows {
  let positions: ClosedRange<UInt64>
  var rows = RowBatch()
  var unreadable: Set<UInt64> = []
}

/// Compares stored rows with those the log gives, a slice of positions at a time.
struct RowAudit {
  /// How many positions are compared at once: a run is read once for each slice it overlaps.
  static let sliceCount: UInt64 = 32_768

  /// Runs of which a block cannot be read: named once.
  private var damaged: Set<RunName> = []

  /// Compares the settled rows of a slice.
  mutating func compare(
    _ slice: SliceRows, _ head: Position, _ layout: RunLayout, _ reader: Reader, _ report: inout AuditReport
  ) throws {
    let state = try RowState.current(reader, head: head, layout)
    let given = TailChunk(slice.positions, slice.rows)
    for name in RowAudit.stored(state) where slice.positions.overlaps(name.first...name.last) {
      let positions = slice.positions.clamped(to: name.first...name.last)
      do {
        let stored = TailChunk(positions, try stored(name, positions, slice.unreadable, reader))
        compare(stored, given, name.shelf, positions, &report)
      } catch let damage as LogDamage {
        if damaged.insert(name).inserted { report.add(damage) }
      }
    }
  }

  private static func stored(_ state: RowState) -> [RunName] {
    Shelf.allCases.flatMap { state.layout.stored(of: $0, settled: state.settled) }
  }

  /// The rows a run holds for some positions.
  private func stored(
    _ name: RunName, _ positions: ClosedRange<UInt64>, _ unreadable: Set<UInt64>, _ reader: Reader
  ) throws -> RowBatch {
    var rows = RowBatch()
    let run = try RunIndex(name, reader)
    for table in name.shelf.kinds {
      _ = try run.scan(table, KeyRange(prefix: []), known: positions.upperBound, reader) { row in
        if row.position.number >= positions.lowerBound, !unreadable.contains(row.position.number) {
          rows.add(table, row)
        }
        return true
      }
    }
    return rows
  }

  /// Names the position of every row that only one side has.
  private func compare(
    _ storedRows: TailChunk, _ givenRows: TailChunk, _ shelf: Shelf, _ positions: ClosedRange<UInt64>,
    _ report: inout AuditReport
  ) {
    let (stored, given) = (storedRows.rows, givenRows.rows)
    let (storedOrder, givenOrder) = (storedRows.order, givenRows.order(of: shelf, positions))
    var (left, right) = (0, 0)
    while left < storedOrder.count || right < givenOrder.count {
      guard left < storedOrder.count, right < givenOrder.count else {
        let row = left < storedOrder.count ? stored.rows[Int(storedOrder[left])] : given.rows[Int(givenOrder[right])]
        report.add(row)
        (left, right) = (left + 1, right + 1)
        continue
      }
      let (mine, its) = (stored.rows[Int(storedOrder[left])], given.rows[Int(givenOrder[right])])
      if stored.isEqual(mine, to: its, of: given) {
        (left, right) = (left + 1, right + 1)
      } else if stored.isOrderedBefore(mine, its, of: given) {
        report.add(mine)
        left += 1
      } else {
        report.add(its)
        right += 1
      }
    }
  }

  /// Demands of every run that its blocks, fences and filter have the bytes its rows give, and that no other block is
  /// stored.
  mutating func compareBlocks(
    _ head: Position, _ layout: RunLayout, _ reader: Reader, _ report: inout AuditReport
  ) throws {
    let state = try RowState.current(reader, head: head, layout)
    var entryCounts: [String: Int] = [:]
    for name in RowAudit.stored(state) where !damaged.contains(name) {
      do {
        entryCounts[name.table.name, default: 0] += try RunHead(name, reader).entryCount
        try compareBlocks(of: name, reader)
      } catch let damage as LogDamage {
        damaged.insert(name)
        report.add(damage)
      }
    }
    guard damaged.isEmpty else { return }
    for table in Tables.runs {
      let (stored, count) = (try reader.count(table), entryCounts[table.name] ?? 0)
      if stored != count { report.add("table \"\(table.name)\" holds \(stored) blocks, its runs have \(count)") }
    }
  }

  private func compareBlocks(of name: RunName, _ reader: Reader) throws {
    var writer = RunWriter(name)
    var queue = try MergeQueue([MergeInput(name, reader)], reader)
    while !queue.isEmpty {
      try queue.writeLeast(to: &writer) { try demand($1, under: $0, of: name, reader) }
      try queue.advance(reader)
    }
    try writer.finish { try demand($1, under: $0, of: name, reader) }
  }

  private func demand(_ bytes: [UInt8], under key: UInt64, of name: RunName, _ reader: Reader) throws {
    guard try reader.get(name.table, key)?.equals(bytes.span.bytes) == true else { throw name.damage }
  }
}

extension AuditReport {
  fileprivate mutating func add(_ row: RowBatch.Row) {
    add(LogDamage(position: Position(row.position), reason: .derivedRow(table: row.table.name)))
  }
}
