public import TransparencyLog

/// A witness and the way to it: someone else's machine that signs a checkpoint once it is shown to continue the one it
/// signed before (C2SP tlog-witness).
public struct Witness {
  /// What came back from `POST add-checkpoint`.
  public struct Answer: Sendable, Hashable {
    /// The HTTP status.
    public var status: Int
    /// The HTTP content type, if there was one.
    public var contentType: String?
    /// The body.
    public var body: [UInt8]

    /// An answer.
    public init(status: Int, contentType: String?, body: [UInt8]) {
      self.status = status
      self.contentType = contentType
      self.body = body
    }
  }

  /// The key it cosigns with.
  public let key: VerifierKey
  let post: ([UInt8]) throws -> Answer

  /// Names a witness.
  ///
  /// - Parameters:
  ///   - key: the key it cosigns with.
  ///   - post: posts a body to its `add-checkpoint` and answers what came back.
  public init(key: VerifierKey, post: @escaping ([UInt8]) throws -> Answer) {
    self.key = key
    self.post = post
  }
}

extension CheckpointSigner {
  /// Has a witness cosign a checkpoint that was just signed, and keeps it with the cosignature.
  ///
  /// The witness says itself which size it cosigned last, so nothing has to be remembered about it.
  ///
  /// - Returns: the checkpoint with the cosignature, which was checked.
  /// - Throws: ``SigningError/witness(_:reason:)`` when it refuses, answers nonsense, or cosigned a larger tree: then
  ///   someone else signs with this key, or the ledger was restored from an older copy.
  public func cosigned(_ note: Note, of ledger: Ledger, by witness: Witness) throws(SigningError) -> Note {
    do {
      let head = try Checkpoint(text: note.text).head
      // Empty proof and size 0: a witness that knows the log answers with the size to prove from.
      var request = try WitnessRequest(oldSize: 0, proof: ConsistencyProof(hashes: []), checkpoint: note)
      for _ in 0..<3 {
        let answer = try witness.post(request.bytes)
        switch try WitnessResponse(status: answer.status, contentType: answer.contentType, body: answer.body) {
        case .cosigned(let lines):
          let cosigned = try note.adding(lines)
          _ = try TrustPolicy(logKeys: [verifier], witnessKeys: [witness.key], witnessCountMin: 1).open(cosigned)
          try keep(cosigned, of: ledger)
          return cosigned
        case .conflict(let size):
          guard size <= head.size else {
            throw SigningError.witness(witness.key.name, reason: "it cosigned size \(size), this is \(head.size)")
          }
          let old = try ledger.treeHead(.position(Position(size)))
          let proof = size == 0 ? ConsistencyProof(hashes: []) : try ledger.consistencyProof(from: old, to: head)
          request = try WitnessRequest(oldSize: size, proof: proof, checkpoint: note)
        case .refused(let status):
          throw SigningError.witness(witness.key.name, reason: "it refused with HTTP status \(status)")
        }
      }
      throw SigningError.witness(witness.key.name, reason: "it named another size each time it was asked")
    } catch let error as SigningError {
      throw error
    } catch let error as LedgerError {
      throw .ledger(error)
    } catch {
      throw .witness(witness.key.name, reason: "\(error)")
    }
  }
}
