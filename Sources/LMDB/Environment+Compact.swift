internal import CLMDB
internal import Glibc

/// What rewriting a data file came to.
public struct Compaction: Sendable, Hashable {
  /// Size of the data file in bytes before.
  public let byteCountBefore: Int
  /// Size of the data file in bytes now.
  public let byteCountAfter: Int
  /// Whether the old file's bytes were overwritten; they are not when the file has another name, such as a backup's.
  public let isOldFileOverwritten: Bool
}

extension Environment {
  /// Rewrites the data file with the pages in use alone, so that nothing of freed pages or of gaps in pages remains.
  ///
  /// The new file is made in `compact` within the ledger's directory, synced, cleaned and verified there, then takes the
  /// data file's name in one step. Killed before that step, the ledger is the old file, after it the new one; what an
  /// interrupted compaction leaves behind is removed by the next. Then the old file's bytes are overwritten.
  ///
  /// Nobody else may have the ledger open: a reader would stay with the old file for good.
  ///
  /// - Parameters:
  ///   - directory: Path of the ledger's directory.
  ///   - tables: All tables of the ledger.
  ///   - options: Limits.
  ///   - verify: Judges the new file against the ledger, both open; what it throws ends the compaction.
  /// - Throws: `inUse`, `diskFull`, any fault of copying and opening, or what `verify` throws.
  package static func compact(
    directory: String, tables: [Table], options: EnvironmentOptions = EnvironmentOptions(),
    verify: (_ copy: Environment, _ ledger: Environment) throws -> Void
  ) throws -> Compaction {
    let ledger = try open(directory: directory, tables: tables, access: .readWrite, options: options, isAlone: true)
    let copy = LedgerFiles(ledger.directory + "/compact")
    defer { copy.remove() }
    do {
      copy.remove()
      guard unsafe mkdir(copy.directory, 0o700) == 0 else {
        throw StorageFault.system(errno, file: copy.directory, operation: "compact")
      }
      try ledger.copy(to: copy, isCompact: true)
      try PageGaps.clean(copy.data)
      try check(copy, tables, options) { try verify($0, ledger) }
      return try ledger.replaceData(with: copy)
    } catch {
      try? ledger.close()
      throw error
    }
  }

  /// Gives the data file's name to the copy and closes the environment.
  private func replaceData(with copy: LedgerFiles) throws -> Compaction {
    var result: Compaction?
    try gate.alone("compact") { (condition) throws(StorageFault) in
      try guardian.check("compact")
      stopEngine()
      condition = .closed
      // Not before the new name is durable: a power failure would take back what others write to the new file.
      defer { guardian.release() }
      let old = try FileDescriptor(files.data, O_RDWR)
      let before = try FileIdentity(of: old.raw, path: files.data).byteCount
      let after = try FileIdentity(at: copy.data)?.byteCount ?? 0
      try old.giveOwnerAndMode(to: copy.data)
      guard unsafe rename(copy.data, files.data) == 0 else {
        throw .system(errno, file: files.data, operation: "compact")
      }
      // It counts the old file's transactions; without it, the next to open the ledger makes a new one.
      _ = unsafe unlink(files.lock)
      try FileDescriptor.syncDirectory(files.directory)
      result = Compaction(
        byteCountBefore: before, byteCountAfter: after, isOldFileOverwritten: try old.overwrite())
    }
    guard let result else {
      throw StorageFault(.closed, file: files.data, operation: "compact", message: "the environment is closed")
    }
    return result
  }
}

extension FileDescriptor {
  private static let zeroCount = 1 << 20

  /// Gives a file the owner and the permissions of this one.
  fileprivate func giveOwnerAndMode(to target: String) throws(StorageFault) {
    var status = stat()
    guard unsafe fstat(raw, &status) == 0, unsafe chmod(target, status.st_mode & 0o7777) == 0,
      unsafe chown(target, status.st_uid, status.st_gid) == 0
    else { throw .system(errno, file: target, operation: "compact") }
  }

  /// Writes zeros over a file that has lost its last name; answers whether it had.
  fileprivate func overwrite() throws(StorageFault) -> Bool {
    let identity = try FileIdentity(of: raw, path: path)
    guard identity.linkCount == 0 else { return false }
    let zeros = [UInt8](repeating: 0, count: FileDescriptor.zeroCount)
    for offset in stride(from: 0, to: identity.byteCount, by: zeros.count) {
      try write(Array(zeros.prefix(identity.byteCount - offset)), at: offset)
    }
    try sync()
    return true
  }
}
