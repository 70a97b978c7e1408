internal import EventLog
internal import EventModel

extension Importer {
  /// A batch the writer has, whose answers were not taken yet.
  struct UnderWay {
    let batch: ImportBatch
    let ticket: AppendTicket
  }

  /// All or nothing: the batch ended at the first refused event.
  func takeTogether(
    _ results: [AppendResult], _ batch: ImportBatch, _ result: inout ImportResult,
    _ receive: ([ImportReceipt]) throws -> Void
  ) throws {
    let outcomes: [AppendOutcome]
    do throws(AppendError) {
      outcomes = try EventLog.outcomes(results)
    } catch {
      throw stop(for: error, batch)
    }
    for outcome in outcomes { result.add(outcome) }
    try receive(outcomes.enumerated().map(batch.receipt))
  }

  /// Each event for itself: refused ones go to the rejects, with the malformed lines between them in order of lines.
  func takeEach(
    _ results: [AppendResult], _ batch: ImportBatch, _ rejects: inout Rejects, _ result: inout ImportResult,
    _ receive: ([ImportReceipt]) throws -> Void
  ) throws {
    var malformed = batch.malformed[...]
    var receipts: [ImportReceipt] = []
    for (index, answer) in results.enumerated() {
      while let bad = malformed.first, bad.line.number < batch.lines[index] {
        malformed.removeFirst()
        try reject(bad, &rejects, &result)
      }
      switch answer {
      case .success(let outcome):
        result.add(outcome)
        receipts.append(batch.receipt(index, outcome))
      case .failure(.refused(_, let refusal)):
        try rejects.add(refusal, event: batch.events[index], line: batch.lines[index])
        result.refusedCount += 1
      case .failure(let error): throw stop(for: error, batch)
      }
    }
    for bad in malformed { try reject(bad, &rejects, &result) }
    try receive(receipts)
  }

  private func reject(_ bad: ImportBatch.Malformed, _ rejects: inout Rejects, _ result: inout ImportResult) throws {
    try rejects.add(bad.error, bad.line)
    result.refusedCount += 1
  }

  /// Events this ledger holds are compared; those beyond its head are recorded as they stand.
  func appendReplica(
    _ batch: ImportBatch, _ result: inout ImportResult, _ receive: ([ImportReceipt]) throws -> Void
  ) throws {
    let head = try ledger.head()
    var known = 0
    var receipts: [ImportReceipt] = []
    for (index, event) in batch.recorded.enumerated() where event.position <= head {
      guard event.position != .zero, try ledger.ask({ try $0.event(at: event.position) }) == event else {
        throw ImportStop(.replicaDiffers(line: batch.lines[index], position: event.position))
      }
      known = index + 1
      receipts.append(batch.receipt(index, .alreadyRecorded(position: event.position)))
    }
    result.alreadyRecordedCount += known
    let outcomes: [AppendOutcome]
    do throws(AppendError) {
      outcomes = try ledger.log.appendReplica(Array(batch.recorded[known...]))
    } catch {
      throw stop(for: error, batch, offset: known)
    }
    for (index, outcome) in outcomes.enumerated() {
      result.add(outcome)
      receipts.append(batch.receipt(known + index, outcome))
    }
    try receive(receipts)
  }

  func stop(for error: AppendError, _ batch: ImportBatch, offset: Int = 0) -> ImportStop {
    switch error {
    case .refused(let index, let refusal): ImportStop(.refused(line: batch.lines[offset + index], refusal))
    case .notTheNextEvent(let index, let position, let expected):
      ImportStop(.notTheNextEvent(line: batch.lines[offset + index], position: position, expected: expected))
    default: ImportStop(.append(line: batch.lines.last ?? 0, error))
    }
  }
}

/// What ends an import, on its way to the ``ImportError``.
struct ImportStop: Error {
  let reason: ImportError.Reason

  init(_ reason: ImportError.Reason) { self.reason = reason }

  static let interrupted = ImportStop(.interrupted)
}
