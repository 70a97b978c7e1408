internal import CLMDB
internal import Glibc

/// Watches that an environment's files stay the ones that were opened, and keeps other writers out.
///
/// LMDB's locks can be broken from outside: `mv` over `data.mdb` sends commits to a nameless file, removing `lock.mdb`
/// lets readers see garbage and two writers destroy the file. So the data file's own descriptor is held with a `flock`
/// for life, and the paths are compared with the files before and after each write. Between the last comparison and
/// the acknowledgement microseconds remain in which a replacement goes unseen.
@safe final class StorageGuard: @unchecked Sendable {
  private let files: LedgerFiles
  private let key: FileIdentity.Key
  private let process = getpid()
  private let generation = ProcessIdentity.generation
  private let isWriter: Bool
  /// Whether this is a reader that cannot be entered in the lock file, and keeps writers out instead.
  let isUnlisted: Bool
  /// `nil` after `release`; changed only by a thread that is alone in the gate.
  private var file: FileDescriptor?
  /// The manifest with the lock everyone who uses the ledger shares; whoever compacts it holds the lock alone.
  private var use: FileDescriptor?
  private var lockKey: FileIdentity.Key?
  private var byteCount: Int

  /// Opens the data file, enters it in the process's list and, for a writer, locks it.
  ///
  /// - Parameter isAlone: whether no other process may have the ledger open meanwhile.
  init(_ files: LedgerFiles, access: Environment.Access, isAlone: Bool) throws(StorageFault) {
    let use = try FileDescriptor(files.manifest, O_RDONLY)
    guard try use.lock(isShared: !isAlone) else {
      throw StorageFault(
        .inUse, file: files.directory, operation: "open",
        message: isAlone
          ? "another process has the ledger open; stop it first"
          : "another process is alone with the ledger, as compacting must be; try again when it is done")
    }
    guard try FileIdentity(at: files.data) != nil else {
      throw StorageFault(
        .damaged, file: files.data, operation: "open",
        message: "the data file is missing although the manifest is there; restore it from a backup")
    }
    let file = try FileDescriptor(files.data, access == .readWrite ? O_RDWR : O_RDONLY)
    let identity = try FileIdentity(of: file.raw, path: files.data)
    guard identity.isRegular else {
      throw StorageFault(.damaged, file: files.data, operation: "open", message: "this is not a regular file")
    }
    try OpenFiles.enter(identity.key, path: files.data)
    do throws(StorageFault) {
      isUnlisted = access == .readOnly ? try !files.takesReaders() : false
      if access == .readWrite { try WriterLock.take(file, files) }
      if isUnlisted { try WriterLock.keepOut(file, files) }
    } catch {
      OpenFiles.leave(identity.key)
      throw error
    }
    self.files = files
    key = identity.key
    byteCount = identity.byteCount
    isWriter = access == .readWrite
    self.file = file
    self.use = use
  }

  deinit { release() }

  /// Gives lock and file free.
  func release() {
    guard let held = file else { return }
    let isOwn = ProcessIdentity.generation == generation
    if isWriter, isOwn { WriterLock.clear(files) }
    // The list names files by inode, and the inode of a deleted file may be another's once it is closed.
    OpenFiles.leave(key)
    // What a forked child lets go of is still its parent's.
    if isOwn {
      held.unlock()
      use?.unlock()
    }
    file = nil
    use = nil
  }

  /// Judges the meta pages before LMDB maps the file.
  func checkPages() throws(StorageFault) {
    guard let file else { return }
    _ = try MetaPages(file)
  }

  /// After LMDB opened its files: they must be ours. Remembers the lock file.
  func adopt(_ raw: OpaquePointer) throws(StorageFault) {
    var descriptor: CInt = -1
    let code = unsafe mdb_env_get_fd(raw, &descriptor)
    guard code == MDB_SUCCESS else { throw .lmdb(code, file: files.data, operation: "open") }
    guard try FileIdentity(of: descriptor, path: files.data).key == key else {
      throw replaced("open", "the file was replaced while it was being opened")
    }
    lockKey = try FileIdentity(at: files.lock)?.key
    try check("open")
  }

  /// Makes all that was ever read from the data file durable.
  func sync() throws(StorageFault) { try file?.sync() }

  /// Throws unless both paths still lead to the files that were opened and the data file has not shrunk.
  func check(_ operation: String) throws(StorageFault) {
    let data = try FileIdentity(at: files.data)
    guard let data, data.key == key, data.linkCount > 0 else {
      throw replaced(operation, "the file was replaced or removed; nothing more is written")
    }
    guard data.byteCount >= byteCount else {
      throw replaced(operation, "the file shrank from \(byteCount) to \(data.byteCount) bytes; nothing more is written")
    }
    guard try FileIdentity(at: files.lock)?.key == lockKey else {
      throw StorageFault(
        .storageReplaced, file: files.lock, operation: operation,
        message: "the lock file was replaced or removed; stop all programs that use the ledger, then open it again")
    }
    byteCount = data.byteCount
  }

  /// Throws in a child process that got the environment through `fork`.
  func checkProcess(_ operation: String) throws(StorageFault) {
    guard ProcessIdentity.generation == generation else {
      throw StorageFault(
        .forked, file: files.data, operation: operation,
        message: "process \(process) opened the ledger, not this one (\(getpid())); open it after forking")
    }
  }

  /// The fault for a data file that is not ours any more.
  func replaced(_ operation: String, _ message: String) -> StorageFault {
    StorageFault(.storageReplaced, file: files.data, operation: operation, message: message)
  }
}
