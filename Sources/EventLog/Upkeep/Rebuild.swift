package import EventModel
package import LMDB

extension EventLog {
  /// Derives every row anew from the log, to the same bytes, a slice of events a commit. Rows of an older layout are
  /// replaced as well.
  ///
  /// While it runs, and if it is interrupted, questions are refused (code `rebuildUnfinished`); the log itself is
  /// never touched. No appends may run meanwhile: the log must be opened for this alone.
  ///
  /// - Parameters:
  ///   - directory: where the log is.
  ///   - postings: the rules of posting the log is kept under.
  ///   - options: limits of the environment.
  ///   - layout: how positions are divided into runs when the log does not say.
  ///   - sliceCount: events a commit.
  ///   - progress: called with the positions done and the head.
  package static func rebuild(
    directory: String, postings: any PostingRules, options: EnvironmentOptions = EnvironmentOptions(),
    layout: RunLayout = .standard, sliceCount: Int = 16_384,
    progress: (Position, Position) -> Void = { _, _ in }
  ) throws {
    let environment = try Environment.open(
      directory: directory, tables: Tables.all, access: .readWrite, options: options)
    defer { try? environment.close() }
    // A damaged log is found before the rows it can no longer give are gone.
    let head = try environment.read { try LogReader.storedHead($0) }
    try requireIntactRecords(environment, upTo: head, sliceCount: UInt64(sliceCount))
    var state = try environment.write { transaction in
      let state = RowState(try RowState.stored(transaction.reader)?.layout ?? layout, isComplete: false)
      try state.put(in: &transaction)
      for table in Tables.runs + [Tables.tree] { try transaction.clear(table) }
      return state
    }
    var unsettled = RowBatch()
    var tree = TreeGrowth()
    var next = Position(1)
    while next <= head {
      let end = min(head, Position(next.number + UInt64(sliceCount) - 1))
      var blocks: [TreeGrowth.Finished] = []
      try environment.read { reader in
        try LogReader(reader).scan(next...end) { view in
          if let block = tree.append(view.bytes) { blocks.append(block) }
          let event = try view.recordedEvent()
          Rows.add(event.event, try postings.entry(of: event.event), at: event.position, to: &unsettled)
          return true
        }
      }
      try environment.write { transaction in
        for block in blocks { try transaction.append(block) }
        try settle(&state, to: state.layout.settled(head: end.number), &unsettled, environment, in: &transaction)
      }
      progress(end, head)
      next = end.next
    }
    state.isComplete = true
    try environment.write { try state.put(in: &$0) }
  }

  private static func settle(
    _ state: inout RowState, to target: UInt64, _ unsettled: inout RowBatch, _ environment: Environment,
    in transaction: inout WriteTransaction
  ) throws {
    guard target > state.settled else { return }
    let settling = Settling(
      layout: state.layout, settled: state.settled, target: target,
      unsettled: [TailChunk(1...UInt64.max, unsettled)])
    // The runs of the slices before are read as they were committed.
    for run in try environment.read({ try settling.merged($0) }) { try run.store(in: &transaction) }
    state.settled = target
    try state.put(in: &transaction)
    var rest = RowBatch()
    rest.add(unsettled, in: target + 1...UInt64.max)
    unsettled = rest
  }

  private static func requireIntactRecords(
    _ environment: Environment, upTo head: Position, sliceCount: UInt64
  ) throws {
    var next = Position(1)
    while next <= head {
      let end = min(head, Position(next.number + sliceCount - 1))
      try environment.read { reader in
        try LogReader(reader).scan(next...end) { view in
          _ = try view.recordedEvent()
          return true
        }
      }
      next = end.next
    }
  }
}
