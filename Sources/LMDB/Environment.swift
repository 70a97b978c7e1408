internal import CLMDB
internal import Glibc

/// One ledger directory, open: the only way to its tables.
///
/// Any number of processes may read, one may write. All calls may come from any thread; a transaction is a synchronous
/// closure, because LMDB's write transaction belongs to its thread: an `await` inside one hangs for good.
///
/// ```swift
/// let environment = try Environment.open(directory: path, tables: Tables.all, access: .readWrite)
/// try environment.write { try $0.put(Tables.names, 1, bytes) }
/// let count = try environment.read { try $0.count(Tables.names) }
/// ```
@safe package final class Environment: @unchecked Sendable {
  /// What an opening is for.
  package enum Access: Sendable, Hashable {
    /// Reading beside a writer; needs write permission on `lock.mdb`, where readers are entered.
    case readOnly
    /// Reading and writing, as the only writer.
    case readWrite
  }

  /// The environment's own table: the ledger's id, to be compared with the manifest's.
  static let meta = Table("meta", keys: .bytes)

  /// What the environment was opened for.
  package let access: Access
  /// The limits it was opened with.
  package let options: EnvironmentOptions
  /// Identity and creation of the ledger.
  package let manifest: Manifest

  let files: LedgerFiles
  let tables: [Table]
  let handles: Handles
  let gate: Gate
  /// Holds the data file and, for the writer, its lock, through every reopening.
  let guardian: StorageGuard
  /// LMDB's environment; changed only by a thread that is alone in the gate, `nil` when closed.
  var raw: OpaquePointer?

  init(
    files: LedgerFiles, tables: [Table], access: Access, options: EnvironmentOptions, manifest: Manifest,
    guardian: StorageGuard
  ) throws(StorageFault) {
    self.files = files
    self.tables = tables
    self.access = access
    self.options = options
    self.manifest = manifest
    self.guardian = guardian
    handles = Handles(for: tables + [Environment.meta])
    gate = Gate(file: files.data)
    unsafe raw = nil
    unsafe raw = try startEngine()
  }

  deinit {
    stopEngine()
    handles.deallocate()
  }

  /// Path of the ledger's directory.
  package var directory: String { files.directory }

  /// Waits for running transactions to end, then closes the files; later calls throw `closed`.
  ///
  /// - Throws: `nested` when called inside a transaction of this environment.
  package func close() throws {
    try gate.alone("close") { condition in
      stopEngine()
      guardian.release()
      condition = .closed
    }
  }

  /// Makes all that readers have seen durable, whoever wrote it; call it inside a read.
  package func sync() throws(StorageFault) { try guardian.sync() }

  /// Waits for running transactions to end and opens the files afresh: the only way on after `outcomeUnknown`.
  ///
  /// The writer's lock is held throughout. What the failed commit wrote is there, or it is not: look it up.
  ///
  /// - Throws: `closed`, `nested`, or `storageReplaced` when the files are no longer the ones that were opened;
  ///   any fault of opening.
  package func reopen() throws {
    try gate.alone("reopen") { (condition) throws(StorageFault) in
      switch condition {
      case .closed:
        throw StorageFault(.closed, file: files.data, operation: "reopen", message: "the environment is closed")
      case .replaced: throw guardian.replaced("reopen", "the file was replaced or removed; open the ledger again")
      case .open, .broken, .stopped: break
      }
      try guardian.check("reopen")
      stopEngine()
      condition = .stopped
      unsafe raw = try startEngine()
      condition = .open
    }
  }

  /// Closes LMDB's environment, if open.
  func stopEngine() {
    guard let open = unsafe raw else { return }
    unsafe mdb_env_close(open)
    unsafe raw = nil
  }
}
