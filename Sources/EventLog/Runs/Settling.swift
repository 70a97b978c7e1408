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

  /// A finished block and where it goes.
  typealias Sink = (Table, UInt64, [UInt8]) throws -> Void

  /// Writes the runs that the settled position brings and empties the levels merged into them.
  ///
  /// The postings are merged on a thread of their own meanwhile: their blocks wait in memory until it is their turn.
  func run(_ environment: Environment, in transaction: inout WriteTransaction) throws {
    let postings = try MergeBeside(environment, self, .postings)
    // What is settled is the same in the state before this transaction, which can be read while this one is written.
    try environment.read { reader in
      for run in newRuns(of: .entities) {
        try merge(into: run, reader) { try transaction.append($0, $1, $2.span.bytes) }
        for level in Set(oldRuns(in: run).map(\.level)) { try transaction.clear(Tables.levels[level]) }
      }
    }
    for block in try postings.blocks { try transaction.append(block.table, block.key, block.bytes.span.bytes) }
  }

  /// The runs a shelf gets, those of higher levels first where runs are gone once they are merged.
  func newRuns(of shelf: Shelf) -> [RunName] {
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
  func merge(into run: RunName, _ reader: Reader, _ sink: Sink) throws {
    var inputs = try oldRuns(in: run).map { try MergeInput($0, reader) }
    let positions = max(run.first, settled + 1)...run.last
    inputs += unsettled.map { MergeInput($0, run.shelf, positions) }
    var writer = RunWriter(run)
    var queue = try MergeQueue(inputs, reader)
    while !queue.isEmpty {
      try queue.writeLeast(to: &writer) { try sink(run.table, $0, $1) }
      try queue.advance(reader)
    }
    try writer.finish { try sink(run.table, $0, $1) }
  }

  /// The runs that hold the settled positions of a new one: all of the levels below its own, since a new run covers
  /// either no old run or all those of the levels below.
  private func oldRuns(in run: RunName) -> [RunName] {
    layout.runs(of: run.shelf, settled: settled).filter { run.first <= $0.first && $0.last <= run.last }
  }
}
