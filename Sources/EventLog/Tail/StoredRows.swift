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
  private var runIndices = Shelf.allCases.map { _ in [RunIndex]?.none }

  init(_ memory: RowMemory, _ state: RowState, head: UInt64) {
    self.memory = memory
    self.state = state
    self.head = head
    given = memory.tailNow
  }

  /// The runs of a kind of rows that hold what is settled.
  func runs(of shelf: Shelf, _ reader: Reader) throws -> [RunIndex] {
    if let runs = runIndices[Int(shelf.rawValue)] { return runs }
    let runs = state.settled == 0 ? [] : try memory.runs(of: shelf, state, reader)
    runIndices[Int(shelf.rawValue)] = runs
    return runs
  }

  /// The runs that hold what is settled and was known at a position, and maybe some more rows of later ones.
  func runs(of shelf: Shelf, known: Position, _ reader: Reader) throws -> [RunIndex] {
    guard shelf.keepsMerged, known.number < state.settled else { return try runs(of: shelf, reader) }
    return try memory.runs(of: shelf, state, known: known.number, reader)
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
