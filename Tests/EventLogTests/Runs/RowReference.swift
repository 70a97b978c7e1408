import EventModel
import LMDB
import TestSupport

@testable import EventLog

/// Posts an amount and a day drawn from the event's id, so that any history has postings of all sizes.
struct DrawnPostings: PostingRules {
  func entry(of event: Event) throws(Refusal) -> EventModel.Entry {
    guard case .resourceRegistered(let data) = event.payload else { return .empty }
    var hash: UInt64 = 1
    for byte in event.id.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let amount = Int64(hash % 7 == 0 ? (1 << 53) - 1 : hash % 90_000 + 1) * (hash % 2 == 0 ? 1 : -1)
    let rating = Int64((hash >> 30) % 1_000)
    guard let day = try? Day(number: Int64((hash >> 20) % 400) + 20_000) else { return .empty }
    return try Entry([
      Posting(account: Account(.services, data.unit.text, "external"), day: day, amount: amount),
      Posting(account: Account(.rating, data.resource.text, "sum"), day: day, amount: rating),
      Posting(account: Account(.world, "NUM"), day: day, amount: -amount),
      Posting(account: Account(.rating, data.resource.text, "count"), day: day, amount: -rating),
    ])
  }
}

/// All rows of a history in one sorted array: what runs and tail must agree with.
struct RowReference {
  struct Row: Comparable, Hashable {
    let table: UInt8
    let key: [UInt8]
    let position: UInt64
    let value: [UInt8]

    static func < (left: Row, right: Row) -> Bool {
      if left.table != right.table { return left.table < right.table }
      if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
      return left.position < right.position
    }
  }

  let rows: [Row]

  init(_ events: [Event], _ postings: any PostingRules) throws {
    var batch = RowBatch()
    for (index, event) in events.enumerated() {
      Rows.add(event, try postings.entry(of: event), at: Position(UInt64(index + 1)), to: &batch)
    }
    rows = batch.rows.map { row in
      Row(
        table: row.table.rawValue, key: Array(batch.arena[row.key]), position: row.position,
        value: Array(batch.arena[row.value]))
    }.sorted()
  }

  func rows(_ table: DerivedTable, prefix: [UInt8], known: UInt64) -> [Row] {
    rows.filter { $0.table == table.rawValue && $0.key.starts(with: prefix) && $0.position <= known }
  }
}

extension LogReader {
  /// The rows a scan visits, sorted.
  func rows(_ table: DerivedTable, prefix: [UInt8], known: UInt64) throws -> [RowReference.Row] {
    var found: [RowReference.Row] = []
    try derived.scan(table, prefix: prefix, known: Position(known)) { row in
      found.append(
        RowReference.Row(
          table: table.rawValue, key: [UInt8](row.key), position: row.position.number, value: [UInt8](row.value)))
    }
    return found.sorted()
  }

  /// The rows a bucket has, sorted.
  func rows(_ table: DerivedTable, bucket: [UInt8], known: UInt64) throws -> [RowReference.Row] {
    var found: [RowReference.Row] = []
    try derived.scan(table, bucket: bucket, known: Position(known)) { row in
      found.append(
        RowReference.Row(
          table: table.rawValue, key: [UInt8](row.key), position: row.position.number, value: [UInt8](row.value)))
      return true
    }
    return found.sorted()
  }
}
