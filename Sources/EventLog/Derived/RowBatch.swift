import EventModel
import LMDB

/// Rows in memory: findable by bucket, removable back to a mark, sortable.
///
/// A *bucket* is the part of a key that is searched as a whole (an event id, a tag with its group, a resource's
/// calendar, an account), so that an event of a batch sees the rows of those before it in constant time.
struct RowBatch: Sendable {
  struct Row {
    let start: Int
    let position: UInt64
    let hash: UInt64
    /// The row before this one in the same slot, or -1.
    var before: Int32
    let keyCount: UInt16
    let bucketCount: UInt16
    let valueCount: UInt16
    let table: DerivedTable

    var key: Range<Int> { start..<start + Int(keyCount) }
    var value: Range<Int> { start + Int(keyCount)..<end }
    var end: Int { start + Int(keyCount) + Int(valueCount) }
  }

  private(set) var arena: [UInt8] = []
  private(set) var rows: [Row] = []
  /// The newest row of each slot, or -1; their number is a power of two not less than that of the rows.
  private var slots: [Int32] = []

  /// Whether buckets can be found; else the rows are only kept.
  private let isSearched: Bool

  init(isSearched: Bool = true) { self.isSearched = isSearched }

  /// An empty batch with room for as much as another holds.
  init(roomFor other: RowBatch) {
    isSearched = true
    arena.reserveCapacity(other.arena.count)
    rows.reserveCapacity(other.rows.count)
    slots = Array(repeating: -1, count: other.slots.count)
  }

  /// How many rows there are: a mark to come back to.
  var count: Int { rows.count }

  /// Adds one row.
  mutating func add(
    _ table: DerivedTable, position: Position, key: (inout [UInt8]) -> Void, value: (inout [UInt8]) -> Void
  ) {
    let start = arena.count
    key(&arena)
    let keyCount = arena.count - start
    value(&arena)
    add(table, start: start, keyCount: keyCount, position: position.number)
  }

  /// Adds a copy of a row.
  mutating func add(_ table: DerivedTable, _ row: DerivedRow) {
    let start = arena.count
    arena.append(row.key)
    arena.append(row.value)
    add(table, start: start, keyCount: row.key.byteCount, position: row.position.number)
  }

  /// Adds copies of another batch's rows of some positions.
  mutating func add(_ other: RowBatch, in positions: ClosedRange<UInt64>) {
    for row in other.rows where positions.contains(row.position) {
      let start = arena.count
      arena.append(other.arena.span.bytes.extracting(row.start..<row.end))
      append(
        Row(
          start: start, position: row.position, hash: row.hash, before: -1, keyCount: row.keyCount,
          bucketCount: row.bucketCount, valueCount: row.valueCount, table: row.table))
    }
  }

  /// Adds copies of adjacent rows of another batch, all as rows of one position.
  mutating func add(_ other: RowBatch, rows range: Range<Int>, at position: Position) {
    guard let first = other.rows[range].first, let last = other.rows[range].last else { return }
    let shift = arena.count - first.start
    arena.append(other.arena.span.bytes.extracting(first.start..<last.end))
    for index in range {
      let row = other.rows[index]
      append(
        Row(
          start: row.start + shift, position: position.number, hash: row.hash, before: -1, keyCount: row.keyCount,
          bucketCount: row.bucketCount, valueCount: row.valueCount, table: row.table))
    }
  }

  private mutating func add(_ table: DerivedTable, start: Int, keyCount: Int, position: UInt64) {
    let bucketCount = keyCount - table.orderCount
    let hash = BucketHash.of(table, arena.span.bytes.extracting(start..<start + bucketCount))
    append(
      Row(
        start: start, position: position, hash: hash, before: -1, keyCount: UInt16(keyCount),
        bucketCount: UInt16(bucketCount), valueCount: UInt16(arena.count - start - keyCount), table: table))
  }

  private mutating func append(_ row: Row) {
    guard isSearched else { return rows.append(row) }
    if rows.count == slots.count { growSlots() }
    let slot = slot(of: row.hash)
    rows.append(row)
    rows[rows.count - 1].before = slots[slot]
    slots[slot] = Int32(rows.count - 1)
  }

  /// Takes back every row added after a mark.
  mutating func remove(after mark: Int) {
    while rows.count > mark, let row = rows.popLast() {
      if isSearched { slots[slot(of: row.hash)] = row.before }
      arena.removeLast(row.end - row.start)
    }
  }

  /// Takes back every row, and keeps the memory for others.
  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    arena.removeAll(keepingCapacity: true)
    for index in slots.indices { slots[index] = -1 }
  }

  /// Calls `body` with every row of a bucket, oldest first, until it answers `false`; answers whether it never did.
  func scan(
    _ table: DerivedTable, bucket: RawSpan, hash: UInt64, _ body: (DerivedRow) throws -> Bool
  ) rethrows -> Bool {
    assert(isSearched, "a batch that is not searched was asked for a bucket")
    if slots.isEmpty { return true }
    var found: [Int] = []
    var index = Int(slots[slot(of: hash)])
    while index >= 0 {
      let row = rows[index]
      if row.hash == hash, row.table == table, Int(row.bucketCount) == bucket.byteCount,
        arena.span.bytes.extracting(row.start..<row.start + Int(row.bucketCount)).equals(bucket)
      {
        found.append(index)
      }
      index = Int(row.before)
    }
    for index in found.reversed() where try !visit(index, body) { return false }
    return true
  }

  /// Calls `body` with one row.
  func visit<R>(_ index: Int, _ body: (DerivedRow) throws -> R) rethrows -> R {
    let row = rows[index]
    let bytes = arena.span.bytes
    return try body(
      DerivedRow(
        key: bytes.extracting(row.key), position: Position(row.position), value: bytes.extracting(row.value)))
  }

  private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count - 1) }

  private mutating func growSlots() {
    slots = Array(repeating: -1, count: max(64, slots.count * 2))
    for index in rows.indices {
      let slot = slot(of: rows[index].hash)
      rows[index].before = slots[slot]
      slots[slot] = Int32(index)
    }
  }
}
