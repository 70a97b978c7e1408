/// What a check of a log found.
public struct AuditReport: Sendable, Hashable {
  /// How many events were read.
  public var eventCount: UInt64 = 0
  /// How many derived rows were compared with the log.
  public var rowCount: UInt64 = 0
  /// How many authors' signatures were judged.
  public var signatureCount: UInt64 = 0
  /// How many closings had their totals added up again.
  public var closingCount: UInt64 = 0
  /// How many signed checkpoints were compared with the records.
  public var checkpointCount: UInt64 = 0
  /// The first damages, in order of position, at most ``damageCountMax``; of every check that did not hold at least one.
  public private(set) var findings: [AuditFinding] = []
  /// How many damages there are in all.
  public private(set) var damageCount: UInt64 = 0

  /// How many damages are named.
  public static let damageCountMax = 100

  /// Nothing read, nothing found.
  package init() {}

  /// The first damages in words, in order of position.
  public var damages: [String] { findings.map(\.description) }

  /// Whether everything was as it must be.
  public var isIntact: Bool { damageCount == 0 }

  /// Counts a damage, and names it while there is room; the first of every check has room.
  package mutating func add(_ finding: AuditFinding) {
    damageCount += 1
    findings.insert(finding, at: findings.firstIndex { finding.isBefore($0) } ?? findings.endIndex)
    guard findings.count > AuditReport.damageCountMax else { return }
    var seen: Set<AuditCheck> = []
    let repeated = findings.indices.filter { !seen.insert(findings[$0].check).inserted }
    // There are fewer checks than places, so one of them is named twice.
    if let last = repeated.last { findings.remove(at: last) }
  }

  mutating func add(_ damage: LogDamage) { add(AuditFinding(damage)) }

  /// Adds what another part of the same audit found.
  mutating func add(_ part: AuditReport) {
    eventCount += part.eventCount
    rowCount += part.rowCount
    signatureCount += part.signatureCount
    closingCount += part.closingCount
    checkpointCount += part.checkpointCount
    let unnamed = part.damageCount - UInt64(part.findings.count)
    for finding in part.findings { add(finding) }
    damageCount += unnamed
  }
}
