/// Why a proof, a signature or a text of a transparency log was not accepted.
///
/// Programs compare ``code``; people read ``reason``. A reason quotes only what the caller brought along (sizes, names of
/// its own keys), never a stranger's text, so it can be printed as it is.
public struct TransparencyError: Error, Sendable, Hashable {
  /// The rule that is broken.
  public let code: Code
  /// What is wrong, as a sentence without its full stop.
  public let reason: String

  init(_ code: Code, _ reason: String) {
    self.code = code
    self.reason = reason
  }

  /// The rules; the raw values are stable names for programs.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// Bytes or text are not one 32-byte hash.
    case malformedHash
    /// A key's name is empty or holds white space, a plus sign or a control character.
    case malformedName
    /// A line of text is empty or holds a control character.
    case malformedLine
    /// A verifier key or private key does not have its form.
    case malformedKey
    /// A key's id is not the one its name and bytes have.
    case keyIDMismatch
    /// A key is of a kind that is not implemented.
    case unknownAlgorithm
    /// A key cannot serve as what it was given for, such as a log's key as a witness.
    case unsuitableKey
    /// The bytes are not a signed note.
    case malformedNote
    /// A note's text is not a checkpoint.
    case malformedCheckpoint
    /// The bytes are not an offline proof.
    case malformedProofFile
    /// A tile's or entry bundle's path or content does not have its form.
    case malformedTile
    /// The bytes are not a request to a witness.
    case malformedRequest
    /// The bytes are not a witness's answer.
    case malformedResponse
    /// Something has more bytes, lines or items than allowed.
    case tooLong
    /// There is no leaf of that index in a tree of that size.
    case indexOutOfRange
    /// The older tree is empty or larger than the newer one.
    case sizesOutOfOrder
    /// The list of hashes does not make a number of range sizes or subtrees.
    case wrongHashCount
    /// A proof has fewer hashes than its sizes demand.
    case proofTooShort
    /// A proof has more hashes than its sizes demand.
    case proofTooLong
    /// A proof does not lead to the older tree's root.
    case oldRootMismatch
    /// A proof does not lead to the root.
    case rootMismatch
    /// A signature of a known key does not verify.
    case badSignature
    /// No signature is by a known key.
    case noKnownSignature
    /// The checkpoint is of another log.
    case wrongOrigin
    /// Fewer known witnesses cosigned than were asked for.
    case tooFewWitnesses
    /// The cryptographic library could not sign.
    case signingFailed
  }
}

extension TransparencyError: CustomStringConvertible {
  /// The rule and the sentence, such as `rootMismatch: the proof does not lead to the root`.
  public var description: String { "\(code.rawValue): \(reason)" }
}
