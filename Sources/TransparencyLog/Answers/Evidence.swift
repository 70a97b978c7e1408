/// An answer with all that shows what it was made of, in one file: its certificate, the signed checkpoint, and the log
/// entries it rests on, each with its proof.
///
/// It shows that the entries are in the log, in these very bytes and places, and that the answer is the one that was
/// certified. It does not show that no entry is missing, nor that the answer follows from them: for that, ask a copy of
/// the whole log again.
public struct Evidence: Sendable, Hashable {
  /// A log entry and the way to the root.
  public struct Entry: Sendable, Hashable {
    /// Its bytes as they are stored.
    public let bytes: [UInt8]
    /// Its place and the hashes up to the root.
    public let proof: InclusionProof

    /// Its place counted from 1.
    public var position: UInt64 { proof.index + 1 }

    /// Takes an entry with its proof; nothing is checked yet.
    public init(bytes: [UInt8], proof: InclusionProof) {
      self.bytes = bytes
      self.proof = proof
    }
  }

  /// What the answer rests on.
  public let certificate: Certificate
  /// The answer's canonical bytes.
  public let answer: [UInt8]
  /// The signed tree of the certificate.
  public let checkpoint: Note
  /// The log's key as whoever made this states it: to be compared with the one got from somewhere trustworthy.
  public let logKey: VerifierKey
  /// The entries, in order of position.
  public let entries: [Entry]

  /// Puts evidence together; ``verify(_:)`` tells whether it holds.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedEvidence` unless the positions rise.
  public init(
    certificate: Certificate, answer: [UInt8], checkpoint: Note, logKey: VerifierKey, entries: [Entry]
  ) throws(TransparencyError) {
    for (entry, next) in zip(entries, entries.dropFirst()) where entry.position >= next.position {
      throw Evidence.malformed
    }
    self.certificate = certificate
    self.answer = answer
    self.checkpoint = checkpoint
    self.logKey = logKey
    self.entries = entries
  }

  /// Checks all that can be checked without the log.
  ///
  /// - Parameter policy: whom to believe; its keys must not come from the evidence itself.
  /// - Returns: the checkpoint whose tree has the entries.
  /// - Throws: ``TransparencyError`` as ``TrustPolicy/open(_:)-(Note)``, ``Certificate/check(answer:head:)`` and
  ///   ``InclusionProof/check(leaf:in:)`` do, or with code `wrongOrigin` when the certificate names another log.
  /// - Complexity: O(log *n*) hashes an entry.
  @discardableResult
  public func verify(_ policy: TrustPolicy) throws(TransparencyError) -> OpenedCheckpoint {
    let opened = try policy.open(checkpoint)
    guard certificate.log == opened.checkpoint.origin else {
      throw TransparencyError(.wrongOrigin, "the certificate is of another log than the checkpoint")
    }
    try certificate.check(answer: answer, head: opened.head)
    for entry in entries { try entry.proof.check(leaf: .leaf(entry.bytes), in: opened.head) }
    return opened
  }

  static let malformed = TransparencyError(
    .malformedEvidence, "evidence has a certificate, an answer, a checkpoint, a key and entries with their proofs")
}
