internal import CLMDB

extension WriteTransaction {
  /// Stores a value under a byte key, over an earlier one; cheapest for runs of rising keys of one table.
  ///
  /// The place of the last put is kept, so that a key on the same page is found without a search from the root.
  package mutating func putInOrder(_ table: Table, _ key: RawSpan, _ value: RawSpan) throws(StorageFault) {
    table.check(.bytes)
    try begin("put", table, bytes: key.byteCount + value.byteCount)
    let cursor = unsafe try orderedCursor(table)
    let code = unsafe key.withUnsafeBytes { name in
      unsafe value.withUnsafeBytes { bytes in
        var name = unsafe MDB_val(name)
        var data = unsafe MDB_val(bytes)
        return unsafe mdb_cursor_put(cursor, &name, &data, 0)
      }
    }
    try end(code, "put", table)
  }

  /// The cursor of the run under way; LMDB closes it with the transaction.
  private mutating func orderedCursor(_ table: Table) throws(StorageFault) -> OpaquePointer {
    if let place = unsafe ordered, unsafe place.table == table.number { return unsafe place.cursor }
    if let place = unsafe ordered { unsafe mdb_cursor_close(place.cursor) }
    unsafe ordered = nil
    var opened: OpaquePointer?
    try end(unsafe mdb_cursor_open(raw, handles[table], &opened), "open cursor", table)
    guard let cursor = unsafe opened else {
      throw StorageFault(.damaged, file: table.name, operation: "open cursor", message: "LMDB gave no cursor")
    }
    unsafe ordered = (cursor, table.number)
    return unsafe cursor
  }
}
