import ShareLedger

/// What `verify` says while it reads and when it has.
enum VerifyOutput {
  /// How far it is, and how much longer it will take at this speed.
  static func text(_ progress: AuditProgress, after elapsed: Duration) -> String {
    let share = progress.share
    let text = "verifying: \(Int(share * 100)) %"
    guard share > 0.02, elapsed > .seconds(2) else { return text }
    let left = Double(elapsed.components.seconds) * (1 - share) / share
    return "\(text), \(Int(left)) s left"
  }

  /// A line for each damage, and the verdict.
  static func lines(_ report: AuditReport) -> [String] {
    let verdict = report.isIntact ? "intact" : "\(report.damageCount) damages"
    let counts = [
      (report.signatureCount, "signatures"), (report.closingCount, "closings"), (report.checkpointCount, "checkpoints"),
    ]
    let more = counts.filter { $0.0 > 0 }.map { ", \($0.0) \($0.1)" }.joined()
    return report.damages + ["read \(report.eventCount) events and \(report.rowCount) rows\(more): \(verdict)"]
  }

  static func write(_ report: AuditReport, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("events", Int64(clamping: report.eventCount))
    writer.member("rows", Int64(clamping: report.rowCount))
    writer.member("signatures", Int64(clamping: report.signatureCount))
    writer.member("closings", Int64(clamping: report.closingCount))
    writer.member("checkpoints", Int64(clamping: report.checkpointCount))
    writer.member("damageCount", Int64(clamping: report.damageCount))
    writer.key("damages")
    writer.beginArray()
    for damage in report.damages { writer.string(damage) }
    writer.endArray()
    writer.endObject()
  }
}
