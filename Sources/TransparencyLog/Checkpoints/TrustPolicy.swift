/// Whom an auditor believes: the log's own keys and, if wanted, witnesses.
public struct TrustPolicy: Sendable, Hashable {
  /// The log that is meant; a checkpoint of another one is refused, whoever signed it.
  public let origin: TextLine
  /// The keys the log signs with.
  public let logKeys: [VerifierKey]
  /// The keys of known witnesses.
  public let witnessKeys: [VerifierKey]
  /// How many different ones of them must have cosigned.
  public let witnessCountMin: Int

  /// Trusts a log by its key, whose name is its origin unless given otherwise.
  ///
  /// - Throws: ``TransparencyError`` with code `unsuitableKey` for a log's key that makes cosignatures, a witness's that
  ///   does not, or no log's key at all.
  public init(
    logKeys: [VerifierKey], origin: TextLine? = nil, witnessKeys: [VerifierKey] = [], witnessCountMin: Int = 0
  ) throws(TransparencyError) {
    guard let first = logKeys.first, logKeys.allSatisfy({ $0.kind == .ed25519 }) else {
      throw TransparencyError(.unsuitableKey, "a log is trusted by one or more Ed25519 keys of kind 1")
    }
    guard witnessKeys.allSatisfy({ $0.kind == .cosignature }) else {
      throw TransparencyError(.unsuitableKey, "a witness is trusted by a cosignature key, of kind 4")
    }
    self.origin = origin ?? first.name.line
    self.logKeys = logKeys
    self.witnessKeys = witnessKeys
    self.witnessCountMin = witnessCountMin
  }

  /// Reads a signed checkpoint and checks everything that is known about it.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedNote`, `malformedCheckpoint`, `tooLong`, `wrongOrigin`,
  ///   `badSignature`, `noKnownSignature` or `tooFewWitnesses`.
  public func open(_ note: [UInt8]) throws(TransparencyError) -> OpenedCheckpoint {
    try open(try Note(note))
  }

  /// Checks everything that is known about a signed checkpoint.
  ///
  /// - Throws: as ``open(_:)-([UInt8])`` does.
  public func open(_ note: Note) throws(TransparencyError) -> OpenedCheckpoint {
    let checkpoint = try Checkpoint(text: note.text)
    guard checkpoint.origin == origin else {
      throw TransparencyError(.wrongOrigin, "the checkpoint is not of \(origin)")
    }
    let verified = try note.verify(logKeys + witnessKeys)
    guard verified.contains(where: { logKeys.contains($0.key) }) else {
      throw TransparencyError(.noKnownSignature, "the log \(origin) did not sign with a known key")
    }
    let cosignatures = verified.filter { witnessKeys.contains($0.key) }
    // One public key under two names is one witness: an Ed25519 cosignature does not say whose it is.
    let witnessCount = Set(cosignatures.map(\.key.publicKey)).count
    guard witnessCount >= witnessCountMin else {
      throw TransparencyError(
        .tooFewWitnesses, "\(witnessCount) known witnesses cosigned, \(witnessCountMin) were asked for")
    }
    return OpenedCheckpoint(checkpoint: checkpoint, note: note, cosignatures: cosignatures)
  }
}

/// A checkpoint whose signatures were checked under a ``TrustPolicy``.
public struct OpenedCheckpoint: Sendable, Hashable {
  /// What the log signed.
  public let checkpoint: Checkpoint
  /// The note it came in.
  public let note: Note
  /// The known witnesses that cosigned, each with its time: evidence that the checkpoint existed by then.
  public let cosignatures: [VerifiedSignature]

  /// How large the tree is and its root.
  public var head: TreeHead { checkpoint.head }
}
