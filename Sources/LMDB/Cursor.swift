public import CLMDB

/// One key and its value, as they lie in the map.
@usableFromInline package struct Entry: ~Escapable {
  /// The key's bytes; for a table with integer keys use ``integerKey``.
  @usableFromInline package let key: RawSpan
  /// The value's bytes, 2-byte aligned.
  @usableFromInline package let value: RawSpan

  @inlinable
  @_lifetime(copy key, copy value)
  init(key: RawSpan, value: RawSpan) {
    self.key = key
    self.value = value
  }

  /// The key of a table with integer keys.
  @inlinable package var integerKey: UInt64 {
    precondition(key.byteCount == 8, "a key of \(key.byteCount) bytes is not an integer key of 8")
    return unsafe key.unsafeLoadUnaligned(as: UInt64.self)
  }
}

/// A place in one table that moves in key order, both ways.
///
/// Entries stay valid as long as the reader, also after the cursor moved on. After `nil`, only `first`, `last` and
/// `seek` say where the cursor stands.
@safe @usableFromInline package struct Cursor: ~Copyable, ~Escapable {
  @usableFromInline let raw: OpaquePointer
  @usableFromInline let table: Table

  @inlinable
  @_lifetime(immortal)
  init(raw: OpaquePointer, table: Table) {
    unsafe self.raw = raw
    self.table = table
  }

  @inlinable
  deinit { unsafe mdb_cursor_close(raw) }

  /// Moves to the entry with the least key; `nil` when the table is empty.
  @inlinable
  @_lifetime(copy self)
  package mutating func first() throws(StorageFault) -> Entry? { try move(MDB_FIRST) }

  /// Moves to the entry with the greatest key; `nil` when the table is empty.
  @inlinable
  @_lifetime(copy self)
  package mutating func last() throws(StorageFault) -> Entry? { try move(MDB_LAST) }

  /// Moves one entry on, from nowhere to the first; `nil` behind the last.
  @inlinable
  @_lifetime(copy self)
  package mutating func next() throws(StorageFault) -> Entry? { try move(MDB_NEXT) }

  /// Moves one entry back, from nowhere to the last; `nil` before the first.
  @inlinable
  @_lifetime(copy self)
  package mutating func previous() throws(StorageFault) -> Entry? { try move(MDB_PREV) }

  /// Moves to the first entry whose key is not less than the given one; `nil` when all are less.
  @inlinable
  @_lifetime(copy self)
  package mutating func seek(atOrAfter key: UInt64) throws(StorageFault) -> Entry? {
    table.check(.integer)
    var key = key
    var name = unsafe MDB_val()
    var value = unsafe MDB_val()
    let code = unsafe withUnsafeMutableBytes(of: &key) { bytes in
      unsafe name = MDB_val(mv_size: bytes.count, mv_data: bytes.baseAddress)
      return unsafe mdb_cursor_get(raw, &name, &value, MDB_SET_RANGE)
    }
    return unsafe try entry(code, name, value)
  }

  /// Moves to the first entry whose key is not less than the given one; `nil` when all are less.
  @inlinable
  @_lifetime(copy self)
  package mutating func seek(atOrAfter key: RawSpan) throws(StorageFault) -> Entry? {
    table.check(.bytes)
    guard !key.isEmpty else { return try first() }
    var name = unsafe MDB_val()
    var value = unsafe MDB_val()
    let code = unsafe key.withUnsafeBytes { bytes in
      unsafe name = MDB_val(bytes)
      return unsafe mdb_cursor_get(raw, &name, &value, MDB_SET_RANGE)
    }
    return unsafe try entry(code, name, value)
  }

  @inlinable
  @_lifetime(copy self)
  mutating func move(_ operation: MDB_cursor_op) throws(StorageFault) -> Entry? {
    var name = unsafe MDB_val()
    var value = unsafe MDB_val()
    let code = unsafe mdb_cursor_get(raw, &name, &value, operation)
    return unsafe try entry(code, name, value)
  }

  @inlinable
  @_lifetime(copy self)
  func entry(_ code: CInt, _ name: MDB_val, _ value: MDB_val) throws(StorageFault) -> Entry? {
    if code == MDB_NOTFOUND { return nil }
    guard code == MDB_SUCCESS else {
      throw unsafe StorageFault.inTransaction(mdb_cursor_txn(raw), code, "cursor", table)
    }
    let entry = unsafe Entry(
      key: RawSpan(_unsafeStart: name.start, byteCount: name.mv_size),
      value: RawSpan(_unsafeStart: value.start, byteCount: value.mv_size))
    return unsafe _overrideLifetime(entry, copying: self)
  }
}
