public import EventLog
public import EventModel
public import LMDB
internal import Sharing

extension Ledger {
  /// Reads every record again and compares everything stored with what the records give, on all cores.
  ///
  /// - Parameter scope: how much is read, and what it is compared with; by default everything with itself.
  /// - Returns: what was found; damage is part of the report, not an error.
  /// - Complexity: O(events + rows).
  public func audit(_ scope: AuditScope = AuditScope()) throws(LedgerError) -> AuditReport {
    do {
      return try log.audit(secret: Ledger.tallyKey(), scope: scope, judge: SharingJudge())
    } catch {
      throw LedgerError(error)
    }
  }

  /// Walks the pages of a ledger's data file by reading, without mapping any: so that a file from elsewhere can be judged
  /// before it is opened.
  ///
  /// - Returns: whether it was walked; `false` while another process writes to it.
  /// - Throws: ``LedgerError/fault(_:)``, code `damaged`, naming the page.
  public static func checkPages(at path: String) throws(LedgerError) -> Bool {
    do {
      return try Environment.checkPages(directory: path)
    } catch {
      throw LedgerError(error)
    }
  }

  private static func tallyKey() -> TallyKey { TallyKey(random: RandomBytes.make(TallyKey.byteCount)) }

  /// Copies the ledger as it is now into a new directory, while appends and questions go on.
  ///
  /// The copy is synced, and every record and row of it read again, before it gets its name.
  ///
  /// - Throws: ``LedgerError``; nothing is left behind. After ``LedgerError/copyDamaged(path:_:)`` audit the ledger.
  public func backup(to target: String) throws(LedgerError) {
    do {
      try log.backup(to: target, secret: Ledger.tallyKey())
    } catch let error as CopyDamaged {
      throw .copyDamaged(path: target, error.report)
    } catch {
      throw LedgerError(error)
    }
  }

  /// Rewrites the data file with the pages in use alone, so that nothing of freed pages remains, and overwrites the old
  /// one. No record changes.
  ///
  /// Nothing else may have the ledger open. Interrupted at any moment, the ledger is whole; it is simply run again.
  ///
  /// - Throws: ``LedgerError/fault(_:)``, code `inUse` when another process has the ledger open;
  ///   ``LedgerError/copyDamaged(path:_:)`` when the ledger cannot be read whole, which is then left as it is.
  public static func compact(at path: String) throws(LedgerError) -> Compaction {
    do {
      return try EventLog.compact(directory: path, postings: ChartOfAccounts(), secret: tallyKey())
    } catch let error as CopyDamaged {
      throw .copyDamaged(path: path + "/compact", error.report)
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
