import ArgumentParser
import ShareLedger

/// How a replay runs; the answer is the same.
struct ReplayOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("On how many threads at most.", discussion: "Default: one a core.", valueName: "count"))
  var threads: Int?

  mutating func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads must be at least 1") }
  }

  /// Hands over options that show progress on a terminal and stop when interrupted.
  func run<R>(_ body: (ProjectionOptions) throws -> R) throws -> R {
    Interruption.deferToSteps()
    let line = SharedProgressLine()
    defer { line.end() }
    var options = ProjectionOptions()
    options.threadCount = threads
    options.isCancelled = { Interruption.isRequested }
    options.progress = { line.show("reading: \($0.eventCount * 100 / max($0.totalCount, 1)) %") }
    return try body(options)
  }
}
