internal import EventLog
internal import EventModel
internal import LMDB

extension Demo {
  /// Records all events in a ledger, which is made when it is missing and must be empty.
  ///
  /// Every event passes the rules. Recorded times come from the demonstration, not from the clock, so that the same
  /// parameters give the same positions, times and batches: an export of the ledger has the same bytes every time.
  ///
  /// - Parameters:
  ///   - path: the ledger's directory.
  ///   - isCancelled: asked between batches; once it answers `true`, no more are begun. By default never.
  ///   - progress: called with the number of events made so far, once a batch; by default does nothing.
  /// - Throws: ``DemoError``; batches recorded before stay.
  public func record(
    into path: String, isCancelled: () -> Bool = { false }, progress: (Int) -> Void = { _ in }
  ) throws(DemoError) {
    do {
      try Demo.createIfMissing(path)
      let clock = DemoClock()
      let ledger = try Ledger(path: path, access: .writing, clock: clock.next)
      defer { try? ledger.close() }
      let head = try ledger.head()
      guard head == .zero else { throw DemoError.notEmpty(path: path, eventCount: head.number) }
      try record(in: ledger, clock, isCancelled, progress)
    } catch {
      throw DemoError(error)
    }
  }

  private static func createIfMissing(_ path: String) throws(LedgerError) {
    do throws(LedgerError) {
      try Ledger.create(at: path)
    } catch {
      guard case .fault(let fault) = error, case .alreadyExists = fault.code else { throw error }
    }
  }

  /// Makes the next batch while the writer records the one before.
  private func record(
    in ledger: Ledger, _ clock: DemoClock, _ isCancelled: () -> Bool, _ progress: (Int) -> Void
  ) throws {
    var events = try self.events
    var count = 0
    var underWay: (ticket: AppendTicket, batch: [RecordedEvent])?
    while count < eventCount {
      if isCancelled() { throw DemoError.interrupted }
      var batch: [RecordedEvent] = []
      batch.reserveCapacity(Demo.batchCount)
      while batch.count < Demo.batchCount, let event = try events.next() { batch.append(event) }
      count += batch.count
      clock.add(batch.map(\.recordedTime))
      let ticket = try ledger.log.begin(batch.map(\.event), isAtomic: true)
      if let underWay { try Demo.check(underWay.ticket, underWay.batch) }
      underWay = (ticket, batch)
      progress(count)
    }
    if let underWay { try Demo.check(underWay.ticket, underWay.batch) }
  }

  /// What was recorded stands where the demonstration said.
  private static func check(_ ticket: AppendTicket, _ batch: [RecordedEvent]) throws {
    for (result, event) in zip(ticket.wait(), batch) {
      let expected = AppendOutcome.recorded(position: event.position, recordedTime: event.recordedTime)
      switch result {
      case .success(let outcome) where outcome == expected: continue
      case .success(let outcome): throw DemoError.unexpected("recorded as \(outcome), not as \(expected)")
      case .failure(.refused(let index, let refusal)):
        throw DemoError.append(.refused(index: index, refusal: refusal), first: batch.first?.position ?? .zero)
      case .failure(let error): throw DemoError.append(error, first: batch.first?.position ?? .zero)
      }
    }
  }
}

/// The clock of a demonstration: it tells the recorded times of the events in turn.
///
/// The writer asks once for every new event and in their order; a batch that is refused ends the recording.
private struct DemoClock: Sendable {
  private struct Times {
    var list: [Instant] = []
    var next = 0
  }

  private let times = Guarded(Times())

  func add(_ more: [Instant]) {
    times.update { times in
      times.list.removeFirst(times.next)
      times.list += more
      times.next = 0
    }
  }

  @Sendable func next() -> Instant {
    times.update { times in
      guard times.next < times.list.count else { return times.list.last ?? .first }
      times.next += 1
      return times.list[times.next - 1]
    }
  }
}
