import EventModel
import LMDB

/// The rows of one transaction's state of the log: runs up to the settled position, and the tail from there to the head.
///
/// Used by the thread of the transaction alone. Nothing is read before the first question for rows.
final class StoredRows {
  let memory: RowMemory
  let state: RowState
  let head: UInt64
  /// The tail as it was in memory when the transaction began; it may hold more or less than the transaction shows.
  private let given: Tail
  private var tailChunks: [TailChunk]?
  private var runIndices: [RunIndex]?

  init(_ memory: RowMemory, _ state: RowState, head: UInt64) {
    self.memory = memory
    self.state = state
    self.head = head
    given = memory.tailNow
  }

  func runs(_ reader: Reader) throws -> [RunIndex] {
    if let runIndices { return runIndices }
    let runs = state.settled == 0 ? [] : try memory.runs(state, reader)
    runIndices = runs
    return runs
  }

  func tail(_ reader: Reader) throws -> [TailChunk] {
    if let tailChunks { return tailChunks }
    let chunks =
      state.settled == head
      ? [] : try memory.tail(given, settled: state.settled, head: head, reader)
    tailChunks = chunks
    return chunks
  }

  /// The positions whose rows the tail gives, as known at a position; `nil` when there are none.
  func tailPositions(known: Position) -> ClosedRange<UInt64>? {
    let last = min(known.number, head)
    return last > state.settled ? state.settled + 1...last : nil
  }
}
