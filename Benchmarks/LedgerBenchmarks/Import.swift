import ArgumentParser
import Foundation
import ShareLedger
import Synchronization

/// A demonstration's interchange file recorded with all rules, as `shareledger import` does.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Import a demonstration with full admission.")

  @Option(help: "A directory on the disk to measure; file and ledger in it are removed afterwards.")
  var directory: String
  @Option var events = 1_000_000
  @Option var seed: UInt64 = 1

  func run() throws {
    let path = "\(directory)/import-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer {
      try? FileManager.default.removeItem(atPath: path)
      try? FileManager.default.removeItem(atPath: "\(path).jsonl")
    }
    let interchangeBytes = try writeLines("\(path).jsonl")
    try Ledger.create(at: path)
    let ledger = try Ledger(path: path, access: .writing)
    defer { try? ledger.close() }
    let peak = MemoryPeak()
    let before = Figures.processorSeconds()
    var recordedCount = 0
    let seconds = try Figures.seconds {
      recordedCount = try Importer(ledger).run("\(path).jsonl").recordedCount
    }
    let processor = Figures.processorSeconds() - before
    precondition(recordedCount == events, "\(recordedCount) of \(events) events were recorded")
    let used = Double(try ledger.statistics().storage.usedBytes)
    Figures.report(
      "import",
      [
        ("events", Double(events)), ("events_per_second", Double(events) / seconds),
        ("processor_microseconds_per_event", processor / Double(events) * 1e6),
        ("peak_anonymous_megabytes", peak.stop()), ("bytes_per_event", used / Double(events)),
        ("ledger_to_interchange", used / Double(interchangeBytes)),
      ],
      targets: [
        "events_per_second": .atLeast(60_000), "peak_anonymous_megabytes": .atMost(256),
        "ledger_to_interchange": .atMost(2.5),
      ])
  }

  private func writeLines(_ path: String) throws -> Int {
    guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
    else { throw CocoaError(.fileWriteUnknown) }
    defer { try? file.close() }
    var count = 0
    try Demo(eventCount: events, seed: seed).print { bytes in
      try file.write(contentsOf: bytes)
      count += bytes.count
    }
    return count
  }
}

/// The most anonymous memory there was, looked at every 20 ms by a thread of its own.
final class MemoryPeak: Sendable {
  private let kilobytes = Atomic<Int>(0)
  private let isDone = Atomic<Bool>(false)

  init() {
    Thread.detachNewThread { [self] in
      while !isDone.load(ordering: .relaxed) {
        look()
        Thread.sleep(forTimeInterval: 0.02)
      }
    }
  }

  private func look() {
    kilobytes.max(Int(Figures.anonymousMegabytes() * 1_024), ordering: .relaxed)
  }

  /// Stops looking; answers the peak in MB.
  func stop() -> Double {
    isDone.store(true, ordering: .relaxed)
    look()
    return Double(kilobytes.load(ordering: .relaxed)) / 1_024
  }
}
