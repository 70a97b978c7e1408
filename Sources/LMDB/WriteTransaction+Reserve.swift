public import CLMDB

extension WriteTransaction {
  /// Stores a value of known size that the closure writes straight into its page.
  ///
  /// - Parameters:
  ///   - table: A table with integer keys.
  ///   - key: The key; an earlier value is replaced.
  ///   - byteCount: Size of the value; the closure must fill exactly this much, or `unfilledValue` is thrown.
  ///   - fill: Writes the value.
  @inlinable
  package mutating func put(
    _ table: Table, _ key: UInt64, byteCount: Int, _ fill: (inout OutputRawSpan) -> Void
  ) throws(StorageFault) {
    try reserve(table, key, byteCount, MDB_RESERVE, fill)
  }

  /// Stores a value of known size under a key greater than all in the table; the closure writes it into its page.
  @inlinable
  package mutating func append(
    _ table: Table, _ key: UInt64, byteCount: Int, _ fill: (inout OutputRawSpan) -> Void
  ) throws(StorageFault) {
    try reserve(table, key, byteCount, MDB_RESERVE | MDB_APPEND | MDB_NOOVERWRITE, fill)
  }

  @inlinable
  mutating func reserve(
    _ table: Table, _ key: UInt64, _ byteCount: Int, _ flags: CInt, _ fill: (inout OutputRawSpan) -> Void
  ) throws(StorageFault) {
    table.check(.integer)
    try begin("reserve", table, bytes: 8 + byteCount)
    var key = key
    var data = unsafe MDB_val(mv_size: byteCount, mv_data: nil)
    let code = unsafe withUnsafeMutableBytes(of: &key) { bytes in
      var name = unsafe MDB_val(mv_size: bytes.count, mv_data: bytes.baseAddress)
      return unsafe mdb_put(raw, handles[table], &name, &data, UInt32(flags))
    }
    try end(code, "reserve", table)
    let buffer = unsafe UnsafeMutableRawBufferPointer(start: data.mv_data, count: byteCount)
    var output = unsafe OutputRawSpan(buffer: buffer, initializedCount: 0)
    fill(&output)
    let filled = unsafe output.finalize(for: buffer)
    // Half a value is in the page otherwise; only giving the transaction up removes it.
    guard filled == byteCount else { throw poison(unfilled(table, filled, byteCount)) }
  }

  @usableFromInline
  func unfilled(_ table: Table, _ filled: Int, _ byteCount: Int) -> StorageFault {
    StorageFault(
      .unfilledValue, file: budget.file, operation: "reserve \(table.name)",
      message: "\(filled) of \(byteCount) reserved bytes were written")
  }
}
