package import EventModel
import LMDB

/// The one room through which every derived row is found: runs, then the tail, then the rows of the commit under way.
///
/// Rows of one key come in order within a run; across runs and tail the order is not told, and callers sort.
package struct DerivedTables: ~Escapable {
  let reader: Reader
  let stored: StoredRows
  /// Rows of the events being appended, seen by admission before they are stored.
  private let pending: PendingEvents?

  @_lifetime(copy reader)
  init(_ reader: Reader, _ stored: StoredRows, pending: PendingEvents? = nil) {
    self.reader = reader
    self.stored = stored
    self.pending = pending
  }

  /// Calls `body` with every row of a bucket caused at or before `known`, until it answers `false`.
  ///
  /// - Parameters:
  ///   - table: the kind of rows.
  ///   - bucket: the part of the key that is searched as a whole.
  ///   - from: the first key, or `nil` for the bucket's first.
  ///   - end: the first key that is not asked for, or `nil` for the bucket's end.
  ///   - known: the last position that counts.
  /// - Complexity: O(runs + rows visited): a run without the bucket costs tens of nanoseconds.
  package func scan(
    _ table: DerivedTable, bucket: [UInt8], from: [UInt8]? = nil, end: [UInt8]? = nil, known: Position,
    _ body: (DerivedRow) throws -> Bool
  ) throws {
    let hash = BucketHash.of(table, bucket.span.bytes)
    // Mostly no run holds the bucket, and no range need be made.
    var made: KeyRange?
    let runs = try stored.runs(of: table.shelf, known: known, reader)
    for run in runs where run.name.first <= known.number && run.filter.passes(hash) {
      let range = made ?? KeyRange(prefix: bucket, from: from, end: end)
      made = range
      guard try run.scan(table, range, known: known.number, reader, body) else { return }
    }
    if from == nil, end == nil { return try scanUnsettled(table, bucket: bucket, hash, known: known, body) }
    let range = made ?? KeyRange(prefix: bucket, from: from, end: end)
    try scanUnsettled(table, bucket: bucket, hash, known: known) { row in
      range.contains(row.key) ? try body(row) : true
    }
  }

  /// The same for the rows of a whole bucket that are in no run yet.
  func scanUnsettled(
    _ table: DerivedTable, bucket: [UInt8], _ hash: UInt64, known: Position, _ body: (DerivedRow) throws -> Bool
  ) throws {
    if let positions = stored.tailPositions(known: known) {
      for chunk in try stored.tail(reader) {
        let goesOn = try chunk.rows.scan(table, bucket: bucket.span.bytes, hash: hash) { row in
          positions.contains(row.position.number) ? try body(row) : true
        }
        guard goesOn else { return }
      }
    }
    guard let pending else { return }
    _ = try pending.rows.scan(table, bucket: bucket.span.bytes, hash: hash) { row in
      row.position <= known ? try body(row) : true
    }
  }

  /// Calls `body` with every row whose key begins with the bytes and that was caused at or before `known`.
  ///
  /// - Complexity: O(runs + rows visited).
  package func scan(
    _ table: DerivedTable, prefix: [UInt8], known: Position, _ body: (DerivedRow) throws -> Void
  ) throws {
    let range = KeyRange(prefix: prefix)
    for run in try stored.runs(of: table.shelf, known: known, reader) where run.name.first <= known.number {
      _ = try run.scan(table, range, known: known.number, reader) { row in
        try body(row)
        return true
      }
    }
    try scanUnsettled(table, range, known: known, body)
  }

  /// The same for the rows that are in no run yet.
  func scanUnsettled(
    _ table: DerivedTable, _ range: KeyRange, known: Position, _ body: (DerivedRow) throws -> Void
  ) throws {
    if let positions = stored.tailPositions(known: known) {
      for chunk in try stored.tail(reader) {
        let order = chunk.order
        var place = chunk.rows.place(of: table, atOrAfter: range.from.span.bytes, in: order)
        while place < order.count, chunk.rows.rows[Int(order[place])].table == table {
          let goesOn = try chunk.rows.visit(Int(order[place])) { row in
            if range.isPast(row.key) { return false }
            if positions.contains(row.position.number) { try body(row) }
            return true
          }
          guard goesOn else { break }
          place += 1
        }
      }
    }
    try pending?.scan(table, range) { row in
      if row.position <= known { try body(row) }
    }
  }

  /// The ids of every entity of a kind that any event of a group recorded at or before `known` concerns, in byte order.
  ///
  /// - Complexity: O(rows of the kind), without the blocks that hold one entity's rows alone.
  package func entities(_ kind: TagKind, _ group: EventGroup, known: Position) throws -> [Identifier] {
    var found: Set<Identifier> = []
    var last: [UInt8] = []
    let visit: (DerivedRow) throws -> Void = { row in
      let end = row.key.byteCount - 2
      guard end > 1, row.key.u8(at: end + 1) == group.rawValue, !row.key.equals(last.span.bytes) else { return }
      last = [UInt8](row.key)
      guard let id = Identifier(stored: row.key.extracting(1..<end)) else {
        throw LogDamage(position: row.position, reason: .derivedRow(table: DerivedTable.timelines.name))
      }
      found.insert(id)
    }
    try scan(.timelines, prefix: [kind.rawValue], known: known, visit)
    return found.sorted()
  }

  /// How many rows a table holds.
  package func count(_ table: DerivedTable) throws -> Int {
    var count = try stored.runs(of: table.shelf, reader).reduce(0) { $0 + $1.head.rowCounts[Int(table.rawValue) - 1] }
    guard let positions = stored.tailPositions(known: Position(.max)) else { return count }
    for chunk in try stored.tail(reader) {
      count += chunk.rows.rows.count { $0.table == table && positions.contains($0.position) }
    }
    return count
  }
}
