package import EventModel
import LMDB

/// The one room through which every derived row is put and scanned.
///
/// Plain tables for now; nothing outside this file knows, so a later layout (sorted runs) changes nothing else.
package struct DerivedTables: ~Escapable {
  private let reader: Reader
  /// Rows of the events being appended, seen by admission before they are put.
  private let pending: PendingEvents?

  @_lifetime(copy reader)
  init(_ reader: Reader, pending: PendingEvents? = nil) {
    self.reader = reader
    self.pending = pending
  }

  /// Puts a batch in key order.
  static func put(_ batch: RowBatch, in transaction: inout WriteTransaction) throws {
    try batch.forEachInOrder { table, key, value in
      try transaction.putInOrder(table.table, key, value)
    }
  }

  /// Calls `body` with every row whose key starts with `bucket`, from `start` on when given, caused at or before
  /// `known`, in key order, until it answers `false`; rows not yet put come last.
  ///
  /// With `isWhole` false, `bucket` may be any beginning of a key; then every row not yet put is looked at.
  ///
  /// - Complexity: O(log rows + rows visited).
  package func scan(
    _ table: DerivedTable, bucket: [UInt8], isWhole: Bool = true, from start: [UInt8]? = nil, known: Position,
    _ body: (DerivedRow) throws -> Bool
  ) throws {
    let prefix = bucket.span.bytes
    let from = start ?? bucket
    var cursor = try reader.cursor(table.table)
    var entry = try cursor.seek(atOrAfter: from.span.bytes)
    while let stored = entry, stored.key.hasPrefix(prefix) {
      let row = try DerivedRow(table: table, storedKey: stored.key, storedValue: stored.value)
      if row.position <= known, try !body(row) { return }
      entry = try cursor.next()
    }
    guard let pending else { return }
    try pending.rows.forEach(table, bucket: prefix, isWhole: isWhole) { row in
      if row.position > known || row.key.isOrderedBefore(from.span.bytes) { return true }
      return try body(row)
    }
  }

  /// The ids of every entity of a kind that any event recorded at or before `known` concerns, in byte order.
  ///
  /// - Complexity: O(entities · log rows): rows of one entity are skipped, not read.
  package func entities(_ kind: TagKind, _ group: EventGroup, known: Position) throws -> [Identifier] {
    var found: [Identifier] = []
    var cursor = try reader.cursor(Tables.timelines)
    var target: [UInt8] = [kind.rawValue]
    var entry = try cursor.seek(atOrAfter: target.span.bytes)
    while let stored = entry, stored.key.byteCount > 2, stored.key.u8(at: 0) == kind.rawValue {
      let end = stored.key.byteCount - 2
      guard let id = Identifier(stored: stored.key.extracting(1..<end)) else {
        throw LogDamage(position: .zero, reason: .derivedRow(table: Tables.timelines.name))
      }
      target = [kind.rawValue] + Array(id.text.utf8) + [0, group.rawValue]
      entry = try cursor.seek(atOrAfter: target.span.bytes)
      if let first = entry, first.key.hasPrefix(target.span.bytes) {
        let row = try DerivedRow(table: .timelines, storedKey: first.key, storedValue: first.value)
        if row.position <= known { found.append(id) }
      }
      target.removeLast(2)
      target.append(1)
      entry = try cursor.seek(atOrAfter: target.span.bytes)
    }
    return found
  }

  /// How many rows a table holds.
  package func count(_ table: DerivedTable) throws -> Int { try reader.count(table.table) }
}
