internal import EventLog
internal import EventModel
internal import Sharing
public import TransparencyLog

extension LedgerView {
  /// States what an answer of this view rests on.
  ///
  /// ```swift
  /// let certificate = try view.certificate(of: answer, to: ["balance", "income"], revision: 1)
  /// ```
  ///
  /// - Parameters:
  ///   - answer: its canonical bytes.
  ///   - question: the question's name and arguments, without the two times: they are this view's.
  ///   - revision: which version of the question's meaning answered.
  /// - Throws: ``LedgerError/proof(_:)`` with code `malformedLine` for an argument that is empty or no line of text.
  /// - Complexity: O(log events + policies).
  public func certificate(
    of answer: [UInt8], to question: [String], revision: UInt64
  ) throws(LedgerError) -> Certificate {
    let name = try ledger.origin() ?? ledger.id
    return try ledger.ask { log in
      let rules = try RulesInForce(log, asOf: asOf)
      return Certificate(
        log: try TextLine(name), head: try log.treeHead(at: asOf.known), valid: try TextLine("\(asOf.valid)"),
        question: try question.map { try TextLine($0) }, revision: revision, schemas: LedgerView.schemas,
        policy: try rules.policy.map { try TextLine($0.text) },
        indicators: try rules.indicatorSet.map { try TextLine($0.text) }, result: TreeHash.sha256(answer))
    }
  }

  /// The hash of all schemas, in the order of their codes, a line each.
  private static let schemas = TreeHash.sha256(
    EventType.allCases.sorted { $0.rawValue < $1.rawValue }.flatMap { Array("\($0.schemaText)\n".utf8) })
}

extension Ledger {
  /// The ledger's own id, chosen at random when it was made; a replica has another.
  public var id: String { log.environment.manifest.id }

  /// The name in the ledger's last checkpoint, if that is of this history; else it is not told by what is there.
  func origin() throws(LedgerError) -> String? {
    guard let note = try lastCheckpoint(), let checkpoint = try? Checkpoint(text: note.text) else { return nil }
    let head = try head()
    guard checkpoint.head.size <= head.number else { return nil }
    let found = try treeHead(.position(Position(checkpoint.head.size)))
    return found == checkpoint.head ? checkpoint.origin.text : nil
  }
}
