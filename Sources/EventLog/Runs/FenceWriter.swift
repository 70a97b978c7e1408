import EventModel

/// Packs the first key of every block, with the block's summary if it has one, into blocks of their own.
struct FenceWriter {
  private let run: RunName
  private var block = BlockBuilder()
  private var last: [UInt8] = []
  private var finished: [[UInt8]] = []

  init(_ run: RunName) { self.run = run }

  mutating func add(_ key: [UInt8], _ summary: BlockSummary?) {
    let value = summary?.bytes ?? []
    let shared = key.span.bytes.sharedCount(with: last.span.bytes)
    if block.count == 0 || !block.add(key: key.span.bytes, shared: shared, offset: 0, value: value.span.bytes) {
      close()
      _ = block.add(key: key.span.bytes, shared: 0, offset: 0, value: value.span.bytes)
    }
    last = key
  }

  /// Writes the blocks; answers how many.
  mutating func finish(_ sink: RunWriter.Sink) throws -> Int {
    close()
    for (number, bytes) in finished.enumerated() { try sink(run.key(.fences, number), bytes) }
    return finished.count
  }

  private mutating func close() {
    guard block.count > 0 else { return }
    finished.append(block.finish(at: run.place(.fences, finished.count)))
  }
}
