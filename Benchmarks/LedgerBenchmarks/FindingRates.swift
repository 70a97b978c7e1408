import ArgumentParser
import Dispatch
import Foundation
import ShareLedger
import Synchronization

/// All findings of a demonstration city: one replay on one thread, then on all cores.
///
/// Targets: 2,000,000 events a second and core, warm; at most 512 MB of anonymous memory at 10,000,000 events.
struct FindingRates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings", abstract: "Find everything in a demonstration city.")

  @Option(help: "A directory on the disk to measure; a ledger made in it is removed afterwards.")
  var directory: String?
  @Option(help: "An existing ledger to measure instead; it is left as it is.")
  var ledger: String?
  @Option var events = 1_000_000
  @Option var runs = 3
  @Option(help: "Only so many threads; by default one, then one a core.") var threads: Int?

  func validate() throws {
    if (directory == nil) == (ledger == nil) { throw ValidationError("name --directory or --ledger") }
  }

  func run() throws {
    var path = ledger ?? ""
    if let directory {
      path = "\(directory)/findings-\(ProcessInfo.processInfo.processIdentifier)"
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
      try Demo(eventCount: events).record(into: path)
    }
    defer { if directory != nil { try? FileManager.default.removeItem(atPath: path) } }
    let ledger = try Ledger(path: path, access: .reading)
    defer { try? ledger.close() }
    let view = try ledger.view(at: .last)
    let cores = ProcessInfo.processInfo.activeProcessorCount
    for threadCount in threads.map({ [$0] }) ?? (cores > 1 ? [1, cores] : [1]) {
      let memory = MemoryWatch()
      var options = ProjectionOptions()
      options.threadCount = threadCount
      var rates: [Double] = []
      var count = 0
      for _ in 0..<runs {
        let seconds = try Figures.seconds { count = try view.findings(options: options).count }
        rates.append(Double(view.asOf.known.number) / seconds)
      }
      let rate = Figures.median(rates)
      Figures.report(
        "findings",
        [
          ("threads", Double(threadCount)), ("events", Double(view.asOf.known.number)), ("findings", Double(count)),
          ("events_per_second", rate), ("events_per_second_and_core", rate / Double(threadCount)),
          ("target_events_per_second_and_core", 2_000_000), ("peak_anonymous_megabytes", memory.end()),
          ("target_anonymous_megabytes", 512),
        ])
    }
  }
}

/// Looks at this process's anonymous memory every few milliseconds.
final class MemoryWatch: Sendable {
  private let peak = Mutex(0.0)
  private let isOver = Atomic(false)

  init() {
    Thread.detachNewThread { [self] in
      while !isOver.load(ordering: .relaxed) {
        let now = Figures.anonymousMegabytes()
        peak.withLock { $0 = max($0, now) }
        Thread.sleep(forTimeInterval: 0.01)
      }
    }
  }

  /// The most there was, in MB.
  func end() -> Double {
    isOver.store(true, ordering: .relaxed)
    return peak.withLock { $0 }
  }
}
