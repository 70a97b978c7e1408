import ArgumentParser
import EventLog
import Foundation
import ShareLedger

/// Durable appends of one event with all rules and postings, each beside an append of the same event to a log alone of the
/// same length.
struct Interactive: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Append single events to a ledger and to a log alone, in turn.")

  @OptionGroup var place: Place
  @Option(help: "Uses, each charged, already in both.") var base = 100_000
  @Option(help: "Events appended one by one.") var events = 4_000

  func run() throws {
    try place.withLedger { ledger, city in
      let path = "\(place.directory)/log-\(ProcessInfo.processInfo.processIdentifier)"
      try EventLog.create(directory: path, id: "benchmark", created: "now")
      defer { try? FileManager.default.removeItem(atPath: path) }
      let log = try EventLog(
        directory: path, access: .writing(admission: AdmitAll(), clock: Figures.now), postings: NoPostings())
      defer { try? log.close() }
      _ = try log.append(try city.founding())
      for start in stride(from: 0, to: base, by: 4_000) {
        let services = try (start..<min(start + 4_000, base)).flatMap { try city.service($0) }
        _ = try ledger.append(services)
        _ = try log.append(services)
      }
      var (whole, alone, flushes): ([Double], [Double], [Double]) = ([], [], [])
      var (wholeSeconds, aloneSeconds) = (0.0, 0.0)
      var flush = Flush(directory: place.directory)
      defer { flush.remove() }
      var index = base
      while whole.count < events {
        for event in try city.service(index) {
          let start = Figures.processorSeconds()
          whole.append(try Figures.seconds { _ = try ledger.append([event]) } * 1e6)
          let middle = Figures.processorSeconds()
          alone.append(try Figures.seconds { _ = try log.append([event]) } * 1e6)
          wholeSeconds += middle - start
          aloneSeconds += Figures.processorSeconds() - middle
          flushes.append(Figures.seconds { flush.run() } * 1e6)
        }
        index += 1
      }
      let count = Double(whole.count)
      Figures.report(
        "interactive",
        [
          ("recorded_before", Double(try ledger.head().number) - count), ("events", count),
          ("p50_microseconds", Figures.median(whole)), ("log_alone_p50_microseconds", Figures.median(alone)),
          ("ratio", Figures.median(whole) / Figures.median(alone)),
          ("mean_ratio", whole.reduce(0, +) / alone.reduce(0, +)),
          ("p99_microseconds", Figures.quantile(whole, 0.99)),
          ("processor_microseconds", wholeSeconds / count * 1e6),
          ("log_alone_processor_microseconds", aloneSeconds / count * 1e6),
          ("flush_p50_microseconds", Figures.median(flushes)),
        ], targets: ["ratio": .atMost(1.5)])
    }
  }
}
