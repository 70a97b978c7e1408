import EventModel
import LMDB

/// Which run: its level and the positions whose rows it holds.
struct RunName: Sendable, Hashable {
  /// What a block of a run is.
  enum Part: UInt64 {
    case rows = 0
    case fences = 1
    case filter = 2
    case head = 3
  }

  let shelf: Shelf
  let level: Int
  let first: UInt64
  let last: UInt64
  /// How many runs of level 0 would come before it.
  let number: UInt64

  /// The table its blocks are in.
  var table: Table { shelf.levels[level] }

  /// The key of a block: number of the run (32 bits), part (2 bits), number within the part (22 bits).
  func key(_ part: Part, _ block: Int) -> UInt64 { number << 24 | part.rawValue << 22 | UInt64(block) }

  /// What a block's checksum is tied to: shelf and level before the key.
  func place(_ part: Part, _ block: Int) -> UInt64 {
    UInt64(shelf.rawValue) << 60 | UInt64(level) << 56 | key(part, block)
  }

  /// Says that something of the run is not what was written.
  var damage: LogDamage { LogDamage(position: Position(first), reason: .derivedRun(last: Position(last))) }

  /// A block's bytes behind its checksum, which held.
  @_lifetime(copy reader)
  func block(_ part: Part, _ number: Int, _ reader: Reader) throws -> RawSpan {
    guard let bytes = try reader.get(table, key(part, number)), bytes.byteCount >= Block.headerCount else {
      throw damage
    }
    let checked = bytes.extracting(4..<bytes.byteCount)
    guard Checksum.crc32c(checked, position: place(part, number)) == bytes.u32(at: 0) else { throw damage }
    return checked
  }
}
