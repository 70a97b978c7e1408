internal import CLMDB

extension Environment {
  /// Runs the closure on one consistent state.
  ///
  /// It never waits for the writer nor delays it; but pages freed while it runs are not used again, so a read that
  /// lasts lets the file grow.
  ///
  /// - Throws: A fault of beginning (`closed`, `readersFull`, `forked`), or what the closure throws.
  package func read<R, E: Error>(_ body: (Reader) throws(E) -> R) throws -> R {
    try guardian.checkProcess("read")
    try gate.enterRead()
    defer { gate.leaveRead() }
    let transaction = try unsafe beginRead()
    defer { unsafe mdb_txn_abort(transaction) }
    return try body(unsafe Reader(raw: transaction, handles: handles))
  }

  /// Runs the closure as the only writer and commits durably when it returns; when it throws, nothing is left.
  ///
  /// Waits for a write of another thread. The result counts only when this returns: it is returned after the commit is
  /// synced and the files are found to be still in place.
  ///
  /// - Throws: What the closure throws, or a fault. After `outcomeUnknown` the changes may or may not be stored:
  ///   ``reopen()`` and look. After `storageReplaced` they may be lost. After any other fault nothing is stored.
  package func write<R, E: Error>(_ body: (inout WriteTransaction) throws(E) -> R) throws -> R {
    try guardian.checkProcess("write")
    guard access == .readWrite else {
      throw StorageFault(
        .readOnly, file: files.data, operation: "write", message: "the ledger is open for reading only")
    }
    try gate.enterWrite()
    var condition: Gate.Condition?
    defer { gate.leaveWrite(condition) }
    do throws(StorageFault) { try guardian.check("write") } catch {
      if error.code == .storageReplaced { condition = .replaced }
      throw error
    }
    var transaction = try beginWrite()
    let result: R
    do {
      result = try body(&transaction)
      if let failure = transaction.failure { throw failure }
    } catch {
      unsafe mdb_txn_abort(transaction.raw)
      throw error
    }
    let code = unsafe mdb_txn_commit(transaction.raw)
    guard code == MDB_SUCCESS else {
      condition = .broken
      throw unknownOutcome(.lmdb(code, file: files.data, operation: "commit"))
    }
    do throws(StorageFault) { try guardian.check("acknowledge") } catch {
      condition = error.code == .storageReplaced ? .replaced : .broken
      throw error.code == .storageReplaced ? error : unknownOutcome(error)
    }
    return result
  }

  private func beginRead() throws(StorageFault) -> OpaquePointer {
    var transaction: OpaquePointer?
    var code = unsafe mdb_txn_begin(raw, nil, UInt32(MDB_RDONLY), &transaction)
    if code == MDB_READERS_FULL {
      var dead: CInt = 0
      unsafe mdb_reader_check(raw, &dead)
      code = unsafe mdb_txn_begin(raw, nil, UInt32(MDB_RDONLY), &transaction)
    }
    guard code == MDB_SUCCESS, let begun = unsafe transaction else {
      throw .lmdb(code, file: files.data, operation: "read")
    }
    return unsafe begun
  }

  private func beginWrite() throws(StorageFault) -> WriteTransaction {
    let budget = WriteBudget(
      file: files.data, usedBytes: usedBytes, freeBytes: Disk.freeBytes(at: files.directory), options: options)
    guard !budget.isSpent else { throw budget.fault("write") }
    var transaction: OpaquePointer?
    let code = unsafe mdb_txn_begin(raw, nil, 0, &transaction)
    guard code == MDB_SUCCESS, let begun = unsafe transaction else {
      throw .lmdb(code, file: files.data, operation: "write")
    }
    return unsafe WriteTransaction(raw: begun, handles: handles, budget: budget)
  }

  private func unknownOutcome(_ cause: StorageFault) -> StorageFault {
    StorageFault(
      .outcomeUnknown, file: cause.file, operation: cause.operation,
      message: "\(cause.message); the changes may or may not be stored: reopen and look them up")
  }
}
