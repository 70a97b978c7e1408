import EventModel
import LMDB

/// Compares the rows of a run one by one with those the log gives, to name the positions where they differ: once it is known
/// that they do.
struct RowAudit {
  /// How many positions are compared at once.
  private static let sliceCount: UInt64 = 32_768

  let name: RunName
  let postings: any PostingRules
  /// Positions whose rows cannot be told.
  let unreadable: [ClosedRange<UInt64>]

  /// Names every position of a range that has a row on one side only.
  ///
  /// - Throws: ``LogDamage`` when a block of the run cannot be read.
  func compare(_ range: ClosedRange<UInt64>, _ reader: Reader, _ report: inout AuditReport) throws {
    let run = try RunIndex(name, reader)
    for first in stride(from: range.lowerBound, through: range.upperBound, by: Int(RowAudit.sliceCount)) {
      let positions = first...min(range.upperBound, first + RowAudit.sliceCount - 1)
      let stored = TailChunk(positions, try stored(run, positions, reader))
      compare(stored, TailChunk(positions, try given(positions, reader)), positions, &report)
    }
  }

  private func isReadable(_ position: UInt64) -> Bool { !unreadable.contains { $0.contains(position) } }

  private func stored(_ run: RunIndex, _ positions: ClosedRange<UInt64>, _ reader: Reader) throws -> RowBatch {
    var rows = RowBatch()
    for table in name.shelf.kinds {
      _ = try run.scan(table, KeyRange(prefix: []), known: positions.upperBound, reader) { row in
        if row.position.number >= positions.lowerBound, isReadable(row.position.number) { rows.add(table, row) }
        return true
      }
    }
    return rows
  }

  private func given(_ positions: ClosedRange<UInt64>, _ reader: Reader) throws -> RowBatch {
    var rows = RowBatch()
    let log = try LogReader(reader)
    for number in positions where isReadable(number) {
      let event = try log.event(at: Position(number))
      Rows.add(event.event, try postings.entry(of: event.event), at: event.position, to: &rows)
    }
    return rows
  }

  private func compare(
    _ storedRows: TailChunk, _ givenRows: TailChunk, _ positions: ClosedRange<UInt64>, _ report: inout AuditReport
  ) {
    let (stored, given) = (storedRows.rows, givenRows.rows)
    let (storedOrder, givenOrder) = (storedRows.order, givenRows.order(of: name.shelf, positions))
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
}

extension AuditReport {
  fileprivate mutating func add(_ row: RowBatch.Row) {
    add(LogDamage(position: Position(row.position), reason: .derivedRow(table: row.table.name)))
  }
}
