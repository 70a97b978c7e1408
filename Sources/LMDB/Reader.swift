public import CLMDB

/// One consistent state of an environment, valid inside the closure or write transaction that gave it.
///
/// Nothing read through it can outlive it: the spans point into the map, and the compiler refuses to keep them.
@safe @usableFromInline package struct Reader: ~Escapable {
  @usableFromInline let raw: OpaquePointer
  @usableFromInline let handles: Handles

  @_lifetime(immortal)
  init(raw: OpaquePointer, handles: Handles) {
    unsafe self.raw = raw
    self.handles = handles
  }

  /// The value under an integer key; `nil` when there is none.
  ///
  /// The bytes lie 2-byte aligned in the map: load numbers unaligned.
  @inlinable
  @_lifetime(copy self)
  package func get(_ table: Table, _ key: UInt64) throws(StorageFault) -> RawSpan? {
    table.check(.integer)
    var key = key
    var value = unsafe MDB_val()
    let code = unsafe withUnsafeMutableBytes(of: &key) { bytes in
      var name = unsafe MDB_val(mv_size: bytes.count, mv_data: bytes.baseAddress)
      return unsafe mdb_get(raw, handles[table], &name, &value)
    }
    if code == MDB_NOTFOUND { return nil }
    guard code == MDB_SUCCESS else { throw unsafe StorageFault.inTransaction(raw, code, "get", table) }
    let span = unsafe RawSpan(_unsafeStart: value.start, byteCount: value.mv_size)
    return unsafe _overrideLifetime(span, copying: self)
  }

  /// The value under a byte key; `nil` when there is none.
  @inlinable
  @_lifetime(copy self)
  package func get(_ table: Table, _ key: RawSpan) throws(StorageFault) -> RawSpan? {
    table.check(.bytes)
    var value = unsafe MDB_val()
    let code = unsafe key.withUnsafeBytes { bytes in
      var name = unsafe MDB_val(bytes)
      return unsafe mdb_get(raw, handles[table], &name, &value)
    }
    if code == MDB_NOTFOUND { return nil }
    guard code == MDB_SUCCESS else { throw unsafe StorageFault.inTransaction(raw, code, "get", table) }
    let span = unsafe RawSpan(_unsafeStart: value.start, byteCount: value.mv_size)
    return unsafe _overrideLifetime(span, copying: self)
  }

  /// A new cursor, standing nowhere: `next` moves it to the first entry, `previous` to the last.
  @inlinable
  @_lifetime(copy self)
  package func cursor(_ table: Table) throws(StorageFault) -> Cursor {
    var cursor: OpaquePointer?
    let code = unsafe mdb_cursor_open(raw, handles[table], &cursor)
    guard code == MDB_SUCCESS, let cursor = unsafe cursor else {
      throw unsafe StorageFault.inTransaction(raw, code, "cursor", table)
    }
    return unsafe _overrideLifetime(Cursor(raw: cursor, table: table), copying: self)
  }

  /// The entry with the least key; `nil` when the table is empty.
  @_lifetime(copy self)
  package func first(_ table: Table) throws(StorageFault) -> Entry? {
    var cursor = try cursor(table)
    return try cursor.first()
  }

  /// The entry with the greatest key; `nil` when the table is empty.
  @_lifetime(copy self)
  package func last(_ table: Table) throws(StorageFault) -> Entry? {
    var cursor = try cursor(table)
    return try cursor.last()
  }

  /// Number of entries in a table; takes constant time.
  package func count(_ table: Table) throws(StorageFault) -> Int {
    var status = MDB_stat()
    let code = unsafe mdb_stat(raw, handles[table], &status)
    guard code == MDB_SUCCESS else { throw unsafe StorageFault.inTransaction(raw, code, "count", table) }
    return Int(status.ms_entries)
  }
}
