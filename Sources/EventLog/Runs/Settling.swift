import EventModel
import LMDB

/// Puts rows into runs and merges runs.
enum Settling {
  /// Writes the runs that a settled position brings and empties the levels merged into them.
  ///
  /// - Parameters:
  ///   - layout: how positions are divided.
  ///   - settled: the position settled before.
  ///   - target: the position settled afterwards, a multiple of the layout's base.
  ///   - unsettled: chunks that hold, among others, all rows of the positions between.
  static func settle(
    _ layout: RunLayout, from settled: UInt64, to target: UInt64, _ unsettled: [TailChunk],
    in transaction: inout WriteTransaction
  ) throws {
    let before = layout.runs(settled: settled)
    let kept = Set(before)
    for run in layout.runs(settled: target) where !kept.contains(run) {
      // A new run covers either no old run or all those of the levels below its own.
      let merged = before.filter { run.first <= $0.first && $0.last <= run.last }
      var inputs = try merged.map { try MergeInput($0, transaction.reader) }
      let positions = max(run.first, settled + 1)...run.last
      inputs += unsettled.map { MergeInput($0, positions) }
      try merge(inputs, into: run, in: &transaction)
      for table in Set(merged.map(\.level)) { try transaction.clear(Tables.levels[table]) }
    }
  }

  private static func merge(
    _ inputs: [MergeInput], into run: RunName, in transaction: inout WriteTransaction
  ) throws {
    var writer = RunWriter(run)
    var queue = try MergeQueue(inputs, transaction.reader)
    while !queue.isEmpty {
      try queue.writeLeast(to: &writer) { key, bytes in try transaction.append(run.table, key, bytes.span.bytes) }
      try queue.advance(transaction.reader)
    }
    try writer.finish { key, bytes in try transaction.append(run.table, key, bytes.span.bytes) }
  }
}
