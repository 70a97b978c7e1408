internal import CLMDB
internal import Glibc

extension Environment {
  /// Creates an empty ledger in a new or empty directory.
  ///
  /// The manifest is written last and makes it a ledger: what an interrupted creation leaves is never opened, and is
  /// never written over either.
  ///
  /// - Parameters:
  ///   - directory: Path; made when missing, its parent must exist.
  ///   - tables: The tables to create, derived ones included.
  ///   - id: Identity of the ledger, 1 to 128 printable ASCII characters, e.g. a UUID.
  ///   - created: When it is created, in the caller's words; the same characters.
  ///   - options: Limits; only the reserve matters here.
  /// - Throws: `alreadyExists`, `unsupportedFilesystem`, `illegalEntry` or a fault of the system.
  package static func create(
    directory: String, tables: [Table], id: String, created: String,
    options: EnvironmentOptions = EnvironmentOptions()
  ) throws(StorageFault) {
    let files = LedgerFiles(directory)
    let manifest = try Manifest(id: id, created: created, file: files.manifest)
    let isNew = unsafe mkdir(files.directory, 0o700) == 0
    guard isNew || errno == EEXIST else { throw .system(errno, file: files.directory, operation: "create") }
    for file in [files.manifest, files.data, files.lock] where try FileIdentity(at: file) != nil {
      throw StorageFault(.alreadyExists, file: file, operation: "create", message: "a ledger, or part of one, is here")
    }
    do throws(StorageFault) {
      try Disk.checkSupported(files.directory)
      try createData(files, tables, manifest)
      try manifest.write(to: files.manifest)
      try FileDescriptor.syncDirectory(files.directory)
      if isNew { try FileDescriptor.syncDirectory(files.parent) }
    } catch {
      for file in [files.manifest, files.data, files.lock] { _ = unsafe unlink(file) }
      if isNew { _ = unsafe rmdir(files.directory) }
      throw error
    }
  }

  private static func createData(
    _ files: LedgerFiles, _ tables: [Table], _ manifest: Manifest
  ) throws(StorageFault) {
    // Created here and not by LMDB, so that of two creations one fails; LMDB then fills the empty file.
    let file = try FileDescriptor(files.data, O_RDWR | O_CREAT | O_EXCL)
    let key = try FileIdentity(of: file.raw, path: files.data).key
    try OpenFiles.enter(key, path: files.data)
    defer { OpenFiles.leave(key) }
    let raw = try unsafe openEngine(files, access: .readWrite, tables: tables.count + 1)
    defer { unsafe mdb_env_close(raw) }
    var begun: OpaquePointer?
    var code = unsafe mdb_txn_begin(raw, nil, 0, &begun)
    guard code == MDB_SUCCESS, let transaction = unsafe begun else {
      throw .lmdb(code, file: files.data, operation: "create")
    }
    do throws(StorageFault) {
      for table in tables { _ = try unsafe table.open(transaction, files, creates: true) }
      let handles = Handles(for: [meta])
      defer { handles.deallocate() }
      handles[meta] = try unsafe meta.open(transaction, files, creates: true)
      let budget = WriteBudget(file: files.data, usedBytes: 0, freeBytes: nil, options: EnvironmentOptions())
      var write = unsafe WriteTransaction(raw: transaction, handles: handles, budget: budget)
      try unsafe write.put(meta, "id".utf8.span.bytes, manifest.id.utf8.span.bytes)
    } catch {
      unsafe mdb_txn_abort(transaction)
      throw error
    }
    code = unsafe mdb_txn_commit(transaction)
    guard code == MDB_SUCCESS else { throw .lmdb(code, file: files.data, operation: "create") }
    try file.sync()
  }
}
