import ArgumentParser
import ShareLedger

/// `verify`: every record and row checked.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Read every record again and compare every index row with the log.",
    discussion: """
      Checks that no position is missing, each record has its checksum, decodes and encodes to its own bytes, recorded \
      time rises, each row that must exist does and no other, and authors signed what is signed in their name. Damage is listed by position, the exit status is 3.

      EXAMPLE
        shareledger verify lab
      """)

  @OptionGroup var place: LedgerArgument

  @Flag(help: "Write JSON.")
  var json = false

  @Flag(help: ArgumentHelp("Read in this process.", visibility: .hidden))
  var inProcess = false

  func run() throws {
    if inProcess { return try verify() }
    // Storage that is damaged badly enough ends the process that maps it; that must not end without a word.
    let arguments = ["verify", "--in-process"] + (json ? ["--json"] : []) + ["--", place.ledger]
    switch ChildProcess.run(arguments) {
    case .exited(let status): throw ExitStatus(rawValue: status) ?? .fault
    case .notStarted: try verify()
    case .killed(let signal):
      StandardError.write(
        "shareledger: \(Visible.text(place.ledger)): verify: the storage is damaged so badly that reading it ended the "
          + "process (signal \(signal)); restore a backup\n")
      throw ExitStatus.fault
    }
  }

  private func verify() throws {
    let line = SharedProgressLine()
    var scope = AuditScope()
    scope.progress = { line.show("verifying: \(Int($0.share * 100)) %") }
    defer { line.end() }
    let report = try place.reading { [scope] in try $0.audit(scope) }
    line.end()
    let output = Output()
    if json { try output.json { write(report, to: &$0) } } else { try write(report, output) }
    try output.flush()
    if !report.isIntact { throw ExitStatus.fault }
  }

  private func write(_ report: AuditReport, _ output: Output) throws(FileFault) {
    for damage in report.damages { try output.line(Visible.text(damage)) }
    let verdict = report.isIntact ? "intact" : "\(report.damageCount) damages"
    let signatures = report.signatureCount == 0 ? "" : ", \(report.signatureCount) signatures"
    try output.line("read \(report.eventCount) events and \(report.rowCount) rows\(signatures): \(verdict)")
  }

  private func write(_ report: AuditReport, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("events", Int64(clamping: report.eventCount))
    writer.member("rows", Int64(clamping: report.rowCount))
    writer.member("signatures", Int64(clamping: report.signatureCount))
    writer.member("damageCount", Int64(clamping: report.damageCount))
    writer.key("damages")
    writer.beginArray()
    for damage in report.damages { writer.string(damage) }
    writer.endArray()
    writer.endObject()
  }
}
