public import EventLog
public import EventModel
public import Sharing

extension LedgerView {
  /// Everything recorded that the regulation does not want, in one replay on all cores.
  ///
  /// ```swift
  /// for finding in try ledger.view().findings(FindingFilter(rules: [.notRegistered])) {
  ///   print(finding.party, finding.subjects, finding.evidence)
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - filter: which findings; by default all.
  ///   - options: threads, progress, cancellation.
  /// - Returns: the findings in order of rule, party and subject.
  /// - Complexity: O(events), some hundred nanoseconds each, and about 40 bytes an event.
  public func findings(
    _ filter: FindingFilter = FindingFilter(), options: ProjectionOptions = ProjectionOptions()
  ) throws(LedgerError) -> [Finding] {
    try project(FindingsProjector(), options: options).output.filter(filter.admits)
  }

  /// Everything known of one party that others judge it by: findings, sanctions, deadlines, qualifications, grades,
  /// subsidies and clawbacks.
  ///
  /// - Complexity: that of ``findings(_:options:)``.
  public func unitFile(
    of party: Identifier, options: ProjectionOptions = ProjectionOptions()
  ) throws(LedgerError) -> UnitFile {
    var filter = FindingFilter()
    filter.party = party
    let found = try findings(filter, options: options)
    return try ledger.ask { try UnitFile($0, of: party, findings: found, asOf: asOf) }
  }
}
