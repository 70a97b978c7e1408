internal import EventLog
public import EventModel
public import TransparencyLog

extension Ledger {
  /// The tree of the events up to a position: the record at position *n* + 1 is leaf *n* (RFC 6962 §2.1).
  ///
  /// - Throws: ``LedgerError/beyondHead(_:head:)``, or ``LedgerError/fork(_:)`` for a checkpoint of another history.
  /// - Complexity: O(log events), and at most 63 records are hashed.
  public func treeHead(_ known: Known = .head) throws(LedgerError) -> TreeHead {
    let position = try position(of: known)
    return try ask { try $0.treeHead(at: position) }
  }

  /// The bytes of the event at a position as they are stored: a leaf of the tree.
  ///
  /// - Throws: ``LedgerError/damaged(_:)`` when they are not what was written or the position is beyond the head.
  public func record(at position: Position) throws(LedgerError) -> [UInt8] {
    try ask { try $0.withEvent(at: position) { [UInt8]($0.bytes) } }
  }

  /// Shows that the event at a position is among those up to another.
  ///
  /// - Parameters:
  ///   - position: the event.
  ///   - head: the tree it is to be shown in; it has to be one of this ledger's.
  /// - Throws: ``LedgerError/fork(_:)``, or ``LedgerError/beyondHead(_:head:)`` when the tree does not reach so far.
  /// - Complexity: O(log events), and at most 63 records are hashed.
  public func inclusionProof(of position: Position, in head: TreeHead) throws(LedgerError) -> InclusionProof {
    let size = try self.position(of: .checkpoint(head))
    guard position <= size else { throw .beyondHead(position, head: size) }
    return try ask { try $0.inclusionProof(of: position, in: size) }
  }

  /// Shows that a tree of this ledger begins with an earlier one.
  ///
  /// - Throws: ``LedgerError/fork(_:)`` when either is not this ledger's, ``LedgerError/proof(_:)`` with code
  ///   `sizesOutOfOrder` when the first is empty or larger.
  /// - Complexity: O(log events), and at most 63 records are hashed.
  public func consistencyProof(from old: TreeHead, to head: TreeHead) throws(LedgerError) -> ConsistencyProof {
    let (first, last) = (try position(of: .checkpoint(old)), try position(of: .checkpoint(head)))
    return try ask { log in
      let proof = try log.consistencyProof(from: first, to: last)
      // What is handed out is checked the way its reader will check it.
      try proof.check(from: old, to: head)
      return proof
    }
  }
}

extension LogReader {
  /// The position up to which a tree head reaches.
  ///
  /// - Throws: ``LedgerError/fork(_:)`` unless the tree of that size has its root here.
  func position(of kept: TreeHead) throws -> Position {
    guard kept.size <= head.number else { throw LedgerError.fork(Fork(kept: kept, found: try treeHead(at: head))) }
    let found = try treeHead(at: Position(kept.size))
    guard found == kept else { throw LedgerError.fork(Fork(kept: kept, found: found)) }
    return Position(kept.size)
  }
}
