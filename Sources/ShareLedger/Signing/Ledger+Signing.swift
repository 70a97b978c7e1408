internal import EventLog
internal import EventModel
internal import LMDB
public import TransparencyLog

extension Ledger {
  /// The file in the ledger's directory that holds the checkpoint signed last, for whoever reads the ledger.
  ///
  /// It is not part of the log; a replica has it only if it was copied.
  public var checkpointPath: String { "\(path)/checkpoint" }

  /// The checkpoint signed last, as it lies in the ledger's directory; `nil` when none was signed.
  ///
  /// Nothing about it is checked: ``Known/checkpoint(_:)`` checks that the ledger has its tree, a `TrustPolicy` who
  /// signed it.
  ///
  /// - Throws: ``LedgerError/file(_:)``, or ``LedgerError/proof(_:)`` when it is not a note.
  public func lastCheckpoint() throws(LedgerError) -> Note? {
    do {
      return try SmallFile.read(checkpointPath).map { try Note($0) }
    } catch {
      throw LedgerError(error)
    }
  }

  /// The tree of all events, each durable, after a proof that it begins with the trees signed before.
  ///
  /// - Throws: ``LedgerError/fork(_:)``.
  func durableTreeHead(continuing kept: [TreeHead]) throws(LedgerError) -> TreeHead {
    try ask { log in
      let head = try log.treeHead(at: log.head)
      for old in kept {
        let position = try log.position(of: old)
        if old.size == 0 { continue }
        try log.consistencyProof(from: position, to: log.head).check(from: old, to: head)
      }
      // A commit is seen only when it is synced. Should anything have seen to it that it is not, it is now.
      try self.log.environment.sync()
      return head
    }
  }

  /// The recorded key that took the place of another, by their ids.
  func logKeyReplacing(_ id: String) throws(LedgerError) -> Identifier? {
    try ask { log in
      for event in try log.logKeys() {
        if case .logKeyPublished(let data) = event.event.payload, data.replaces?.text == id { return data.logKey }
      }
      return nil
    }
  }

  /// Whether a key is recorded.
  func isPublished(logKey id: Identifier) throws(LedgerError) -> Bool {
    try ask { try !$0.logKeys(id).isEmpty }
  }
}

extension LogReader {
  fileprivate func logKeys() throws -> [RecordedEvent] {
    try derived.entities(.logKey, .parties, known: head).flatMap { try logKeys($0) }
  }

  fileprivate func logKeys(_ id: Identifier) throws -> [RecordedEvent] {
    try timeline(of: Tag(.logKey, id), .parties, asOf: AsOf(valid: .last, known: head))
  }
}
