internal import EventLog
internal import EventModel

/// Reads events as CloudEvents lines from a file or standard input and records them, a batch at a time.
///
/// A file is read twice: first every line is checked, so that a malformed line anywhere leaves nothing written.
/// Standard input and pipes can be read once only; there a bad line leaves out its own batch and what follows.
///
/// ```swift
/// let result = try Importer(ledger).run("events.jsonl")
/// ```
///
/// Memory stays bounded by ``ImportOptions/batchByteCountMax`` however long the input and its lines are.
public struct Importer: Sendable {
  let ledger: Ledger
  let options: ImportOptions
  let isCancelled: @Sendable () -> Bool

  /// The longest line, in bytes.
  public static let lineByteCountMax = JSONLimits.byteCountMax

  /// An importer into a ledger opened for writing (for reading, when it is a dry run).
  ///
  /// - Parameters:
  ///   - ledger: where the events are recorded.
  ///   - options: how to go about it; by default stop at the first bad line, in batches of 10,000 events.
  ///   - isCancelled: asked between lines and batches; once it answers `true` it stops cleanly. By default never.
  public init(
    _ ledger: Ledger, options: ImportOptions = ImportOptions(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.ledger = ledger
    self.options = options
    self.isCancelled = isCancelled
  }

  /// Imports a file, or standard input for `-`.
  ///
  /// - Parameters:
  ///   - path: the file to read, or `-` for standard input.
  ///   - receive: called after each batch, once its events are durable, in order of lines; by default does nothing.
  ///   - progress: called about every thousand lines; by default does nothing.
  /// - Returns: how many events were recorded, known already and refused.
  /// - Throws: ``ImportError``, which names the line and says what was recorded before.
  public func run(
    _ path: String, receive: ([ImportReceipt]) throws -> Void = { _ in },
    progress: (ImportProgress) -> Void = { _ in }
  ) throws(ImportError) -> ImportResult {
    let totalByteCount = LineReader.regularFileByteCount(path)
    var result = ImportResult()
    do {
      if options.isDryRun { return try dryRun(path, totalByteCount, progress) }
      if totalByteCount != nil, !options.continuesOnError { try check(path, totalByteCount, progress) }
      try record(path, totalByteCount, &result, receive, progress)
      return result
    } catch {
      throw ImportError(reason: reason(of: error), result: result)
    }
  }

  /// Reads every line, on two threads, and stops at the first bad one.
  private func check(_ path: String, _ totalByteCount: Int?, _ progress: (ImportProgress) -> Void) throws {
    let checks = try LineChecks { line in
      if case .failure(let error) = parsed(line) { error } else { nil }
    }
    var lines: [ImportLine] = []
    var byteCount = 0
    do {
      try forEachLine(path, .checking, totalByteCount, progress) { line in
        lines.append(line)
        byteCount += line.byteCount
        guard lines.count == 256 || byteCount >= Importer.lineByteCountMax else { return true }
        defer { (lines, byteCount) = ([], 0) }
        return checks.add(lines)
      }
      _ = checks.add(lines)
    } catch {
      // A bad line before tells more than why no more could be read.
      try checks.finish()
      throw error
    }
    try checks.finish()
  }

  /// Reads every line and writes nothing but the rejects.
  private func dryRun(
    _ path: String, _ totalByteCount: Int?, _ progress: (ImportProgress) -> Void
  ) throws -> ImportResult {
    var result = ImportResult()
    var rejects = try Rejects(options)
    try forEachLine(path, .checking, totalByteCount, progress) { line in
      switch parsed(line) {
      case .success: result.checkedCount += 1
      case .failure(let error):
        guard options.continuesOnError else { throw error }
        try rejects.add(error, line)
        result.refusedCount += 1
      }
      return true
    }
    try rejects.finish()
    return result
  }

  private func record(
    _ path: String, _ totalByteCount: Int?, _ result: inout ImportResult,
    _ receive: ([ImportReceipt]) throws -> Void, _ progress: (ImportProgress) -> Void
  ) throws {
    var rejects = try Rejects(options)
    var batch = ImportBatch()
    var underWay: UnderWay?
    // Whoever writes into a pipe may wait for the receipts before writing on.
    let isPipelined = totalByteCount != nil && !options.isReplica
    do {
      try forEachLine(path, .recording, totalByteCount, progress) { line in
        switch parsed(line) {
        case .success(let event):
          batch.add(event, line.number, byteCount: line.byteCount)
        case .failure(let error):
          guard options.continuesOnError else { throw error }
          batch.add(error, line)
        }
        guard batch.isFull(options) else { return true }
        try begin(batch, &underWay, &rejects, &result, receive)
        if !isPipelined { try finish(&underWay, &rejects, &result, receive) }
        batch = ImportBatch()
        return true
      }
      try begin(batch, &underWay, &rejects, &result, receive)
    } catch {
      // What the writer has is recorded whatever became of a later line.
      try finish(&underWay, &rejects, &result, receive)
      throw error
    }
    try finish(&underWay, &rejects, &result, receive)
    try rejects.finish()
  }

  /// Takes the answers to the batch before and hands the next to the writer, who works while lines are read.
  private func begin(
    _ batch: ImportBatch, _ underWay: inout UnderWay?, _ rejects: inout Rejects, _ result: inout ImportResult,
    _ receive: ([ImportReceipt]) throws -> Void
  ) throws {
    let prepared = options.isReplica ? nil : ledger.log.prepare(batch.events)
    try finish(&underWay, &rejects, &result, receive)
    if isCancelled() { throw ImportStop.interrupted }
    guard let prepared else { return try appendReplica(batch, &result, receive) }
    do throws(AppendError) {
      underWay = UnderWay(
        batch: batch, ticket: try ledger.log.begin(prepared, isAtomic: !options.continuesOnError))
    } catch {
      throw stop(for: error, batch)
    }
  }

  private func finish(
    _ underWay: inout UnderWay?, _ rejects: inout Rejects, _ result: inout ImportResult,
    _ receive: ([ImportReceipt]) throws -> Void
  ) throws {
    guard let (batch, results) = underWay.map({ ($0.batch, $0.ticket.wait()) }) else { return }
    underWay = nil
    if options.continuesOnError {
      try takeEach(results, batch, &rejects, &result, receive)
    } else {
      try takeTogether(results, batch, &result, receive)
    }
  }

  /// A line's event, or what is wrong with the line.
  private func parsed(_ line: ImportLine) -> Result<CloudEventLine, InputError> {
    guard let bytes = line.bytes else {
      return .failure(
        InputError(
          line: line.number, field: "", rule: .tooLong, value: "",
          message: "is longer than \(Importer.lineByteCountMax) bytes"))
    }
    do throws(InputError) {
      let event = try CloudEvents.parse(bytes.span.bytes, number: line.number)
      if options.isReplica { try requireRecorded(event, line.number) }
      return .success(event)
    } catch {
      return .failure(error)
    }
  }

  private func requireRecorded(_ event: CloudEventLine, _ number: Int) throws(InputError) {
    for (field, isThere) in [("position", event.position != nil), ("recordedtime", event.recordedTime != nil)]
    where !isThere {
      throw InputError(
        line: number, field: field, rule: .missingField, value: "",
        message: "is missing; a replica keeps the positions and recorded times of the ledger it was exported from")
    }
  }

  private func forEachLine(
    _ path: String, _ stage: ImportProgress.Stage, _ totalByteCount: Int?, _ progress: (ImportProgress) -> Void,
    _ body: (ImportLine) throws -> Bool
  ) throws {
    var reader = try LineReader(path, lineByteCountMax: Importer.lineByteCountMax, isCancelled: isCancelled)
    while let line = try reader.next() {
      let line = ImportLine(line)
      if line.number % 1_024 == 0 {
        if isCancelled() { throw ImportStop.interrupted }
        progress(
          ImportProgress(
            stage: stage, lineCount: line.number, byteCount: reader.byteCount, totalByteCount: totalByteCount))
      }
      if line.isBlank { continue }
      if try !body(line) { return }
    }
  }

  private func reason(of error: any Error) -> ImportError.Reason {
    switch error {
    case let stop as ImportStop: stop.reason
    case let error as InputError: .input(error)
    case let fault as FileFault: isCancelled() ? .interrupted : .file(fault)
    default: .ledger(LedgerError(error))
    }
  }
}
