/// What an answer rests on: enough to ask the same question of the same log again and to compare the bytes.
///
/// It names no program and no place. Whoever has the log up to the tree head gets the same ``result`` from the same
/// question; whoever has not can still see which tree the answer was made of (see ``Evidence``).
public struct Certificate: Sendable, Hashable {
  /// The log's origin, or where it was never signed, an id of its keeper's.
  public let log: TextLine
  /// What was known: the whole tree the answer was made of.
  public let head: TreeHead
  /// The instant up to which facts count.
  public let valid: TextLine
  /// The question: its name, then its arguments.
  public let question: [TextLine]
  /// Raised when the same question of the same log has another answer than before.
  public let revision: UInt64
  /// SHA-256 of the descriptions of all kinds of entries that were known to the program that answered.
  public let schemas: TreeHash
  /// The rules in force at the instant, by id, if there are any.
  public let policy: TextLine?
  /// The indicators in force at the instant, by id, if there are any.
  public let indicators: TextLine?
  /// SHA-256 of the answer's canonical bytes.
  public let result: TreeHash

  /// Puts a certificate together.
  ///
  /// - Precondition: the question has a name.
  public init(
    log: TextLine, head: TreeHead, valid: TextLine, question: [TextLine], revision: UInt64, schemas: TreeHash,
    policy: TextLine?, indicators: TextLine?, result: TreeHash
  ) {
    precondition(!question.isEmpty, "a question without a name")
    self.log = log
    self.head = head
    self.valid = valid
    self.question = question
    self.revision = revision
    self.schemas = schemas
    self.policy = policy
    self.indicators = indicators
    self.result = result
  }

  /// Checks that bytes are the answer and that a tree is the one it was made of.
  ///
  /// - Throws: ``TransparencyError`` with code `resultMismatch` or `rootMismatch`.
  public func check(answer: [UInt8], head: TreeHead) throws(TransparencyError) {
    guard TreeHash.sha256(answer) == result else {
      throw TransparencyError(.resultMismatch, "the answer is not the one that was certified")
    }
    guard head == self.head else {
      throw TransparencyError(
        .rootMismatch, "the answer was made of a tree of \(self.head.size) leaves, not of the one of \(head.size)")
    }
  }
}
