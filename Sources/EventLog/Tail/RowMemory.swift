import EventModel
import LMDB

/// What one process keeps of a log's rows between transactions: the tail, and what it knows of the runs.
///
/// All of it can be read again from the log; `forget` makes that happen.
final class RowMemory: Sendable {
  private struct KnownRuns {
    var settled: UInt64 = 0
    var runs: [RunIndex] = []
    /// Runs that questions as known before read, the one asked for last at the end.
    var earlier: [RunIndex] = []
  }

  /// How many earlier runs are kept: those of some positions, about ten each with the standard layout.
  private static let earlierCountMax = 64

  let postings: any PostingRules
  /// The layout of a log that has no events yet; later the stored one holds.
  let layout: RunLayout
  private let tail = Guarded(Tail())
  private let known = Shelf.allCases.map { _ in Guarded(KnownRuns()) }

  init(postings: any PostingRules, layout: RunLayout) {
    self.postings = postings
    self.layout = layout
  }

  /// The runs that hold what a stored state has settled, those not known yet read from their fences and filters.
  func runs(of shelf: Shelf, _ state: RowState, _ reader: Reader) throws -> [RunIndex] {
    let known = known(shelf).update { $0 }
    if known.settled == state.settled { return known.runs }
    let runs = try indices(of: state.layout.runs(of: shelf, settled: state.settled), known, reader)
    self.known(shelf).update { known in
      if state.settled > known.settled { (known.settled, known.runs) = (state.settled, runs) }
    }
    return runs
  }

  /// The same for what was known at an earlier position.
  func runs(of shelf: Shelf, _ state: RowState, known position: UInt64, _ reader: Reader) throws -> [RunIndex] {
    let names = state.layout.runs(of: shelf, settled: state.settled, known: position)
    let runs = try indices(of: names, known(shelf).update { $0 }, reader)
    self.known(shelf).update { known in
      let now = Set(known.runs.map(\.name)).union(names)
      let added = runs.filter { run in !known.runs.contains { $0.name == run.name } }
      known.earlier = (known.earlier.filter { !now.contains($0.name) } + added).suffix(RowMemory.earlierCountMax)
    }
    return runs
  }

  private func known(_ shelf: Shelf) -> Guarded<KnownRuns> { known[Int(shelf.rawValue)] }

  private func indices(of names: [RunName], _ known: KnownRuns, _ reader: Reader) throws -> [RunIndex] {
    let byName = Dictionary((known.runs + known.earlier).map { ($0.name, $0) }, uniquingKeysWith: { old, _ in old })
    return try names.map { name in
      if let run = byName[name] { return run }
      return try RunIndex(name, reader)
    }
  }

  /// How many positions the tail in memory has rows of, settled ones included.
  var tailCount: Int { tailNow.chunks.reduce(0) { $0 + $1.positions.count } }

  /// The chunks in memory now.
  var tailNow: Tail { tail.update { $0 } }

  /// The chunks that hold the rows after the settled position up to the head: those given, and what they lack derived
  /// from the log.
  func tail(_ given: Tail, settled: UInt64, head: UInt64, _ reader: Reader) throws -> [TailChunk] {
    let (chunks, through) = given.chunks(after: settled)
    if through >= head { return chunks }
    let missing = try derived(from: through + 1...head, reader)
    tail.update { $0.add(missing, settled: settled) }
    // Only the writer's process hears of what is settled; here it is seen in the transaction's state.
    settle(through: settled)
    tidy()
    return chunks + [missing]
  }

  /// The rows of stored events, derived anew.
  func derived(from positions: ClosedRange<UInt64>, _ reader: Reader) throws -> TailChunk {
    var rows = RowBatch()
    try LogReader(reader).scan(Position(positions.lowerBound)...Position(positions.upperBound)) { view in
      let event = try view.recordedEvent()
      Rows.add(event.event, try postings.entry(of: event.event), at: event.position, to: &rows)
      return true
    }
    return TailChunk(positions, rows)
  }

  /// Adds the rows of a commit; readers see none of them before their own state of the log has the events.
  func add(_ chunk: TailChunk, settled: UInt64) {
    tail.update { $0.add(chunk, settled: settled) }
  }

  /// Lets go of what a durable commit settled.
  func settle(through settled: UInt64) {
    if let chunk = tail.update({ $0.chunk(across: settled) }) {
      let rest = chunk.after(settled)
      tail.update { $0.replace([chunk], with: rest) }
    }
    tail.update { $0.drop(through: settled) }
  }

  /// Joins chunks, outside the lock.
  func tidy() {
    while let (left, right) = tail.update({ $0.pairToJoin }) {
      let joined = left.joined(with: right)
      tail.update { $0.replace([left, right], with: joined) }
    }
  }

  /// Starts anew from what is stored, after a commit that may or may not have been.
  func forget() {
    tail.update { $0 = Tail() }
    for known in known { known.update { $0 = KnownRuns() } }
  }
}
