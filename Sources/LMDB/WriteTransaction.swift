internal import CLMDB

/// The one running write of an environment; it commits when its closure returns and leaves nothing when it throws.
///
/// Any failed put poisons it: LMDB would commit the rest with success, so further calls and the commit throw the first
/// fault again, even when the closure swallowed it.
@safe @usableFromInline package struct WriteTransaction: ~Copyable {
  @usableFromInline let raw: OpaquePointer
  @usableFromInline let handles: Handles
  /// What is left of quota and disk, in bytes.
  @usableFromInline var budget: WriteBudget
  /// The first fault of this transaction.
  @usableFromInline var failure: StorageFault?

  init(raw: OpaquePointer, handles: Handles, budget: WriteBudget) {
    unsafe self.raw = raw
    self.handles = handles
    self.budget = budget
  }

  /// Reads what is stored, this transaction's own changes included.
  package var reader: Reader {
    @_lifetime(borrow self) get { unsafe _overrideLifetime(Reader(raw: raw, handles: handles), borrowing: self) }
  }

  /// Stores a value under an integer key, over an earlier one.
  package mutating func put(_ table: Table, _ key: UInt64, _ value: RawSpan) throws(StorageFault) {
    try put(table, key, value, flags: 0, "put")
  }

  /// Stores a value under a byte key, over an earlier one.
  package mutating func put(_ table: Table, _ key: RawSpan, _ value: RawSpan) throws(StorageFault) {
    try put(table, key, value, flags: 0, "put")
  }

  /// Stores a value under an integer key that has none, or throws `illegalEntry`.
  package mutating func insert(_ table: Table, _ key: UInt64, _ value: RawSpan) throws(StorageFault) {
    try put(table, key, value, flags: MDB_NOOVERWRITE, "insert")
  }

  /// Stores a value under a byte key that has none, or throws `illegalEntry`.
  package mutating func insert(_ table: Table, _ key: RawSpan, _ value: RawSpan) throws(StorageFault) {
    try put(table, key, value, flags: MDB_NOOVERWRITE, "insert")
  }

  /// Stores a value under a key greater than all in the table, or throws `illegalEntry`; fills pages to the brim.
  package mutating func append(_ table: Table, _ key: UInt64, _ value: RawSpan) throws(StorageFault) {
    try put(table, key, value, flags: MDB_APPEND | MDB_NOOVERWRITE, "append")
  }

  /// Stores a value under a key greater than all in the table, or throws `illegalEntry`; fills pages to the brim.
  package mutating func append(_ table: Table, _ key: RawSpan, _ value: RawSpan) throws(StorageFault) {
    try put(table, key, value, flags: MDB_APPEND | MDB_NOOVERWRITE, "append")
  }

  private mutating func put(
    _ table: Table, _ key: UInt64, _ value: RawSpan, flags: CInt, _ operation: String
  ) throws(StorageFault) {
    table.check(.integer)
    try begin(operation, table, bytes: 8 + value.byteCount)
    var key = key
    let code = unsafe withUnsafeMutableBytes(of: &key) { name in
      unsafe value.withUnsafeBytes { bytes in
        var name = unsafe MDB_val(mv_size: name.count, mv_data: name.baseAddress)
        var data = unsafe MDB_val(bytes)
        return unsafe mdb_put(raw, handles[table], &name, &data, UInt32(flags))
      }
    }
    try end(code, operation, table)
  }

  private mutating func put(
    _ table: Table, _ key: RawSpan, _ value: RawSpan, flags: CInt, _ operation: String
  ) throws(StorageFault) {
    table.check(.bytes)
    try begin(operation, table, bytes: key.byteCount + value.byteCount)
    let code = unsafe key.withUnsafeBytes { name in
      unsafe value.withUnsafeBytes { bytes in
        var name = unsafe MDB_val(name)
        var data = unsafe MDB_val(bytes)
        return unsafe mdb_put(raw, handles[table], &name, &data, UInt32(flags))
      }
    }
    try end(code, operation, table)
  }

  /// Before a change: throws the earlier fault, or the one of a limit.
  @usableFromInline
  mutating func begin(_ operation: String, _ table: Table, bytes: Int = 0) throws(StorageFault) {
    if let failure { throw failure }
    guard budget.take(bytes) else { throw poison(budget.fault("\(operation) \(table.name)")) }
  }

  /// After a change: any error spoils the whole transaction.
  @usableFromInline
  mutating func end(_ code: CInt, _ operation: String, _ table: Table) throws(StorageFault) {
    guard code != MDB_SUCCESS else { return }
    throw poison(unsafe StorageFault.inTransaction(raw, code, operation, table))
  }

  /// Remembers the first fault; returns it.
  @usableFromInline
  mutating func poison(_ fault: StorageFault) -> StorageFault {
    if failure == nil { failure = fault }
    return fault
  }
}
