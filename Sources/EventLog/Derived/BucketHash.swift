import EventModel

/// The hash by which rows in memory and the filters of runs know a bucket.
///
/// It is part of the stored filters: another hash is another layout.
enum BucketHash {
  static func of(_ table: DerivedTable, _ bucket: RawSpan) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(table.rawValue) ^ UInt64(bucket.byteCount) << 8
    var offset = 0
    while offset + 8 <= bucket.byteCount {
      hash = mixed(hash ^ bucket.u64(at: offset))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bucket.byteCount {
      rest = rest << 8 | UInt64(bucket.u8(at: offset))
      offset += 1
    }
    return mixed(mixed(hash ^ rest))
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word &* 0x9e37_79b9_7f4a_7c15
    return product ^ (product >> 32)
  }
}
