import EventModel
import LMDB

/// What a run consists of: how many rows and blocks of each table, and how many blocks of fences and filter.
///
/// Stored under the run's last key, little-endian: `u32 crc`, `u64` first and last position, per table `u64` rows and
/// `u32` blocks, `u32` blocks of fences, `u32` blocks of the filter.
struct RunHead: Sendable, Equatable {
  var rowCounts: [Int]
  var blockCounts: [Int]
  var fenceBlockCount = 0
  var filterBlockCount = 0

  init() {
    rowCounts = DerivedTable.allCases.map { _ in 0 }
    blockCounts = rowCounts
  }

  /// Reads the head of a stored run.
  ///
  /// - Throws: ``LogDamage`` when it is missing or altered.
  init(_ run: RunName, _ reader: Reader) throws {
    let bytes = try run.block(.head, 0, reader)
    let tables = DerivedTable.allCases.count
    guard bytes.byteCount == 24 + tables * 12, bytes.u64(at: 0) == run.first, bytes.u64(at: 8) == run.last else {
      throw run.damage
    }
    rowCounts = (0..<tables).map { Int(truncatingIfNeeded: bytes.u64(at: 16 + $0 * 12)) }
    blockCounts = (0..<tables).map { Int(bytes.u32(at: 24 + $0 * 12)) }
    fenceBlockCount = Int(bytes.u32(at: 16 + tables * 12))
    filterBlockCount = Int(bytes.u32(at: 20 + tables * 12))
  }

  /// The stored form.
  func bytes(of run: RunName) -> [UInt8] {
    var bytes: [UInt8] = [0, 0, 0, 0]
    bytes.append(littleEndian: run.first)
    bytes.append(littleEndian: run.last)
    for (rows, blocks) in zip(rowCounts, blockCounts) {
      bytes.append(littleEndian: UInt64(rows))
      bytes.append(littleEndian: UInt32(blocks))
    }
    bytes.append(littleEndian: UInt32(fenceBlockCount))
    bytes.append(littleEndian: UInt32(filterBlockCount))
    return Block.sealed(bytes, at: run.place(.head, 0))
  }

  /// The numbers of the blocks that hold rows of a table.
  func blocks(of table: DerivedTable) -> Range<Int> {
    let index = Int(table.rawValue) - 1
    let start = blockCounts[..<index].reduce(0, +)
    return start..<start + blockCounts[index]
  }

  /// How many entries the run has in its table.
  var entryCount: Int { blockCounts.reduce(0, +) + fenceBlockCount + filterBlockCount + 1 }
}
