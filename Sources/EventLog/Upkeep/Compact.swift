package import LMDB

extension EventLog {
  /// Rewrites the data file with the pages in use alone; every record and row of the new file is read again before it
  /// takes the old one's place.
  ///
  /// - Parameters:
  ///   - directory: where the log is; nobody else may have it open.
  ///   - postings: the rules of posting the log is kept under.
  ///   - options: limits of the environment.
  ///   - layout: how positions are divided into runs when the log does not say.
  ///   - secret: random bytes drawn for the copy's audit alone.
  /// - Throws: ``CopyDamaged`` or a ``StorageFault``; then the log is as it was, unless the fault says otherwise.
  package static func compact(
    directory: String, postings: any PostingRules, options: EnvironmentOptions = EnvironmentOptions(),
    layout: RunLayout = .standard, secret: TallyKey
  ) throws -> Compaction {
    try Environment.compact(directory: directory, tables: Tables.all, options: options) { copy, ledger in
      let (head, layout) = try ledger.read { reader in
        (try LogReader.storedHead(reader), try RowState.stored(reader)?.layout ?? layout)
      }
      var report = try EventLog.audit(copy, RowMemory(postings: postings, layout: layout), secret)
      let copied = try copy.read { try LogReader.storedHead($0) }
      if copied != head {
        report.add(AuditFinding(.positions, at: copied, "the copy ends at position \(copied), the log at \(head)"))
      }
      if !report.isIntact { throw CopyDamaged(report: report) }
    }
  }
}
