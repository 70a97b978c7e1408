import EventModel
import LMDB

/// Stores what admission let through: one write transaction for the requests of a commit.
final class Commits {
  private let environment: Environment
  private let admission: Admission
  private let memory: RowMemory
  private var pending: PendingEvents
  /// The tree of what is stored; read again when it is not known.
  private var tree: TreeGrowth?
  private var lastSweep = ContinuousClock.now

  init(environment: Environment, admission: Admission, memory: RowMemory, pending: PendingEvents) {
    self.environment = environment
    self.admission = admission
    self.memory = memory
    self.pending = pending
  }

  /// Decides and stores every piece of work, and answers in the same order.
  func commit(_ works: [AppendWork]) -> [[AppendResult]] {
    var answers: [[AppendResult]] = []
    var tree = tree
    sweepDeadReaders()
    do {
      let settled = try environment.write { transaction in
        let head = Position(pending.first.number - 1)
        let state = try RowState.current(transaction.reader, head: head, memory.layout)
        pending.stored = StoredRows(memory, state, head: head.number)
        answers = works.map { admission.answer($0, reader: transaction.reader, pending: pending) }
        guard !pending.events.isEmpty else { return state.settled }
        try store(in: &transaction, &tree)
        return try settle(state, in: &transaction)
      }
      memory.settle(through: settled)
      self.tree = tree
      pending.clear()
      return answers
    } catch {
      return recover(from: error, works, answers)
    }
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

  private func store(in transaction: inout WriteTransaction, _ known: inout TreeGrowth?) throws {
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

  /// Hands the rows to the tail, and those of complete ranges of positions to runs; answers the settled position.
  private func settle(_ state: RowState, in transaction: inout WriteTransaction) throws -> UInt64 {
    var next = state
    next.settled = state.layout.settled(head: pending.head.number)
    let chunk = pending.chunk
    if next.settled > state.settled {
      let unsettled = try (pending.stored?.tail(transaction.reader) ?? []) + [chunk]
      try Settling(layout: state.layout, settled: state.settled, target: next.settled, unsettled: unsettled)
        .run(environment, in: &transaction)
    }
    if next.settled > state.settled || pending.first == Position(1) { try next.put(in: &transaction) }
    memory.add(chunk, settled: state.settled)
    return next.settled
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
