import EventModel

/// The rows of the events being appended, before they are put: findable by bucket, removable back to a mark, sortable.
///
/// A *bucket* is the part of a key that is searched as a whole (an event id, a tag with its group, a resource's
/// calendar), so that an event of a batch sees the rows of those before it in constant time.
struct RowBatch {
  private struct Row {
    let table: DerivedTable
    let start: Int
    let keyEnd: Int
    let end: Int
    let hash: UInt64
    let bucketLength: Int
    /// The row before this one with the same hash, or -1.
    let before: Int
  }

  private var arena: [UInt8] = []
  private var rows: [Row] = []
  private var newestByHash: [UInt64: Int] = [:]

  /// How many rows there are: a mark to come back to.
  var count: Int { rows.count }

  /// Adds one row; `key` is without the position, which follows it.
  mutating func add(
    _ table: DerivedTable, bucketLength: Int, position: Position, key: (inout [UInt8]) -> Void,
    value: (inout [UInt8]) -> Void
  ) {
    let start = arena.count
    key(&arena)
    arena.append(bigEndian: position.number)
    let keyEnd = arena.count
    value(&arena)
    let sum = DerivedRow.checksum(
      table: table, storedKey: arena.span.bytes.extracting(start..<keyEnd),
      value: arena.span.bytes.extracting(keyEnd..<arena.count))
    arena.append(littleEndian: sum)
    let hash = RowBatch.hash(table, arena.span.bytes.extracting(start..<start + bucketLength))
    let before = newestByHash.updateValue(rows.count, forKey: hash) ?? -1
    rows.append(
      Row(
        table: table, start: start, keyEnd: keyEnd, end: arena.count, hash: hash, bucketLength: bucketLength,
        before: before))
  }

  /// Takes back every row added after a mark.
  mutating func remove(after mark: Int) {
    while rows.count > mark, let row = rows.popLast() {
      newestByHash[row.hash] = row.before < 0 ? nil : row.before
      arena.removeLast(row.end - row.start)
    }
  }

  /// Calls `body` with every row of a bucket, oldest first, until it answers `false`.
  func forEach(
    _ table: DerivedTable, bucket: RawSpan, _ body: (DerivedRow) throws -> Bool
  ) throws {
    var found: [Int] = []
    var index = newestByHash[RowBatch.hash(table, bucket)] ?? -1
    while index >= 0 {
      let row = rows[index]
      if row.table == table, row.bucketLength == bucket.byteCount,
        arena.span.bytes.extracting(row.start..<row.start + row.bucketLength).holdsSameBytes(as: bucket)
      {
        found.append(index)
      }
      index = row.before
    }
    for index in found.reversed() {
      let row = rows[index]
      let bytes = arena.span.bytes
      let view = try DerivedRow(
        table: table, storedKey: bytes.extracting(row.start..<row.keyEnd),
        storedValue: bytes.extracting(row.keyEnd..<row.end))
      if try !body(view) { return }
    }
  }

  /// Calls `body` with every stored key and value, in the order of table and key.
  func forEachInOrder(_ body: (DerivedTable, RawSpan, RawSpan) throws -> Void) rethrows {
    let bytes = arena.span.bytes
    var order = Array(rows.indices)
    order.sort { left, right in
      let (left, right) = (rows[left], rows[right])
      if left.table != right.table { return left.table.rawValue < right.table.rawValue }
      return bytes.extracting(left.start..<left.keyEnd).isOrderedBefore(bytes.extracting(right.start..<right.keyEnd))
    }
    for index in order {
      let row = rows[index]
      try body(row.table, bytes.extracting(row.start..<row.keyEnd), bytes.extracting(row.keyEnd..<row.end))
    }
  }

  /// Forgets all rows and keeps the memory for the next commit.
  mutating func removeAll() {
    arena.removeAll(keepingCapacity: arena.capacity < 1 << 26)
    rows.removeAll(keepingCapacity: rows.capacity < 1 << 20)
    newestByHash.removeAll(keepingCapacity: newestByHash.capacity < 1 << 20)
  }

  private static func hash(_ table: DerivedTable, _ bytes: RawSpan) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(table.rawValue)
    var offset = 0
    while offset + 8 <= bytes.byteCount {
      hash = (hash ^ bytes.u64(at: offset)) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 29
      offset += 8
    }
    while offset < bytes.byteCount {
      hash = (hash ^ UInt64(bytes.u8(at: offset))) &* 0x0000_0100_0000_01b3
      offset += 1
    }
    return hash ^ (hash >> 32)
  }
}
