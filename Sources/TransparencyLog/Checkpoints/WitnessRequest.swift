/// The body of `POST <prefix>/add-checkpoint`: asks a witness to cosign a checkpoint (C2SP tlog-witness).
public struct WitnessRequest: Sendable, Hashable {
  /// The most hashes a request may have.
  public static let hashCountMax = 63

  /// The size the witness cosigned last, as far as is known; 0 for none, or to learn it from the answer.
  public let oldSize: UInt64
  /// The consistency proof from that size to the checkpoint's; no hashes from 0.
  public let proof: ConsistencyProof
  /// The signed checkpoint.
  public let checkpoint: Note

  /// Puts a request together.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedRequest` for more than ``hashCountMax`` hashes or a size beyond
  ///   ``TreeHead/sizeMax``.
  public init(oldSize: UInt64, proof: ConsistencyProof, checkpoint: Note) throws(TransparencyError) {
    guard proof.hashes.count <= Self.hashCountMax, oldSize <= TreeHead.sizeMax else { throw Self.malformed }
    self.oldSize = oldSize
    self.proof = proof
    self.checkpoint = checkpoint
  }

  /// Reads a request's body; whether the proof and the signatures hold is for the witness to check.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedRequest`, `malformedNote` or `tooLong`.
  public init(_ bytes: [UInt8]) throws(TransparencyError) {
    var lines = try TextLines(limited: bytes)
    guard let head = lines.untilEmptyLine(countMax: 1 + Self.hashCountMax),
      let oldSize = head.first?.removing(prefix: "old ").flatMap({ Decimal.read($0) }),
      let hashes = HashLines.read(head.dropFirst(), countMax: Self.hashCountMax)
    else { throw Self.malformed }
    try self.init(
      oldSize: oldSize, proof: ConsistencyProof(hashes: hashes), checkpoint: try Note(Array(lines.rest)))
  }

  /// The body.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(line: "old \(oldSize)")
    for hash in proof.hashes { bytes.append(line: hash.base64) }
    return bytes + [newline] + checkpoint.bytes
  }

  private static let malformed = TransparencyError(
    .malformedRequest, "a request has a line for the old size, at most \(hashCountMax) hashes and an empty line")
}
