import EventModel
import LMDB

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
    /// The row before this one in the same slot, or -1.
    var before: Int

    /// Where the stored key ends and the stored value begins.
    var split: Int { table.isGrouped ? keyEnd - 8 : keyEnd }
  }

  private var arena: [UInt8] = []
  private var rows: [Row] = []
  /// The newest row of each slot, or -1; their number is a power of two not less than that of the rows.
  private var slots: [Int] = []

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
    let sum = checksum(of: table, position, key: start..<keyEnd - 8, value: keyEnd..<arena.count)
    arena.append(littleEndian: sum)
    let hash = RowBatch.hash(table, arena.span.bytes.extracting(start..<start + bucketLength))
    if rows.count == slots.count { growSlots() }
    let slot = slot(of: hash)
    rows.append(
      Row(
        table: table, start: start, keyEnd: keyEnd, end: arena.count, hash: hash, bucketLength: bucketLength,
        before: slots[slot]))
    slots[slot] = rows.count - 1
  }

  private func checksum(
    of table: DerivedTable, _ position: Position, key: Range<Int>, value: Range<Int>
  ) -> UInt32 {
    let bytes = arena.span.bytes
    let row = DerivedRow(key: bytes.extracting(key), position: position, value: bytes.extracting(value))
    return row.checksum(table)
  }

  /// Takes back every row added after a mark.
  mutating func remove(after mark: Int) {
    while rows.count > mark, let row = rows.popLast() {
      slots[slot(of: row.hash)] = row.before
      arena.removeLast(row.end - row.start)
    }
  }

  /// Calls `body` with every row of a bucket, oldest first, until it answers `false`; or with every row whose key begins
  /// with these bytes, when they are not a whole bucket.
  ///
  /// - Complexity: O(rows of the bucket), or O(rows).
  func forEach(
    _ table: DerivedTable, bucket: RawSpan, isWhole: Bool = true, _ body: (DerivedRow) throws -> Bool
  ) throws {
    for index in isWhole ? indices(table, bucket) : indices(table, beginningWith: bucket) {
      let row = rows[index]
      let bytes = arena.span.bytes
      let view = try DerivedRow(
        table: table, storedKey: bytes.extracting(row.start..<row.split),
        storedValue: bytes.extracting(row.split..<row.end))
      if try !body(view) { return }
    }
  }

  private func indices(_ table: DerivedTable, beginningWith prefix: RawSpan) -> [Int] {
    let bytes = arena.span.bytes
    return rows.indices.filter { index in
      let row = rows[index]
      return row.table == table && bytes.extracting(row.start..<row.keyEnd - 8).hasPrefix(prefix)
    }
  }

  private func indices(_ table: DerivedTable, _ bucket: RawSpan) -> [Int] {
    var found: [Int] = []
    if slots.isEmpty { return found }
    let hash = RowBatch.hash(table, bucket)
    var index = slots[slot(of: hash)]
    while index >= 0 {
      let row = rows[index]
      if row.hash == hash, row.table == table, row.bucketLength == bucket.byteCount,
        arena.span.bytes.extracting(row.start..<row.start + row.bucketLength).equals(bucket)
      {
        found.append(index)
      }
      index = row.before
    }
    return found.reversed()
  }

  /// Calls `body` with every stored key and value, in the order of table and key.
  func forEachInOrder(_ body: (DerivedTable, RawSpan, RawSpan) throws -> Void) rethrows {
    let bytes = arena.span.bytes
    var order = rows.indices.map { SortKey(rows[$0], $0, bytes) }
    order.sort { left, right in
      if left.head != right.head { return left.head < right.head }
      if left.next != right.next { return left.next < right.next }
      let (left, right) = (rows[left.index], rows[right.index])
      return bytes.extracting(left.start..<left.keyEnd).isOrderedBefore(bytes.extracting(right.start..<right.keyEnd))
    }
    for key in order {
      let row = rows[key.index]
      try body(row.table, bytes.extracting(row.start..<row.split), bytes.extracting(row.split..<row.end))
    }
  }

  /// Forgets all rows and keeps the memory for the next commit.
  mutating func removeAll() {
    arena.removeAll(keepingCapacity: arena.capacity < 1 << 26)
    rows.removeAll(keepingCapacity: rows.capacity < 1 << 20)
    slots.removeAll(keepingCapacity: slots.capacity < 1 << 20)
  }

  /// A row's place in the order of table and key: most are told apart by the first fifteen bytes of their keys.
  private struct SortKey {
    let head: UInt64
    let next: UInt64
    let index: Int

    init(_ row: Row, _ index: Int, _ bytes: RawSpan) {
      func word(_ offset: Int) -> UInt64 {
        var word: UInt64 = 0
        for place in offset..<offset + 8 { word = word << 8 | (place < row.keyEnd ? UInt64(bytes.u8(at: place)) : 0) }
        return word
      }
      head = UInt64(row.table.rawValue) << 56 | word(row.start) >> 8
      next = word(row.start + 7)
      self.index = index
    }
  }

  private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count - 1) }

  private mutating func growSlots() {
    slots = Array(repeating: -1, count: max(64, slots.count * 2))
    for index in rows.indices {
      let slot = slot(of: rows[index].hash)
      rows[index].before = slots[slot]
      slots[slot] = index
    }
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
