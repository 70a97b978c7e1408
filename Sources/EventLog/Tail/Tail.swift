/// The rows of the newest positions, behind those settled in runs: adjacent chunks, oldest first.
///
/// Chunks are joined like the digits of a binary counter, so that a thousand appends of one event leave ten chunks.
struct Tail: Sendable {
  private(set) var chunks: [TailChunk] = []
  /// The settled position the chunks were added behind.
  private var settled: UInt64 = 0

  /// The chunks with rows after a settled position, as far as they reach without a gap, and how far that is.
  func chunks(after settled: UInt64) -> (chunks: [TailChunk], through: UInt64) {
    let found = chunks.drop { $0.positions.upperBound <= settled }
    guard let first = found.first, let last = found.last, first.positions.lowerBound <= settled + 1 else {
      return ([], settled)
    }
    return (Array(found), last.positions.upperBound)
  }

  /// Adds a chunk that continues the tail or begins a newer one; any other is left out.
  mutating func add(_ chunk: TailChunk, settled: UInt64) {
    if let last = chunks.last, last.positions.upperBound + 1 == chunk.positions.lowerBound {
      chunks.append(chunk)
    } else if chunk.positions.lowerBound == settled + 1, chunks.isEmpty || settled > self.settled {
      chunks = [chunk]
    } else {
      return
    }
    self.settled = max(self.settled, settled)
  }

  /// How many positions a joined chunk has at most: larger ones are few, and soon settled.
  private static let joinedCountMax = 8_192

  /// Two adjacent chunks that should be one.
  var pairToJoin: (TailChunk, TailChunk)? {
    guard chunks.count > 1 else { return nil }
    let (left, right) = (chunks[chunks.count - 2], chunks[chunks.count - 1])
    guard left.positions.count + right.positions.count <= Tail.joinedCountMax else { return nil }
    return left.positions.count <= right.positions.count ? (left, right) : nil
  }

  /// The chunk that begins at or before a settled position and reaches beyond.
  func chunk(across settled: UInt64) -> TailChunk? {
    chunks.first { $0.positions.lowerBound <= settled && settled < $0.positions.upperBound }
  }

  /// Puts a chunk in the place of those whose rows it has; nothing happens when they are gone.
  mutating func replace(_ old: [TailChunk], with new: TailChunk) {
    guard let first = old.first, let start = chunks.firstIndex(where: { $0 === first }),
      start + old.count <= chunks.count, zip(chunks[start...], old).allSatisfy({ $0 === $1 })
    else { return }
    chunks.replaceSubrange(start..<start + old.count, with: [new])
  }

  /// Lets go of what is settled.
  mutating func drop(through settled: UInt64) {
    self.settled = max(self.settled, settled)
    chunks.removeAll { $0.positions.upperBound <= settled }
  }
}
