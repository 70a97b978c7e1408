import EventModel
import LMDB

/// Reads a stored run once: the order of its rows, what they come to, and whether its blocks have the bytes they give.
///
/// The blocks of rows are judged in place, by the rules ``RunWriter`` writes them by: each key shares as many bytes with the
/// one before as it can, each number takes as few bytes as it can, and no row stands in a block that had room in the one
/// before.
struct RunAudit {
  private let name: RunName
  /// Rows of other positions are not looked at.
  private let positions: ClosedRange<UInt64>
  private let secret: TallyKey
  private var outline: RunOutline
  private var tally = RowTally()
  private var lastPosition: UInt64 = 0
  /// How many bytes the block before has, 0 before the first of its kind.
  private var blockBytes = 0

  private init(_ name: RunName, _ positions: ClosedRange<UInt64>, _ secret: TallyKey) {
    (self.name, self.positions, self.secret) = (name, positions, secret)
    outline = RunOutline(name)
  }

  /// What the rows of some of a run's positions come to.
  ///
  /// - Throws: ``LogDamage`` naming the run when a row is out of order, or a block, fence, filter or head is not what the rows
  ///   give.
  static func tally(
    _ name: RunName, _ positions: ClosedRange<UInt64>, _ secret: TallyKey, _ reader: Reader
  ) throws -> RowTally {
    var audit = RunAudit(name, positions, secret)
    let head = try RunHead(name, reader)
    for table in name.shelf.kinds {
      // The key of the row before, empty before the first of its kind.
      var key = KeyBuffer()
      audit.blockBytes = 0
      for number in head.blocks(of: table) { try audit.read(table, try name.block(.rows, number, reader), &key) }
    }
    try audit.outline.finish { key, bytes in
      guard try reader.get(name.table, key)?.equals(bytes.span.bytes) == true else { throw name.damage }
    }
    return audit.tally
  }

  private mutating func read(
    _ table: DerivedTable, _ block: RawSpan, _ key: inout KeyBuffer
  ) throws(LogDamage) {
    var rows = BlockRows(block)
    var start = rows.offset
    while try rows.next(block, name, keyCount: key.count) {
      let startsBlock = start == BlockRows(block).offset
      let suffix = block.extracting(rows.suffix)
      let common = try commonCount(key, rows, suffix)
      guard startsBlock ? rows.shared == 0 : common == 0 else { throw name.damage }
      // How many bytes the key has in common with the one before.
      let shared = rows.shared + common
      let keyCount = rows.shared + suffix.byteCount
      guard keyCount <= TallyKey.keyCountMax, keyCount > table.orderCount, rows.value.count <= TallyKey.valueCountMax
      else { throw name.damage }
      let isNewBucket = shared < keyCount - table.orderCount || key.count != keyCount
      let offset = rows.position - name.first
      let byteCount = Block.rowByteCount(
        shared: rows.shared, suffixCount: suffix.byteCount, offset: offset, valueCount: rows.value.count)
      guard rows.offset - start == byteCount else { throw name.damage }
      if startsBlock, blockBytes > 0 {
        let room = Block.rowByteCount(
          shared: shared, suffixCount: keyCount - shared, offset: offset, valueCount: rows.value.count)
        guard blockBytes + room > Block.byteCountMax else { throw name.damage }
      } else if !startsBlock {
        guard rows.offset + 4 <= Block.byteCountMax else { throw name.damage }
      }
      key.replace(after: rows.shared, with: suffix)
      lastPosition = rows.position
      let value = block.extracting(rows.value)
      try outline.add(table, key.span, value, isNewBucket: isNewBucket, startsBlock: startsBlock)
      if positions.contains(rows.position) {
        tally.add(table, position: rows.position, key: key.span, value: value, secret)
      }
      start = rows.offset
    }
    guard start == block.byteCount, start > BlockRows(block).offset else { throw name.damage }
    blockBytes = block.byteCount + 4
  }

  /// How many bytes more a key has in common with the one before than the row says; demands that it comes behind it, by key,
  /// then position.
  private func commonCount(_ key: KeyBuffer, _ rows: BlockRows, _ suffix: RawSpan) throws(LogDamage) -> Int {
    if key.count == 0 { return 0 }
    let rest = key.span.extracting(rows.shared..<key.count)
    let common = rest.sharedCount(with: suffix)
    if common == suffix.byteCount {
      // The keys are the same, or this one is the beginning of the one before.
      guard common == rest.byteCount, lastPosition <= rows.position else { throw name.damage }
    } else if common < rest.byteCount {
      guard rest.u8(at: common) < suffix.u8(at: common) else { throw name.damage }
    }
    return common
  }
}
