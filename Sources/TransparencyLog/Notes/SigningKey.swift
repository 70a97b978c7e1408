import Crypto

/// A private key with a name, which signs notes and, for a witness, cosigns checkpoints.
///
/// Nothing prints it: its description is the public key, and only ``secretText`` yields the secret.
public struct SigningKey: Sendable {
  /// Whose key it is.
  public let name: NoteName
  /// What verifies this key's signatures of notes.
  public let verifier: VerifierKey
  /// What verifies this key's cosignatures.
  public let cosignatureVerifier: VerifierKey
  private let key: Curve25519.Signing.PrivateKey

  /// Makes the key of a seed.
  ///
  /// - Parameters:
  ///   - name: Whose key it is.
  ///   - seed: 32 bytes from a good source of randomness: the private key of RFC 8032 §5.1.5.
  /// - Throws: ``TransparencyError`` with code `malformedKey` unless there are 32 bytes.
  public init(name: NoteName, seed: [UInt8]) throws(TransparencyError) {
    guard seed.count == 32, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
      throw TransparencyError(.malformedKey, "an Ed25519 seed has 32 bytes, not \(seed.count)")
    }
    self.name = name
    self.key = key
    let publicKey = [UInt8](key.publicKey.rawRepresentation)
    verifier = try VerifierKey(name: name, kind: .ed25519, publicKey: publicKey)
    cosignatureVerifier = try VerifierKey(name: name, kind: .cosignature, publicKey: publicKey)
  }

  /// Reads a private key in the text form of golang.org/x/mod/sumdb/note,
  /// `PRIVATE+KEY+name+hex(key id)+base64(0x01 ‖ seed)`.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedKey`, `unknownAlgorithm` or `keyIDMismatch`.
  public init(secretText: String) throws(TransparencyError) {
    let parts = ArraySlice(secretText.utf8).removing(prefix: Self.prefix)?
      .split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard let parts, parts.count == 3, let name = NoteName(utf8: parts[0]), let id = KeyText.id(parts[1]),
      let bytes = Base64.decode(parts[2]), let kind = bytes.first
    else { throw TransparencyError(.malformedKey, "a private key is written \(Self.prefix)name+id+base64") }
    guard kind == VerifierKey.Kind.ed25519.rawValue else {
      throw TransparencyError(.unknownAlgorithm, "private keys of kind \(kind) are not known here")
    }
    try self.init(name: name, seed: Array(bytes.dropFirst()))
    try KeyText.requireSame(verifier.id, id)
  }

  /// The private key in text. Whoever has it can sign in this name.
  public var secretText: String {
    Self.prefix + KeyText.text(name: name, id: verifier.id, kind: .ed25519, key: [UInt8](key.rawRepresentation))
  }

  private static let prefix = "PRIVATE+KEY+"
}

extension SigningKey {
  /// Signs the text of a note.
  ///
  /// On Linux, the same key and text give the same signature; on Apple's platforms it differs from call to call.
  ///
  /// - Throws: ``TransparencyError`` with code `signingFailed`.
  func sign(_ text: [UInt8]) throws(TransparencyError) -> NoteSignature {
    NoteSignature(name: name, keyID: verifier.id, payload: try signature(text))
  }

  /// States that at a time this was the largest tree of its log that was seen, and that it was consistent with all
  /// before (C2SP tlog-cosignature): only whoever has checked that may call it.
  ///
  /// - Parameters:
  ///   - checkpoint: What was checked.
  ///   - unixSeconds: The time, in seconds since 1970 without leap seconds, at most 2^63 − 1.
  /// - Throws: ``TransparencyError`` with code `signingFailed`.
  public func cosign(_ checkpoint: Checkpoint, unixSeconds: UInt64) throws(TransparencyError) -> NoteSignature {
    let message = Cosignature.message(unixSeconds: unixSeconds, text: checkpoint.text)
    let payload = Cosignature.payload(unixSeconds: unixSeconds, signature: try signature(message))
    return NoteSignature(name: name, keyID: cosignatureVerifier.id, payload: payload)
  }

  private func signature(_ message: [UInt8]) throws(TransparencyError) -> [UInt8] {
    do {
      return [UInt8](try key.signature(for: message))
    } catch {
      throw TransparencyError(.signingFailed, "the cryptographic library could not sign: \(error)")
    }
  }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
  /// The public key.
  public var description: String { verifier.text }
  /// The public key only.
  public var customMirror: Mirror { Mirror(self, children: ["verifier": verifier]) }
}
