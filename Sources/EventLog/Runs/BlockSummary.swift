import EventModel

/// What a block of postings comes to when all its rows are of one account: a balance that counts them all need not read
/// it.
///
/// Stored as the value of the block's fence: `i32` last day, `i64` sum. A block has fewer than 1,000 rows of at most
/// 2^53, so the sum fits.
struct BlockSummary: Sendable {
  /// The day of the newest row.
  let lastDay: Int32
  /// The sum of all rows.
  let sum: Int64
}

extension BlockSummary {
  init?(stored bytes: RawSpan) {
    guard bytes.byteCount == 12 else { return nil }
    self.init(lastDay: Int32(bitPattern: bytes.u32(at: 0)), sum: Int64(bitPattern: bytes.u64(at: 4)))
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(littleEndian: lastDay)
    bytes.append(littleEndian: sum)
    return bytes
  }
}
