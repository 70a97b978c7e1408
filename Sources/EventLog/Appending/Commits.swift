import EventModel
import LMDB

/// Stores what admission let through: one write transaction for the requests of a commit.
///
/// Rows are settled behind: they are merged on another thread while the next requests are decided, and the merged runs are
/// stored with these. Until then their rows are in the tail.
final class Commits {
  private let environment: Environment
  private let admission: Admission
  private let memory: RowMemory
  private var pending: PendingEvents
  /// The tree of what is stored; read again when it is not known.
  private var tree: TreeGrowth?
  private var merge: MergeBeside?
  private let whenMerged: @Sendable () -> Void
  private var lastSweep = ContinuousClock.now

  /// Stores in an environment; `whenMerged` is called on another thread when there are runs to be stored.
  init(
    environment: Environment, admission: Admission, memory: RowMemory, pending: PendingEvents,
    whenMerged: @escaping @Sendable () -> Void
  ) {
    self.environment = environment
    self.admission = admission
    self.memory = memory
    self.pending = pending
    self.whenMerged = whenMerged
    // What an earlier process left; what hinders it shows with the first commit.
    try? beginMerge()
  }

  /// Whether rows are being merged now.
  var isMerging: Bool { merge.map { !$0.isDone } ?? false }

  /// Decides and stores every piece of work, and answers in the same order.
  func commit(_ works: [AppendWork]) -> [[AppendResult]] {
    var answers: [[AppendResult]] = []
    sweepDeadReaders()
    do {
      // Nobody else writes, so that what is read here is what the write transaction finds.
      let state = try environment.read { reader in
        let head = Position(pending.first.number - 1)
        let state = try RowState.current(reader, head: head, memory.layout)
        pending.stored = StoredRows(memory, state, head: head.number)
        answers = works.map { admission.answer($0, reader: reader, pending: pending) }
        return state
      }
      try store(state, try mergedRuns(state))
      return answers
    } catch {
      return recover(from: error, works, answers)
    }
  }

  /// Stores merged runs while there are no requests.
  func settle() {
    do {
      let head = Position(pending.first.number - 1)
      let state = try environment.read { try RowState.current($0, head: head, memory.layout) }
      try store(state, try mergedRuns(state))
    } catch {
      _ = recover(from: error, [], [])
    }
  }

  /// The runs that are merged by now; waits for them when too many positions are not settled.
  private func mergedRuns(_ state: RowState) throws -> [MergedRun]? {
    // A commit that failed may have stored them.
    if merge?.settling.settled != state.settled { merge = nil }
    return pending.head.number - state.settled > state.layout.unsettledCountMax ? try merge?.wait() : try merge?.runs
  }

  private func store(_ state: RowState, _ runs: [MergedRun]?) throws {
    guard !pending.events.isEmpty || runs != nil else { return }
    var tree = tree
    var next = state
    if runs != nil, let merge { next.settled = merge.settling.target }
    try environment.write { transaction in
      if !pending.events.isEmpty {
        try storeEvents(in: &transaction, &tree)
        memory.add(pending.chunk, settled: state.settled)
      }
      for run in runs ?? [] { try run.store(in: &transaction) }
      if runs != nil || pending.first == Position(1) { try next.put(in: &transaction) }
    }
    if runs != nil { merge = nil }
    self.tree = tree
    memory.settle(through: next.settled)
    pending.clear()
    // The events are stored whatever becomes of this; what hinders it shows with the next commit.
    try? beginMerge()
  }

  /// Begins to merge the rows of complete ranges of positions that are in no run yet, unless a merge is under way.
  private func beginMerge() throws {
    guard merge == nil else { return }
    let head = pending.first.number - 1
    let settling = try environment.read { reader -> Settling? in
      let state = try RowState.current(reader, head: Position(head), memory.layout)
      let target = state.layout.settled(head: head)
      guard target > state.settled else { return nil }
      let unsettled = try StoredRows(memory, state, head: head).tail(reader)
      return Settling(layout: state.layout, settled: state.settled, target: target, unsettled: unsettled)
    }
    if let settling { merge = try MergeBeside(environment, settling, whenDone: whenMerged) }
  }

  /// A reader that died inside a read keeps every page freed since from being used again; it is let go every minute
  /// in which something is written.
  private func sweepDeadReaders() {
    let now = ContinuousClock.now
    guard now - lastSweep > .seconds(60) else { return }
    lastSweep = now
    // Failing to sweep costs space, not truth; the next minute tries again.
    _ = try? environment.clearDeadReaders()
  }

  private func storeEvents(in transaction: inout WriteTransaction, _ known: inout TreeGrowth?) throws {
    var tree = try known ?? TreeGrowth(LogReader(transaction.reader))
    var builder = SegmentBuilder(first: pending.first)
    var start = 0
    for (event, end) in zip(pending.events, pending.recordEnds) {
      if builder.isFull {
        try append(builder, in: &transaction)
        builder = SegmentBuilder(first: event.position)
      }
      let record = pending.records[start..<end]
      builder.add(record)
      if let block = tree.append(record.span.bytes) { try transaction.append(block) }
      start = end
    }
    try append(builder, in: &transaction)
    known = tree
  }

  /// Puts the memory of rows in order, once the callers have their answers.
  func tidy() { memory.tidy() }

  private func append(_ builder: SegmentBuilder, in transaction: inout WriteTransaction) throws {
    let value = builder.value()
    try transaction.append(Tables.log, builder.first.number, value.span.bytes)
  }

  /// After a failed commit the truth is on the disk: a commit error is not proof that nothing was written.
  ///
  /// The environment is opened anew and the log is asked whether the pending events are there. If it cannot be
  /// opened, the answer is the fault itself, and its code says that the outcome is unknown.
  private func recover(from error: any Error, _ works: [AppendWork], _ answers: [[AppendResult]]) -> [[AppendResult]] {
    let expected = pending.head
    var failure = AppendError(error)
    memory.forget()
    tree = nil
    do {
      if case .fault(let fault) = failure, fault.code == .outcomeUnknown { try environment.reopen() }
      let (head, lastRecordedTime, isStored) = try environment.read { reader in
        let log = try LogReader(reader)
        let last = log.head == .zero ? nil : try log.event(at: log.head)
        return (log.head, last?.recordedTime, log.head == expected && last == self.pending[expected])
      }
      pending = PendingEvents(after: head, lastRecordedTime: lastRecordedTime)
      if isStored, answers.count == works.count { return answers }
      if case .fault(let fault) = failure, fault.code == .outcomeUnknown {
        failure = .fault(
          StorageFault(
            .commitFailed, file: fault.file, operation: fault.operation,
            message: "the commit failed and nothing was written; it is safe to append again (\(fault.message))"))
      }
    } catch {
      if case .fault(let fault) = failure, fault.code != .outcomeUnknown { failure = AppendError(error) }
      pending = PendingEvents(after: Position(pending.first.number - 1), lastRecordedTime: nil)
    }
    return works.enumerated().map { index, work in
      // What was decided without writing (refusals, conflicts, known events) stays true.
      if index < answers.count, !answers[index].contains(where: \.isRecorded) { return answers[index] }
      return Array(repeating: .failure(failure), count: max(work.count, 1))
    }
  }
}

extension AppendResult {
  var isRecorded: Bool {
    if case .success(.recorded) = self { true } else { false }
  }
}
