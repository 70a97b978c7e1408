public import CLMDB

/// An environment's handle for each table declaration, by the declaration's number; zero where it has none.
///
/// The environment owns the memory and keeps it until its last transaction has ended.
@safe @usableFromInline struct Handles: Sendable {
  @usableFromInline nonisolated(unsafe) let start: UnsafeMutablePointer<MDB_dbi>
  @usableFromInline let count: Int

  init(for tables: [Table]) {
    count = (tables.map(\.number).max() ?? 0) + 1
    unsafe start = .allocate(capacity: count)
    unsafe start.initialize(repeating: 0, count: count)
  }

  func deallocate() { unsafe start.deallocate() }

  @inlinable
  subscript(table: Table) -> MDB_dbi {
    get {
      let handle = table.number < count ? unsafe start[table.number] : 0
      precondition(handle != 0, "table \(table.name) was not among the tables the environment was opened with")
      return handle
    }
    nonmutating set {
      precondition(table.number < count, "table \(table.name) has number \(table.number), the limit is \(count)")
      unsafe start[table.number] = newValue
    }
  }
}

extension Table {
  @inlinable
  func check(_ keys: Keys) {
    precondition(
      self.keys == keys,
      "table \(name) has \(self.keys) keys; it was asked with \(keys) keys")
  }
}

extension MDB_val {
  /// Where the bytes begin; LMDB points to a byte even when there are none.
  @inlinable
  var start: UnsafeRawPointer { unsafe UnsafeRawPointer(mv_data) }

  /// Lends bytes to LMDB, which reads them only, whatever its signature says.
  @inlinable
  init(_ bytes: UnsafeRawBufferPointer) {
    unsafe self.init(mv_size: bytes.count, mv_data: UnsafeMutableRawPointer(mutating: bytes.baseAddress))
  }
}

extension StorageFault {
  /// The fault for an error inside a transaction.
  @usableFromInline
  @inline(never)
  static func inTransaction(_ raw: OpaquePointer?, _ code: CInt, _ operation: String, _ table: Table) -> StorageFault {
    var directory: UnsafePointer<CChar>?
    unsafe mdb_env_get_path(mdb_txn_env(raw), &directory)
    let files = unsafe LedgerFiles(directory.map { unsafe String(cString: $0) } ?? "")
    return .lmdb(code, file: files.data, operation: "\(operation) \(table.name)")
  }
}
