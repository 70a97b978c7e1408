import ArgumentParser
import EventLog
import Foundation
import ShareLedger

/// Full checks: of a log of uses without postings, or of a ledger with all its rows.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Verify a log of uses, or with --ledger a ledger that is there.")

  @Option(help: "A directory on the disk to measure; the log in it is removed afterwards.")
  var directory: String?
  @Option(help: "A ledger to verify instead.")
  var ledger: String?
  @Option var events = 1_000_000
  @Option var batch = 10_000
  @Option var runs = 3

  func run() throws {
    if let ledger {
      let ledger = try Ledger(path: ledger, access: .reading)
      defer { try? ledger.close() }
      return try measure("verify-ledger") { try ledger.audit() }
    }
    guard let directory else { throw ValidationError("name a --directory or a --ledger") }
    let path = "\(directory)/verify-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try EventLog.create(directory: path, id: "benchmark", created: "now")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let city = try City()
    let filling = try EventLog(
      directory: path, access: .writing(admission: AdmitAll(), clock: Figures.now), postings: NoPostings())
    for start in stride(from: 0, to: events, by: batch) {
      _ = try filling.append(try (start..<min(start + batch, events)).map(city.usage))
    }
    try filling.close()
    let log = try EventLog(directory: path, access: .reading, postings: NoPostings())
    defer { try? log.close() }
    try measure("verify") { try log.audit(secret: Verify.secret()) }
  }

  private static func secret() -> TallyKey {
    TallyKey(random: (0..<TallyKey.byteCount).map { _ in UInt8.random(in: .min ... .max) })
  }

  private func measure(_ name: String, _ body: () throws -> AuditReport) throws {
    var (seconds, processor, report): ([Double], [Double], AuditReport) = ([], [], AuditReport())
    for _ in 0..<runs {
      let start = Figures.processorSeconds()
      seconds.append(try Figures.seconds { report = try body() })
      processor.append(Figures.processorSeconds() - start)
    }
    precondition(report.isIntact, "the log is damaged: \(report.damages)")
    let events = Double(report.eventCount)
    Figures.report(
      name,
      [
        ("events", events), ("rows", Double(report.rowCount)), ("events_per_second", events / Figures.median(seconds)),
        ("best_events_per_second", events / (seconds.min() ?? 1)),
        ("processor_nanoseconds_per_event", Figures.median(processor) / events * 1e9),
        ("anonymous_megabytes", Figures.anonymousMegabytes()),
      ], targets: ["events_per_second": .atLeast(800_000)])
  }
}
