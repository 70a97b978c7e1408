import ArgumentParser
import EventLog
import Foundation
import ShareLedger

/// Durable batches with timelines and idempotency but without the domain's rules: what the C program does.
struct AppendLog: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Append batches to the log alone.")

  @Option(help: "A directory on the disk to measure; the log in it is removed afterwards.")
  var directory: String
  @Option var events = 500_000
  @Option var batch = 10_000

  func run() throws {
    let path = "\(directory)/log-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try EventLog.create(directory: path, id: "benchmark", created: "now")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let log = try EventLog(
      directory: path, access: .writing(admission: AdmitAll(), clock: Figures.now), postings: NoPostings())
    defer { try? log.close() }
    let city = try City()
    var micros: [Double] = []
    for start in stride(from: 0, to: events, by: batch) {
      let slice = try (start..<start + batch).map(city.usage)
      micros.append(try Figures.seconds { _ = try log.append(slice) } * 1e6)
    }
    let used = Double(try log.environment.statistics().usedBytes)
    Figures.report(
      "append-log",
      [
        ("batch", Double(batch)), ("events", Double(events)),
        ("events_per_second", Double(events) / micros.reduce(0, +) * 1e6), ("p50_microseconds", Figures.median(micros)),
        ("p99_microseconds", Figures.quantile(micros, 0.99)), ("bytes_per_event", used / Double(events)),
      ])
  }
}
