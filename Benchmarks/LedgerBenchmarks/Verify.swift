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
  @Option(help: "Events behind the trusted checkpoint.") var new = 10_000
  @Option var runs = 3

  func run() throws {
    if let ledger {
      let ledger = try Ledger(path: ledger, access: .reading)
      defer { try? ledger.close() }
      let (head, last) = (try ledger.head().number, UInt64(new))
      let trusted = try ledger.treeHead(.position(Position(head > last ? head - last : 0)))
      try measureNew("verify-ledger-new") { try ledger.audit(AuditScope(trusted: trusted)) }
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
    let trusted = try log.read { try $0.treeHead(at: Position(UInt64(max(0, events - new)))) }
    try measureNew("verify-new") { try log.audit(secret: Verify.secret(), scope: AuditScope(trusted: trusted)) }
    try measure("verify") { try log.audit(secret: Verify.secret()) }
  }

  /// What came behind a trusted checkpoint.
  private func measureNew(_ name: String, _ body: () throws -> AuditReport) throws {
    var (milliseconds, report): ([Double], AuditReport) = ([], AuditReport())
    let start = Figures.processorSeconds()
    for _ in 0..<max(runs, 5) { milliseconds.append(try Figures.seconds { report = try body() } * 1e3) }
    let processor = (Figures.processorSeconds() - start) / Double(max(runs, 5)) * 1e3
    precondition(report.isIntact, "the log is damaged: \(report.damages)")
    Figures.report(
      name,
      [
        ("new_events", Double(report.eventCount)), ("milliseconds", Figures.median(milliseconds)),
        ("max_milliseconds", milliseconds.max() ?? 0), ("processor_milliseconds", processor),
      ], targets: ["milliseconds": .atMost(100)])
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
