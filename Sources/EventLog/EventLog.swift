package import EventModel
package import LMDB

/// An append-only log of events on LMDB, with the rows derived from them.
///
/// Any number of readers, in this process and in others, run beside the one writer and never wait for it.
package final class EventLog: Sendable {
  /// How a log is opened.
  package enum Access: Sendable {
    /// Questions only; any number of processes.
    case reading
    /// Questions and appends; one process at a time.
    case writing(admission: any AdmissionPolicy, clock: @Sendable () -> Instant)
  }

  package let environment: Environment
  let memory: RowMemory
  private let writer: Writer?

  /// Makes an empty log in a directory that holds none.
  package static func create(
    directory: String, id: String, created: String, options: EnvironmentOptions = EnvironmentOptions()
  ) throws {
    try Environment.create(
      directory: directory, tables: Tables.all, id: id, created: created, options: options)
  }

  /// Opens an existing log.
  ///
  /// - Parameters:
  ///   - directory: where it is.
  ///   - access: for questions only, or for appends too.
  ///   - postings: what its events count.
  ///   - options: limits of the environment.
  ///   - layout: how the positions of a log without events will be divided into runs.
  /// - Throws: ``StorageFault`` when there is no ledger, it is damaged, or another process writes to it.
  package init(
    directory: String, access: Access, postings: any PostingRules,
    options: EnvironmentOptions = EnvironmentOptions(), layout: RunLayout = .standard
  ) throws {
    let memory = RowMemory(postings: postings, layout: layout)
    self.memory = memory
    switch access {
    case .reading:
      environment = try Environment.open(
        directory: directory, tables: Tables.all, access: .readOnly, options: options)
      writer = nil
    case .writing(let admission, let clock):
      let environment = try Environment.open(
        directory: directory, tables: Tables.all, access: .readWrite, options: options)
      self.environment = environment
      do {
        try environment.read { _ = try LogReader($0, memory).head }
        writer = try Writer(
          environment: environment, admission: Admission(policy: admission, clock: clock), memory: memory)
      } catch {
        try? environment.close()
        throw error
      }
    }
  }

  /// Ends the writer after what is queued, then closes the environment. Running reads are waited for.
  ///
  /// - Throws: ``StorageFault`` (`nested`) when called inside a read.
  package func close() throws {
    writer?.close()
    try environment.close()
  }

  /// Waits until all rows of what was appended that can be are in runs; questions have the same answers before.
  package func settle() { writer?.waitUntilIdle() }

  /// Answers one question inside one read transaction on the caller's thread. Keep it short.
  package func read<R>(_ body: (LogReader) throws -> R) throws -> R {
    try environment.read { try body(LogReader($0, memory)) }
  }

  /// The newest position.
  package func head() throws -> Position { try environment.read { try LogReader.storedHead($0) } }

  /// Appends events all or nothing, and returns once they are durable.
  package func append(_ events: [Event], condition: AppendCondition? = nil) throws(AppendError) -> [AppendOutcome] {
    try EventLog.outcomes(submit(events) { .batch($0, condition) }.wait())
  }

  /// Appends each event for itself.
  package func appendEach(_ events: [Event]) throws(AppendError) -> [AppendResult] {
    try submit(events) { .each($0) }.wait()
  }

  /// Derives what follows from events alone, so that little is left to do once they are handed to the writer.
  package func prepare(_ events: [Event]) -> PreparedEvents { PreparedEvents(events, memory.postings) }

  /// Hands events to the writer and goes on, so that the next ones can be prepared meanwhile.
  ///
  /// - Parameters:
  ///   - prepared: what to record.
  ///   - isAtomic: whether it is all or nothing, or each event for itself.
  package func begin(_ prepared: PreparedEvents, isAtomic: Bool) throws(AppendError) -> AppendTicket {
    if prepared.count == 0 { return AppendTicket() }
    return AppendTicket(isAtomic ? .batch(prepared, nil) : .each(prepared), try writable(count: prepared.count))
  }

  /// The same for events that were not prepared.
  ///
  /// - Parameters:
  ///   - events: what to record.
  ///   - isAtomic: whether it is all or nothing, or each event for itself.
  package func begin(_ events: [Event], isAtomic: Bool) throws(AppendError) -> AppendTicket {
    try submit(events) { isAtomic ? .batch($0, nil) : .each($0) }
  }

  /// Appends events of another ledger as they stand there: same positions, same recorded times.
  package func appendReplica(_ events: [RecordedEvent]) throws(AppendError) -> [AppendOutcome] {
    try EventLog.outcomes(submit(events.map(\.event)) { .replica(events, $0) }.wait())
  }

  /// Appends without holding a thread while the commit is under way.
  package func append(
    _ events: [Event], condition: AppendCondition? = nil
  ) async throws(AppendError) -> [AppendOutcome] {
    if events.isEmpty { return [] }
    let writer = try writable(count: events.count)
    let prepared = PreparedEvents(events, memory.postings)
    let results = await withCheckedContinuation { continuation in
      writer.submit(.batch(prepared, condition)) { continuation.resume(returning: $0) }
    }
    return try EventLog.outcomes(results)
  }

  /// The most events one request may have.
  package static let batchCountMax = 100_000

  private func submit(
    _ events: [Event], _ work: (PreparedEvents) -> AppendWork
  ) throws(AppendError) -> AppendTicket {
    if events.isEmpty { return AppendTicket() }
    let writer = try writable(count: events.count)
    return AppendTicket(work(PreparedEvents(events, memory.postings)), writer)
  }

  private func writable(count: Int) throws(AppendError) -> Writer {
    guard let writer else {
      throw .fault(
        StorageFault(
          .readOnly, file: environment.directory, operation: "append", message: "the ledger is open for reading only"))
    }
    guard count <= EventLog.batchCountMax else {
      throw .tooManyEvents(count: count, countMax: EventLog.batchCountMax)
    }
    return writer
  }

  package static func outcomes(_ results: [AppendResult]) throws(AppendError) -> [AppendOutcome] {
    var outcomes: [AppendOutcome] = []
    outcomes.reserveCapacity(results.count)
    for result in results { outcomes.append(try result.get()) }
    return outcomes
  }
}
