import EventModel
import LMDB

/// Puts rows into runs and merges runs.
struct Settling: Sendable {
  let layout: RunLayout
  /// The position settled before.
  let settled: UInt64
  /// The position settled afterwards, a multiple of the layout's base.
  let target: UInt64
  /// Chunks that hold, among others, all rows of the positions between.
  let unsettled: [TailChunk]

  /// A finished block under its key.
  typealias Sink = (UInt64, [UInt8]) throws -> Void

  /// The runs that the settled position brings, with all their blocks in memory.
  ///
  /// - Parameter reader: shows the runs of the position settled before.
  func merged(_ reader: Reader) throws -> [MergedRun] {
    try Shelf.allCases.flatMap(newRuns).map { run in
      var merged = MergedRun(name: run, levels: run.shelf.keepsMerged ? [] : Set(oldRuns(in: run).map(\.level)))
      try merge(into: run, reader) { merged.blocks.append(($0, $1)) }
      return merged
    }
  }

  /// The runs a shelf gets, those of higher levels first where runs are gone once they are merged.
  private func newRuns(of shelf: Shelf) -> [RunName] {
    if shelf.keepsMerged {
      return (0...layout.levelMax).flatMap { level in
        let end = settled - settled % layout.positionCount(level)
        return layout.runs(of: shelf, level, after: end, through: target)
      }
    }
    let before = Set(layout.runs(of: shelf, settled: settled))
    return layout.runs(of: shelf, settled: target).filter { !before.contains($0) }
  }

  /// Makes the blocks of a new run, in the order of their keys.
  private func merge(into run: RunName, _ reader: Reader, _ sink: Sink) throws {
    var inputs = try oldRuns(in: run).map { try MergeInput($0, reader) }
    let positions = max(run.first, settled + 1)...run.last
    inputs += unsettled.map { MergeInput($0, run.shelf, positions) }
    var writer = RunWriter(run)
    var queue = try MergeQueue(inputs, reader)
    while !queue.isEmpty {
      try queue.writeLeast(to: &writer, sink)
      try queue.advance(reader)
    }
    try writer.finish(sink)
  }

  /// The runs that hold the settled positions of a new one: all of the levels below its own, since a new run covers
  /// either no old run or all those of the levels below.
  private func oldRuns(in run: RunName) -> [RunName] {
    layout.runs(of: run.shelf, settled: settled).filter { run.first <= $0.first && $0.last <= run.last }
  }
}

/// A run that is merged and not stored yet.
struct MergedRun: Sendable {
  let name: RunName
  /// The levels that are part of it and gone once it is stored.
  let levels: Set<Int>
  /// Its blocks, by rising keys.
  var blocks: [(key: UInt64, bytes: [UInt8])] = []

  func store(in transaction: inout WriteTransaction) throws {
    for (key, bytes) in blocks { try transaction.append(name.table, key, bytes.span.bytes) }
    for level in levels { try transaction.clear(name.shelf.levels[level]) }
  }
}
