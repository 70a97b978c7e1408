internal import CLMDB

extension WriteTransaction {
  /// Deletes the value under an integer key; false when there is none.
  @discardableResult
  package mutating func delete(_ table: Table, _ key: UInt64) throws(StorageFault) -> Bool {
    table.check(.integer)
    try begin("delete", table)
    var key = key
    let code = unsafe withUnsafeMutableBytes(of: &key) { bytes in
      var name = unsafe MDB_val(mv_size: bytes.count, mv_data: bytes.baseAddress)
      return unsafe mdb_del(raw, handles[table], &name, nil)
    }
    if code == MDB_NOTFOUND { return false }
    try end(code, "delete", table)
    return true
  }

  /// Deletes the value under a byte key; false when there is none.
  @discardableResult
  package mutating func delete(_ table: Table, _ key: RawSpan) throws(StorageFault) -> Bool {
    table.check(.bytes)
    try begin("delete", table)
    let code = unsafe key.withUnsafeBytes { bytes in
      var name = unsafe MDB_val(bytes)
      return unsafe mdb_del(raw, handles[table], &name, nil)
    }
    if code == MDB_NOTFOUND { return false }
    try end(code, "delete", table)
    return true
  }

  /// Deletes all entries of a table; the table stays. Its pages are used again, the file does not shrink.
  package mutating func clear(_ table: Table) throws(StorageFault) {
    try begin("clear", table)
    try end(unsafe mdb_drop(raw, handles[table], 0), "clear", table)
  }
}
