public import EventLog
public import EventModel
internal import Sharing

extension Ledger {
  /// Reads every record again and compares every derived row with the log.
  ///
  /// - Parameter progress: called now and then with the position reached and the head.
  /// - Returns: what was found; damage is part of the report, not an error.
  /// - Complexity: O(events + rows · log rows).
  public func audit(progress: (Position, Position) -> Void = { _, _ in }) throws(LedgerError) -> AuditReport {
    do {
      return try log.audit(progress: progress)
    } catch {
      throw LedgerError(error)
    }
  }

  /// Copies the ledger as it is now into a new directory, while appends and questions go on.
  ///
  /// The copy is synced, and every record and row of it read again, before it gets its name.
  ///
  /// - Throws: ``LedgerError``; nothing is left behind. After ``LedgerError/copyDamaged(path:_:)`` audit the ledger.
  public func backup(to target: String) throws(LedgerError) {
    do {
      try log.backup(to: target)
    } catch let error as CopyDamaged {
      throw .copyDamaged(path: target, error.report)
    } catch {
      throw LedgerError(error)
    }
  }

  /// Derives every row anew from the log, to the same bytes.
  ///
  /// Nothing else may have the ledger open for writing. Interrupted, it is simply run again; the log is not touched.
  public static func rebuild(
    at path: String, progress: (Position, Position) -> Void = { _, _ in }
  ) throws(LedgerError) {
    do {
      try EventLog.rebuild(directory: path, postings: ChartOfAccounts(), progress: progress)
    } catch {
      throw LedgerError(error)
    }
  }
}
