import ArgumentParser
import ShareLedger

/// What `append` and `import` have in common.
struct ImportFlags: ParsableArguments {
  @Flag(name: .customLong("continue"), help: "Record the good events and go on past lines that are not.")
  var continues = false

  @Option(
    help: ArgumentHelp(
      "With --continue: write the other lines with their reasons to a new file, as JSON lines.",
      discussion: "Default: to standard error.", valueName: "file"),
    completion: .file())
  var rejects: String?

  @Flag(help: "Check the form of every line and write nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("How many events are recorded together, all or nothing.", valueName: "events"))
  var batch = 10_000

  @Flag(help: "Write the newest position after each batch, once it is durable.")
  var acknowledge = false

  @Flag(help: "Write the result as JSON.")
  var json = false

  mutating func validate() throws {
    guard (1...100_000).contains(batch) else { throw ValidationError("--batch must be from 1 to 100000") }
    if rejects != nil, !continues { throw ValidationError("--rejects needs --continue") }
  }

  /// Runs the import and says what it did; refused lines make the exit status 1.
  func run(into place: LedgerArgument, file: String, replica: Bool) throws {
    Interruption.deferToSteps()
    var options = ImportOptions()
    options.batchCount = batch
    options.continuesOnError = continues
    options.isDryRun = dryRun
    options.isReplica = replica
    options.rejectsPath = continues ? rejects ?? "-" : nil
    let output = Output()
    let result =
      try dryRun
      ? place.reading { try record(file, $0, options, output) }
      : place.writing { try record(file, $0, options, output) }
    try report(result, output)
    if result.refusedCount > 0 { throw ExitStatus.refused }
  }

  private func record(
    _ file: String, _ ledger: Ledger, _ options: ImportOptions, _ output: Output
  ) throws -> ImportResult {
    var line = ProgressLine()
    defer { line.end() }
    let importer = Importer(ledger, options: options, isCancelled: { Interruption.isRequested })
    return try importer.run(file) { progress in
      let verb = progress.stage == .checking ? "checking" : "recording"
      if let total = progress.totalByteCount, total > 0 {
        line.show("\(verb): \(progress.byteCount * 100 / total) %")
      } else {
        line.show("\(verb): line \(progress.lineCount)")
      }
    } acknowledge: { position in
      guard acknowledge else { return }
      try output.line("\(position)")
      try output.flush()
    }
  }

  private func report(_ result: ImportResult, _ output: Output) throws {
    if json {
      try output.json { writer in
        writer.beginObject()
        for (key, count) in [
          ("recorded", result.recordedCount), ("alreadyRecorded", result.alreadyRecordedCount),
          ("refused", result.refusedCount), ("checked", result.checkedCount),
        ] {
          writer.key(key)
          writer.int(Int64(count))
        }
        writer.endObject()
      }
    } else if dryRun {
      try output.line("checked \(result.checkedCount) events, refused \(result.refusedCount); nothing was written")
    } else {
      try output.line(
        "recorded \(result.recordedCount), already recorded \(result.alreadyRecordedCount), "
          + "refused \(result.refusedCount)")
    }
    try output.flush()
  }
}
