import ArgumentParser
import Foundation
import ShareLedger

/// Measures the ledger in release builds on the disk of `--directory`, one JSON object a line like the C program beside
/// it, which does the same LMDB work naively:
///
///     make -C Benchmarks/naive-lmdb
///     swift run --configuration release ledger-benchmarks append-log --directory DIR
///     Benchmarks/naive-lmdb/.build/naive append --events 500000 --batch 10000 --ids sequential --dir DIR/naive
@main
struct LedgerBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger-benchmarks",
    abstract: "Measure appends, replays and questions.",
    subcommands: [
      AppendLog.self, Append.self, Single.self, Concurrent.self, Replay.self, Question.self, Recovery.self,
      Balances.self, Corrected.self, DemoRates.self, Import.self, Interactive.self, TreeHashing.self, Proofs.self,
      FindingRates.self, Scorecards.self, Verify.self,
    ])
}

struct Place: ParsableArguments {
  @Option(help: "A directory on the disk to measure; the ledger in it is removed afterwards.")
  var directory: String

  func withLedger(_ body: (Ledger, City) throws -> Void) throws {
    let path = "\(directory)/benchmark-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try Ledger.create(at: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let ledger = try Ledger(path: path, access: .writing)
    defer { try? ledger.close() }
    let city = try City()
    let founding = try city.founding()
    for start in stride(from: 0, to: founding.count, by: 10_000) {
      _ = try ledger.append(Array(founding[start..<min(start + 10_000, founding.count)]))
    }
    try body(ledger, city)
  }
}

/// Durable batches with all rules, timelines and idempotency.
struct Append: ParsableCommand {
  @OptionGroup var place: Place
  @Option var events = 500_000
  @Option var batch = 10_000

  func run() throws {
    try place.withLedger { ledger, city in
      var rates: [Double] = []
      for start in stride(from: 0, to: events, by: batch) {
        let events = try (start..<start + batch).map(city.usage)
        let seconds = try Figures.seconds { _ = try ledger.append(events) }
        rates.append(Double(batch) / seconds)
      }
      let total = rates.reduce(0) { $0 + Double(batch) / $1 }
      Figures.report(
        "append",
        [
          ("batch", Double(batch)), ("events", Double(events)), ("events_per_second", Double(events) / total),
          ("median_batch_events_per_second", Figures.median(rates)),
          ("anonymous_megabytes", Figures.anonymousMegabytes()),
        ])
    }
  }
}

/// Durable appends of one event, one caller.
struct Single: ParsableCommand {
  @OptionGroup var place: Place
  @Option var events = 3_000
  @Option(help: "Events already in the ledger.") var base = 0

  func run() throws {
    try place.withLedger { ledger, city in
      for start in stride(from: 0, to: base, by: 10_000) {
        _ = try ledger.append(try (start..<start + 10_000).map { try city.usage(100_000_000 + $0) })
      }
      var (micros, flushes): ([Double], [Double]) = ([], [])
      var flush = Flush(directory: place.directory)
      defer { flush.remove() }
      for index in 0..<events {
        let event = try city.usage(index)
        micros.append(try Figures.seconds { _ = try ledger.append([event]) } * 1e6)
        flushes.append(Figures.seconds { flush.run() } * 1e6)
      }
      Figures.report(
        "single",
        [
          ("events", Double(events)), ("p50_microseconds", Figures.median(micros)),
          ("p99_microseconds", Figures.quantile(micros, 0.99)), ("max_microseconds", micros.max() ?? 0),
          ("flush_p50_microseconds", Figures.median(flushes)),
          ("flushes_per_append", Figures.median(micros) / Figures.median(flushes)),
        ])
    }
  }
}

/// Durable appends of one event by many callers at once: what group commit gives.
struct Concurrent: ParsableCommand {
  @OptionGroup var place: Place
  @Option var events = 100_000
  @Option var callers = 64

  func run() throws {
    try place.withLedger { ledger, city in
      let all = try (0..<events).map(city.usage)
      let done = DispatchSemaphore(value: 0)
      let callers = callers
      let seconds = Figures.seconds {
        Task {
          await withTaskGroup(of: Void.self) { group in
            for caller in 0..<callers {
              group.addTask {
                for index in stride(from: caller, to: all.count, by: callers) {
                  _ = try? await ledger.append([all[index]])
                }
              }
            }
          }
          done.signal()
        }
        done.wait()
      }
      Figures.report(
        "concurrent", [("callers", Double(callers)), ("events_per_second", Double(events) / seconds)])
    }
  }
}

/// Full replays: zero-copy views and typed decoding, checksums checked.
struct Replay: ParsableCommand {
  @OptionGroup var place: Place
  @Option var events = 1_000_000
  @Option var runs = 5

  func run() throws {
    try place.withLedger { ledger, city in
      for start in stride(from: 0, to: events, by: 10_000) {
        _ = try ledger.append(try (start..<start + 10_000).map(city.usage))
      }
      let head = Double(try ledger.head().number)
      let before = Figures.anonymousMegabytes()
      var (views, typed, payloads): ([Double], [Double], [Double]) = ([], [], [])
      var seconds: Int64 = 0
      var (peak, count) = (before, 0)
      for _ in 0..<runs {
        seconds = 0
        views.append(
          try Figures.seconds {
            try ledger.replay { event in
              count += 1
              if count % 1_000_000 == 0 { peak = max(peak, Figures.anonymousMegabytes()) }
              guard event.type == .usageRecorded else { return }
              let view = try UsageRecordedView(event.payload)
              seconds += (view.end.microseconds - view.start.microseconds) / 1_000_000
            }
          })
        var bytes = 0
        typed.append(
          try Figures.seconds { try ledger.replay { bytes += try $0.recordedEvent().event.id.text.utf8.count } })
        var days = 0
        payloads.append(
          try Figures.seconds {
            try ledger.replay { event in
              guard event.type == .usageRecorded else { return }
              var reader = CBORReader(event.payload)
              days += try UsageRecorded(from: &reader).days.count
            }
          })
      }
      Figures.report(
        "replay",
        [
          ("events", head), ("views_per_second", head / Figures.median(views)),
          ("typed_events_per_second", head / Figures.median(typed)),
          ("typed_payloads_per_second", head / Figures.median(payloads)), ("hours", Double(seconds / 3600)),
          ("added_anonymous_megabytes", max(peak, Figures.anonymousMegabytes()) - before),
        ])
    }
  }
}

/// The catalogue of the whole city at a date.
struct Question: ParsableCommand {
  @OptionGroup var place: Place
  @Option var runs = 5

  func run() throws {
    try place.withLedger { ledger, _ in
      var seconds: [Double] = []
      var rows = 0
      for _ in 0..<runs {
        let view = try ledger.view(at: Instant(rfc3339: "2025-01-01T00:00:00Z"))
        seconds.append(try Figures.seconds { rows = try view.catalogue().totalCount })
      }
      Figures.report(
        "catalogue", [("resources", Double(rows)), ("median_milliseconds", Figures.median(seconds) * 1e3)])
    }
  }
}
