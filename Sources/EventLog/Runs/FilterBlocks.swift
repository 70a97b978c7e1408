import EventModel
import LMDB

/// A run's filter in blocks: `u32 crc`, then up to 31 lines of eight `u64`, little-endian.
enum FilterBlocks {
  private static let wordsMax = 31 * 8

  static func bytes(of filter: BucketFilter, _ run: RunName) -> [[UInt8]] {
    stride(from: 0, to: filter.words.count, by: wordsMax).enumerated().map { number, start in
      var bytes: [UInt8] = [0, 0, 0, 0]
      for word in filter.words[start..<min(start + wordsMax, filter.words.count)] { bytes.append(littleEndian: word) }
      return Block.sealed(bytes, at: run.place(.filter, number))
    }
  }

  static func read(_ run: RunName, _ head: RunHead, _ reader: Reader) throws -> BucketFilter {
    var words: [UInt64] = []
    words.reserveCapacity(head.filterBlockCount * wordsMax)
    for number in 0..<head.filterBlockCount {
      let bytes = try run.block(.filter, number, reader)
      for offset in stride(from: 0, to: bytes.byteCount - 7, by: 8) { words.append(bytes.u64(at: offset)) }
    }
    guard !words.isEmpty, words.count % 8 == 0 else { throw run.damage }
    return BucketFilter(words: words)
  }
}
