internal import CLMDB
internal import Glibc

/// Sizes and counts of an environment at one moment.
package struct EnvironmentStatistics: Sendable, Hashable {
  /// LMDB's version, e.g. `0.9.24`.
  package var lmdbVersion: String
  /// Size of the data file in bytes.
  package var fileBytes: Int
  /// Bytes of all pages ever used, free ones included; what the quota is compared with.
  package var usedBytes: Int
  /// Size of a page in bytes.
  package var pageBytes: Int
  /// Limit of the data file in bytes.
  package var quotaBytes: Int
  /// Bytes free on the disk; `nil` when it cannot be examined.
  package var freeDiskBytes: Int?
  /// Bytes the disk must keep free.
  package var reserveBytes: Int
  /// Number of the last committed write transaction.
  package var lastTransaction: Int
  /// Reads of this environment running now.
  package var readsRunning: Int
  /// Reads begun since this environment was opened.
  package var readsBegun: UInt64
  /// Highest number of reader slots used at once by all processes since the lock file was made.
  package var readerSlotsUsed: Int
  /// Reader slots there are.
  package var readerSlotsMax: Int
  /// Every table the environment was opened with, in that order.
  package var tables: [TableStatistics]
}

/// Size of one table.
package struct TableStatistics: Sendable, Hashable {
  /// The table's stored name.
  package var name: String
  /// Number of entries.
  package var entryCount: Int
  /// Pages the table takes.
  package var pageCount: Int
  /// Levels of its tree.
  package var depth: Int
}

extension Environment {
  /// Version of the LMDB library in use.
  package static var lmdbVersion: String {
    var major: CInt = 0
    var minor: CInt = 0
    var patch: CInt = 0
    _ = unsafe mdb_version(&major, &minor, &patch)
    return "\(major).\(minor).\(patch)"
  }

  /// Sizes and counts now.
  package func statistics() throws -> EnvironmentStatistics {
    let tables = try read { reader throws(StorageFault) in try self.tableStatistics(reader) }
    try gate.enterRead()
    defer { gate.leaveRead() }
    var info = unsafe MDB_envinfo()
    unsafe mdb_env_info(raw, &info)
    let counts = gate.counts
    return unsafe EnvironmentStatistics(
      lmdbVersion: Environment.lmdbVersion,
      fileBytes: try FileIdentity(at: files.data)?.byteCount ?? 0,
      usedBytes: usedBytes,
      pageBytes: pageBytes,
      quotaBytes: options.quotaBytes,
      freeDiskBytes: Disk.freeBytes(at: files.directory),
      reserveBytes: options.reserveBytes,
      lastTransaction: Int(info.me_last_txnid),
      readsRunning: counts.running - 1,
      readsBegun: counts.begun,
      readerSlotsUsed: Int(info.me_numreaders),
      readerSlotsMax: Int(info.me_maxreaders),
      tables: tables)
  }

  /// Clears the reader slots of processes that died, whose pages could not be used again, and returns their number.
  package func clearDeadReaders() throws -> Int {
    try guardian.checkProcess("clear dead readers")
    try gate.enterRead()
    defer { gate.leaveRead() }
    var dead: CInt = 0
    try unsafe check(mdb_reader_check(raw, &dead), "clear dead readers")
    return Int(dead)
  }

  /// Bytes of all pages up to the last one used; inside the gate only.
  var usedBytes: Int {
    var info = unsafe MDB_envinfo()
    unsafe mdb_env_info(raw, &info)
    return unsafe (Int(info.me_last_pgno) + 1) * pageBytes
  }

  private var pageBytes: Int {
    var status = MDB_stat()
    unsafe mdb_env_stat(raw, &status)
    return Int(status.ms_psize)
  }

  private func tableStatistics(_ reader: Reader) throws(StorageFault) -> [TableStatistics] {
    var result: [TableStatistics] = []
    for table in tables {
      var status = MDB_stat()
      try unsafe check(mdb_stat(reader.raw, handles[table], &status), "examine \(table.name)")
      result.append(
        TableStatistics(
          name: table.name, entryCount: Int(status.ms_entries),
          pageCount: Int(status.ms_branch_pages + status.ms_leaf_pages + status.ms_overflow_pages),
          depth: Int(status.ms_depth)))
    }
    return result
  }
}
