/// A proof to hand on: that an entry is in a log, checkable without it (C2SP tlog-proof, files named `.tlog-proof`).
///
/// Whoever checks it needs the entry's bytes and the keys they trust, nothing else.
public struct ProofFile: Sendable, Hashable {
  /// Bytes for the application, which nothing protects.
  public let extra: [UInt8]?
  /// The entry's place in the tree and the way to its root.
  public let proof: InclusionProof
  /// The signed checkpoint, with what cosignatures it has.
  public let checkpoint: Note

  /// Puts a proof together; nothing is checked yet.
  ///
  /// - Parameters:
  ///   - proof: The inclusion proof in the checkpoint's tree.
  ///   - checkpoint: The signed checkpoint.
  ///   - extra: Bytes for the application; none is the same as empty ones.
  public init(proof: InclusionProof, checkpoint: Note, extra: [UInt8]? = nil) {
    self.extra = extra?.isEmpty == true ? nil : extra
    self.proof = proof
    self.checkpoint = checkpoint
  }

  /// Reads a file.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedProofFile`, `malformedNote` or `tooLong`.
  public init(_ bytes: [UInt8]) throws(TransparencyError) {
    var lines = try TextLines(limited: bytes)
    guard let head = lines.untilEmptyLine(countMax: 3 + InclusionProof.hashCountMax),
      head.first?.elementsEqual(Self.header.utf8) == true
    else { throw Self.malformed }
    var rest = head.dropFirst()
    var extra: [UInt8]?
    if let text = rest.first?.removing(prefix: "extra ") {
      guard let bytes = Base64.decode(text), !bytes.isEmpty else { throw Self.malformed }
      extra = bytes
      rest = rest.dropFirst()
    }
    guard let index = rest.popFirst()?.removing(prefix: "index ").flatMap({ Decimal.read($0) }) else {
      throw Self.malformed
    }
    guard let hashes = HashLines.read(rest, countMax: InclusionProof.hashCountMax) else { throw Self.malformed }
    self.init(
      proof: InclusionProof(index: index, hashes: hashes), checkpoint: try Note(Array(lines.rest)), extra: extra)
  }

  /// The file's bytes.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(line: Self.header)
    if let extra { bytes.append(line: "extra \(Base64.encode(extra))") }
    bytes.append(line: "index \(proof.index)")
    for hash in proof.hashes { bytes.append(line: hash.base64) }
    return bytes + [newline] + checkpoint.bytes
  }

  /// Checks that the entry is in the log, as far as those trusted say.
  ///
  /// - Parameters:
  ///   - entry: The entry's bytes as they are stored.
  ///   - policy: Whom to believe.
  /// - Returns: The checkpoint whose tree has the entry.
  /// - Throws: ``TransparencyError`` as ``TrustPolicy/open(_:)-(Note)`` and ``InclusionProof/check(leaf:in:)`` do.
  public func verify(entry: RawSpan, policy: TrustPolicy) throws(TransparencyError) -> OpenedCheckpoint {
    let opened = try policy.open(checkpoint)
    try proof.check(leaf: .leaf(entry), in: opened.head)
    return opened
  }

  private static let header = "c2sp.org/tlog-proof@v1"
  private static let malformed = TransparencyError(
    .malformedProofFile, "a proof has a header, an index, hashes and an empty line before its checkpoint")
}
