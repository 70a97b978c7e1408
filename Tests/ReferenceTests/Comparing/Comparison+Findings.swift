import EventLog
import EventModel
import Sharing

/// What the regulation does not want, rule by rule.
extension Comparison {
  /// Rules the reference tells; the others are compared by tests of their own.
  private static let untold: Set<FindingRule> = [.differentPriceSameService]

  mutating func compareFindings(_ here: SlowLedger, valid: Instant, known: Position) throws {
    let found = try ledger.log.project(
      FindingsProjector(), asOf: AsOf(valid: valid, known: known), options: ProjectionOptions()
    ).output.filter { !Comparison.untold.contains($0.rule) }
    let expected = SlowFindings(here, valid: valid).all
    let question = "at \(valid), \(known)"
    let (left, right) = (found.map(Comparison.told), expected)
    for rule in Set(left.map(\.rule) + right.map(\.rule)).sorted() {
      let (ours, theirs) = (left.filter { $0.rule == rule }, right.filter { $0.rule == rule })
      if Set(ours) == Set(theirs), ours.count == theirs.count { continue }
      let extra = Set(ours).subtracting(theirs).map { "extra \($0)" }.sorted()
      let missing = Set(theirs).subtracting(ours).map { "missing \($0)" }.sorted()
      for line in (extra + missing).prefix(4) { differences.add("finding \(rule)", "\(question): \(line)") }
      if extra.isEmpty, missing.isEmpty { differences.add("finding \(rule)", "\(question): one finding twice") }
    }
    for finding in found { checkEvidence(finding, question, known: known) }
  }

  private static func told(_ finding: Finding) -> SlowFinding {
    SlowFinding(
      finding.rule.rawValue, finding.party, finding.subjects, since: SlowTime.day(finding.since),
      cured: finding.curedOn.map { SlowTime.day($0) }
    ).measuring(finding.measured.map { Int($0) }, against: finding.threshold.map { Int($0) })
  }

  /// Evidence is known, in rising order, and there is some unless a finding is about what is not there.
  private mutating func checkEvidence(_ finding: Finding, _ question: String, known: Position) {
    if finding.evidence != Set(finding.evidence).sorted() || finding.evidence.contains(where: { $0 > known }) {
      differences.add("finding evidence", "\(question): \(finding)")
    }
  }
}
