internal import CLMDB
internal import Glibc

extension Environment {
  /// Copies the ledger as it is now into a new directory, while reads and writes go on.
  ///
  /// The copy is made beside the target as `<target>.partial-<process>`, synced, opened and verified there, and only
  /// then renamed: under the target's name there is a whole, proven ledger or nothing. It is a read that lasts as long
  /// as the copying.
  ///
  /// - Parameters:
  ///   - directory: Path of the copy; nothing may be there, its parent must exist.
  ///   - verify: Judges the copy, open for reading; what it throws makes the backup fail.
  /// - Throws: `alreadyExists`, `diskFull`, any fault of copying and opening, or what `verify` throws; then nothing is
  ///   left behind.
  package func backup(to directory: String, verify: (Environment) throws -> Void) throws {
    let target = LedgerFiles(directory)
    try Environment.checkAbsent(target)
    let partial = LedgerFiles("\(target.directory).partial-\(getpid())")
    guard unsafe mkdir(partial.directory, 0o700) == 0 else {
      throw StorageFault.system(errno, file: partial.directory, operation: "backup")
    }
    do {
      try copy(to: partial, isCompact: false)
      try Environment.check(partial, tables, options, verify)
      try Environment.checkAbsent(target)
      guard unsafe rename(partial.directory, target.directory) == 0 else {
        throw StorageFault.system(errno, file: target.directory, operation: "backup")
      }
    } catch {
      partial.remove()
      throw error
    }
    try FileDescriptor.syncDirectory(target.parent)
  }

  /// Opens a copy for its verification and leaves it as it was, durable.
  static func check(
    _ files: LedgerFiles, _ tables: [Table], _ options: EnvironmentOptions, _ verify: (Environment) throws -> Void
  ) throws {
    let copy = try Environment.open(directory: files.directory, tables: tables, access: .readOnly, options: options)
    do { try verify(copy) } catch {
      try copy.close()
      throw error
    }
    try copy.close()
    // The reader table of the verification; whoever opens the copy makes a new one.
    _ = unsafe unlink(files.lock)
    try FileDescriptor.syncDirectory(files.directory)
  }

  /// Copies data file and manifest, durably; a compact copy has the pages in use alone, one after another.
  func copy(to partial: LedgerFiles, isCompact: Bool) throws {
    let file = try FileDescriptor(partial.data, O_RDWR | O_CREAT | O_EXCL)
    try guardian.checkProcess("backup")
    try gate.enterRead()
    let code = unsafe mdb_env_copyfd2(raw, file.raw, isCompact ? UInt32(MDB_CP_COMPACT) : 0)
    gate.leaveRead()
    guard code == MDB_SUCCESS else { throw StorageFault.lmdb(code, file: partial.data, operation: "backup") }
    try file.sync()
    try manifest.write(to: partial.manifest)
  }

  private static func checkAbsent(_ target: LedgerFiles) throws(StorageFault) {
    guard try FileIdentity(at: target.directory) == nil else {
      throw StorageFault(
        .alreadyExists, file: target.directory, operation: "backup",
        message: "something is here; choose a new name for the backup")
    }
  }
}

extension LedgerFiles {
  /// Removes the files and the directory; what is not there is left out.
  func remove() {
    for file in [manifest, data, lock, writer] { _ = unsafe unlink(file) }
    _ = unsafe rmdir(directory)
  }
}
