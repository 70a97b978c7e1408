internal import CLMDB
internal import Glibc

extension Environment {
  /// Opens the ledger in a directory; never makes one.
  ///
  /// - Parameters:
  ///   - directory: Path of the ledger's directory.
  ///   - tables: All tables that will be used. Missing derived tables are created when opened for writing.
  ///   - access: Reading, or reading and writing.
  ///   - options: Limits.
  ///   - isAlone: Whether no other process may have it open meanwhile; by default any number may.
  /// - Throws: `notALedger`, `damaged`, `alreadyOpen`, `writerActive`, `inUse`, `unsupportedFilesystem`,
  ///   `tableMissing`, or a fault of the system.
  package static func open(
    directory: String, tables: [Table], access: Access, options: EnvironmentOptions = EnvironmentOptions(),
    isAlone: Bool = false
  ) throws(StorageFault) -> Environment {
    let files = LedgerFiles(directory)
    guard try FileIdentity(at: files.directory) != nil else {
      throw StorageFault(
        .notALedger, file: files.directory, operation: "open", message: "there is no such directory; create a ledger")
    }
    try Disk.checkSupported(files.directory)
    let manifest = try Manifest(reading: files.manifest)
    let guardian = try StorageGuard(files, access: access, isAlone: isAlone)
    return try Environment(
      files: files, tables: tables, access: access, options: options, manifest: manifest, guardian: guardian)
  }

  /// Opens LMDB on the guarded file, clears dead readers, opens the tables and compares ids.
  func startEngine() throws(StorageFault) -> OpaquePointer {
    try guardian.checkPages()
    let raw = try unsafe Environment.openEngine(files, access: access, tables: tables.count + 1)
    do throws(StorageFault) {
      try unsafe guardian.adopt(raw)
      var dead: CInt = 0
      try unsafe check(mdb_reader_check(raw, &dead), "clear dead readers")
      try unsafe openTables(raw)
    } catch {
      unsafe mdb_env_close(raw)
      throw error
    }
    return unsafe raw
  }

  /// LMDB's own opening with the fixed map and default durability.
  static func openEngine(
    _ files: LedgerFiles, access: Access, tables: Int
  ) throws(StorageFault) -> OpaquePointer {
    var created: OpaquePointer?
    var code = unsafe mdb_env_create(&created)
    guard code == MDB_SUCCESS, let raw = unsafe created else {
      throw .lmdb(code, file: files.data, operation: "open")
    }
    unsafe mdb_env_set_mapsize(raw, EnvironmentOptions.mapBytes)
    unsafe mdb_env_set_maxreaders(raw, UInt32(EnvironmentOptions.readersMax))
    unsafe mdb_env_set_maxdbs(raw, MDB_dbi(tables))
    // MDB_NOTLS ties a reader slot to its transaction instead of its thread. No other flag but MDB_RDONLY is ever set.
    let flags = MDB_NOTLS | (access == .readOnly ? MDB_RDONLY : 0)
    code = unsafe mdb_env_open(raw, files.directory, UInt32(flags), 0o600)
    guard code == MDB_SUCCESS else {
      unsafe mdb_env_close(raw)
      throw .lmdb(code, file: files.data, operation: "open")
    }
    return unsafe raw
  }

  private func openTables(_ raw: OpaquePointer) throws(StorageFault) {
    var transaction: OpaquePointer?
    let flags = access == .readOnly ? MDB_RDONLY : 0
    try unsafe check(mdb_txn_begin(raw, nil, UInt32(flags), &transaction), "open tables")
    guard let transaction = unsafe transaction else { return }
    do throws(StorageFault) {
      for table in tables + [Environment.meta] {
        handles[table] = try unsafe table.open(transaction, files, creates: access == .readWrite && table.isDerived)
      }
      let reader = unsafe Reader(raw: transaction, handles: handles)
      guard let id = try unsafe reader.get(Environment.meta, "id".utf8.span.bytes),
        unsafe id.equals(manifest.id.utf8.span.bytes)
      else {
        throw StorageFault(
          .damaged, file: files.data, operation: "open",
          message: "the data file does not belong to ledger \(manifest.id) of the manifest; restore both together")
      }
    } catch {
      unsafe mdb_txn_abort(transaction)
      throw error
    }
    try unsafe check(mdb_txn_commit(transaction), "open tables")
  }

  /// Throws for every code but success.
  func check(_ code: CInt, _ operation: String) throws(StorageFault) {
    guard code == MDB_SUCCESS else { throw .lmdb(code, file: files.data, operation: operation) }
  }
}

extension Table {
  /// Opens the stored table inside a transaction.
  func open(
    _ transaction: OpaquePointer, _ files: LedgerFiles, creates: Bool
  ) throws(StorageFault) -> MDB_dbi {
    var handle: MDB_dbi = 0
    let flags = UInt32(keys.flags | (creates ? MDB_CREATE : 0))
    let code = unsafe staticName.utf8Start.withMemoryRebound(to: CChar.self, capacity: staticName.utf8CodeUnitCount) {
      unsafe mdb_dbi_open(transaction, $0, flags, &handle)
    }
    if code == MDB_NOTFOUND {
      throw StorageFault(
        .tableMissing, file: files.data, operation: "open table \(name)",
        message: isDerived
          ? "the derived table is not made yet; open the ledger for writing once"
          : "the table is not in the file; restore it from a backup")
    }
    guard code == MDB_SUCCESS else { throw .lmdb(code, file: files.data, operation: "open table \(name)") }
    var stored: UInt32 = 0
    let flagsCode = unsafe mdb_dbi_flags(transaction, handle, &stored)
    let known = MDB_INTEGERKEY | MDB_DUPSORT | MDB_DUPFIXED
    guard flagsCode == MDB_SUCCESS, CInt(bitPattern: stored) & known == keys.flags else {
      throw StorageFault(
        .damaged, file: files.data, operation: "open table \(name)",
        message: "the stored table does not have \(keys) keys, as it is declared")
    }
    return handle
  }
}
