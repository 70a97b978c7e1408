package import EventModel
package import LMDB

extension EventLog {
  /// Derives every row anew from the log, to the same bytes, a slice of events a commit.
  ///
  /// While it runs, and if it is interrupted, questions are refused (code `rebuildUnfinished`); the log itself is
  /// never touched. No appends may run meanwhile: the log must be opened for this alone.
  ///
  /// - Parameters:
  ///   - postings: the rules of posting the log is kept under.
  ///   - progress: called with the positions done and the head.
  package static func rebuild(
    directory: String, postings: any PostingRules, options: EnvironmentOptions = EnvironmentOptions(),
    sliceCount: Int = 50_000,
    progress: (Position, Position) -> Void = { _, _ in }
  ) throws {
    let environment = try Environment.open(
      directory: directory, tables: Tables.all, access: .readWrite, options: options)
    defer { try? environment.close() }
    // A damaged log is found before the rows it can no longer give are gone.
    let head = try environment.read { try LogReader.storedHead($0) }
    try requireIntactRecords(environment, upTo: head, sliceCount: UInt64(sliceCount))
    try environment.write { transaction in
      try RowState.set(isComplete: false, in: &transaction)
      for table in DerivedTable.allCases { try transaction.clear(table.table) }
    }
    var next = Position(1)
    while next <= head {
      let end = min(head, Position(next.number + UInt64(sliceCount) - 1))
      var batch = RowBatch()
      try environment.read { reader in
        try LogReader(reader).scan(next...end) { view in
          let event = try view.recordedEvent()
          Rows.add(event.event, try postings.entry(of: event.event), at: event.position, to: &batch)
          return true
        }
      }
      try environment.write { try DerivedTables.put(batch, in: &$0) }
      progress(end, head)
      next = end.next
    }
    try environment.write { try RowState.set(isComplete: true, in: &$0) }
  }

  private static func requireIntactRecords(
    _ environment: Environment, upTo head: Position, sliceCount: UInt64
  ) throws {
    var next = Position(1)
    while next <= head {
      let end = min(head, Position(next.number + sliceCount - 1))
      try environment.read { reader in
        try LogReader(reader).scan(next...end) { view in
          _ = try view.recordedEvent()
          return true
        }
      }
      next = end.next
    }
  }
}
