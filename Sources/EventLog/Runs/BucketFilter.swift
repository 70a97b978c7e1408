import EventModel

/// Tells of most buckets that a run does not hold them, without looking (a Bloom filter).
///
/// Ten bits a bucket, of which six are set, all within one line of 512 bits, so that a question costs one cache line;
/// about one bucket in a hundred that are not there passes.
struct BucketFilter: Sendable {
  private static let bitsPerBucket = 10
  private static let wordsPerLine = 8
  static let lineBytes = 64

  private(set) var words: [UInt64]

  /// A filter that passes the buckets with these hashes.
  init(_ hashes: [UInt64]) {
    let lines = max(1, (hashes.count * BucketFilter.bitsPerBucket + 511) / 512)
    words = Array(repeating: 0, count: lines * BucketFilter.wordsPerLine)
    for hash in hashes {
      let start = line(hash)
      BucketFilter.forEachBit(hash) { bit in words[start + bit >> 6] |= 1 << UInt64(bit & 63) }
    }
  }

  /// A stored filter.
  init(words: [UInt64]) { self.words = words }

  /// Whether the bucket with this hash may be there; `false` is certain.
  func passes(_ hash: UInt64) -> Bool {
    let start = line(hash)
    // No branch a bit: of several runs asked in turn the processor then fetches the lines at once.
    var isMissing: UInt64 = 0
    BucketFilter.forEachBit(hash) { isMissing |= ~words[start + $0 >> 6] >> UInt64($0 & 63) }
    return isMissing & 1 == 0
  }

  private func line(_ hash: UInt64) -> Int {
    Int(hash.multipliedFullWidth(by: UInt64(words.count / BucketFilter.wordsPerLine)).high)
      * BucketFilter.wordsPerLine
  }

  @inline(__always)
  private static func forEachBit(_ hash: UInt64, _ body: (Int) -> Void) {
    var bits = hash &* 0xd6e8_feb8_6659_fd93
    for _ in 0..<6 {
      body(Int(truncatingIfNeeded: bits >> 55))
      bits <<= 9
    }
  }
}
