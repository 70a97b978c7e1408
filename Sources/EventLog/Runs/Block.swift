import EventModel

/// Rows in rising order, packed into one value that shares its page with one more.
///
/// Little-endian: `u32 crc` (CRC-32C of the rest, tied to the block's place), `u16 count`, then per row
///
///     varint shared · u8 counts · [varint suffixCount] · [varint valueCount] · suffix · varint offset · value
///
/// where `shared` is how many bytes of the key are those of the row before (0 in the first row), the high and low half
/// of `counts` are the bytes of suffix and value (15: the number follows), and `offset` is the position's distance from
/// the run's first.
enum Block {
  /// LMDB 0.9 keeps two values of up to 2,022 bytes with integer keys on a page, and gives larger ones pages of their own.
  static let byteCountMax = 2_016
  /// Checksum and number of rows.
  static let headerCount = 6
}

/// Packs rows into a block.
struct BlockBuilder {
  private var bytes: [UInt8] = []
  /// How many rows there are.
  private(set) var count = 0

  init() { startAnew() }

  /// Adds a row unless it does not fit; the first always does.
  mutating func add(key: RawSpan, shared: Int, offset: UInt64, value: RawSpan) -> Bool {
    let suffixCount = key.byteCount - shared
    let size = Block.rowByteCount(
      shared: shared, suffixCount: suffixCount, offset: offset, valueCount: value.byteCount)
    guard count == 0 || bytes.count + size <= Block.byteCountMax else { return false }
    bytes.append(varint: UInt64(shared))
    bytes.append(UInt8(min(suffixCount, 15) << 4 | min(value.byteCount, 15)))
    if suffixCount >= 15 { bytes.append(varint: UInt64(suffixCount)) }
    if value.byteCount >= 15 { bytes.append(varint: UInt64(value.byteCount)) }
    bytes.append(key.extracting(shared..<key.byteCount))
    bytes.append(varint: offset)
    bytes.append(value)
    count += 1
    return true
  }

  /// The block as it is stored at a place; then starts the next one.
  mutating func finish(at place: UInt64) -> [UInt8] {
    bytes[4] = UInt8(truncatingIfNeeded: count)
    bytes[5] = UInt8(truncatingIfNeeded: count >> 8)
    let finished = Block.sealed(bytes, at: place)
    startAnew()
    return finished
  }

  private mutating func startAnew() {
    bytes = []
    bytes.reserveCapacity(Block.byteCountMax)
    bytes.append(contentsOf: [0, 0, 0, 0, 0, 0])
    count = 0
  }
}

extension Block {
  /// How many bytes a row takes.
  static func rowByteCount(shared: Int, suffixCount: Int, offset: UInt64, valueCount: Int) -> Int {
    var count = varintCount(shared) + 1 + suffixCount + varintCount(Int(offset)) + valueCount
    if suffixCount >= 15 { count += varintCount(suffixCount) }
    if valueCount >= 15 { count += varintCount(valueCount) }
    return count
  }

  /// Sets the checksum in the first four bytes.
  static func sealed(_ bytes: consuming [UInt8], at place: UInt64) -> [UInt8] {
    var bytes = bytes
    let sum = Checksum.crc32c(bytes.span.bytes.extracting(4..<bytes.count), position: place)
    for index in 0..<4 { bytes[index] = UInt8(truncatingIfNeeded: sum >> (8 * UInt32(index))) }
    return bytes
  }
}
