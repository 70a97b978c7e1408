internal import CLMDB
internal import Glibc

extension StorageFault {
  /// The fault for a return code of LMDB, which is either one of its own (negative) or an `errno`.
  static func lmdb(_ code: CInt, file: String, operation: String) -> StorageFault {
    switch code {
    case MDB_READERS_FULL:
      StorageFault(
        .readersFull, file: file, operation: operation,
        message: "all \(EnvironmentOptions.readersMax) reader slots are taken; end reads that are no longer needed")
    case MDB_MAP_FULL:
      StorageFault(
        .quotaReached, file: file, operation: operation,
        message: "the map of \(EnvironmentOptions.mapBytes) bytes is full")
    case MDB_MAP_RESIZED:
      StorageFault(
        .lmdb(code), file: file, operation: operation,
        message: "another program opened the file with a map larger than \(EnvironmentOptions.mapBytes) bytes")
    case MDB_PANIC:
      StorageFault(
        .needsReopen, file: file, operation: operation, message: "an earlier commit failed; reopen the environment")
    case MDB_INVALID, MDB_VERSION_MISMATCH, MDB_CORRUPTED, MDB_PAGE_NOTFOUND, MDB_INCOMPATIBLE:
      StorageFault(.damaged, file: file, operation: operation, message: text(code))
    case MDB_KEYEXIST:
      StorageFault(
        .illegalEntry, file: file, operation: operation, message: "the key is stored already, or is not the greatest")
    case MDB_BAD_VALSIZE:
      StorageFault(
        .illegalEntry, file: file, operation: operation,
        message: "keys have 1 to \(Table.keyBytesMax) bytes and values fewer than 4 GiB")
    case ENOSPC, EDQUOT, EFBIG: full(code, file: file, operation: operation)
    case let code where code < 0:
      StorageFault(.lmdb(code), file: file, operation: operation, message: text(code))
    default: system(code, file: file, operation: operation)
    }
  }

  /// The fault for an `errno` of the operating system.
  static func system(_ code: CInt, file: String, operation: String) -> StorageFault {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: full(code, file: file, operation: operation)
    default: StorageFault(.system(code), file: file, operation: operation, message: text(code))
    }
  }

  private static func full(_ code: CInt, file: String, operation: String) -> StorageFault {
    let free = Disk.freeBytes(at: file).map { "; \($0) bytes are free" } ?? ""
    return StorageFault(.diskFull, file: file, operation: operation, message: text(code) + free)
  }

  /// LMDB's or the system's own sentence for a code; `mdb_strerror` knows both.
  static func text(_ code: CInt) -> String {
    unsafe String(cString: mdb_strerror(code))
  }
}
