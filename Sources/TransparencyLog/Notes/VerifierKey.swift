import Crypto

/// A public key with a name, which verifies lines of signed notes (C2SP signed-note, *verifier keys*).
///
/// Its text form, the *vkey*, is `name+hex(key id)+base64(kind ‖ public key)`. It is what an auditor has to have got
/// from somewhere trustworthy; nothing in a note can replace it.
public struct VerifierKey: Sendable, Hashable {
  /// What a key signs; the raw value is the byte that stands before the public key.
  public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    /// Ed25519 over the note's text.
    case ed25519 = 0x01
    /// Ed25519 over a checkpoint and a time (C2SP tlog-cosignature): how witnesses sign.
    case cosignature = 0x04
  }

  /// Whose key it is.
  public let name: NoteName
  /// What it signs.
  public let kind: Kind
  /// The 32 bytes of the Ed25519 public key (RFC 8032).
  public let publicKey: [UInt8]
  /// The first four bytes of SHA-256 of `name ‖ 0x0A ‖ kind ‖ public key`, big-endian: it tells keys of one name
  /// apart and protects nothing.
  public let id: UInt32

  /// Names a public key.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedKey` unless there are 32 bytes.
  public init(name: NoteName, kind: Kind, publicKey: [UInt8]) throws(TransparencyError) {
    guard publicKey.count == 32 else {
      throw TransparencyError(.malformedKey, "an Ed25519 public key has 32 bytes, not \(publicKey.count)")
    }
    self.name = name
    self.kind = kind
    self.publicKey = publicKey
    id = TreeHash.sha256(name.utf8 + [newline, kind.rawValue] + publicKey).prefix
  }

  /// Reads a vkey.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedKey`, `unknownAlgorithm` or `keyIDMismatch`.
  public init(_ text: String) throws(TransparencyError) {
    // Base64 has plus signs of its own, so only the first two divide.
    let parts = Array(text.utf8).split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let name = NoteName(utf8: parts[0]), let id = KeyText.id(parts[1]),
      let bytes = Base64.decode(parts[2]), let first = bytes.first
    else { throw TransparencyError(.malformedKey, "a verifier key is written name+8 hexadecimal digits+base64") }
    guard let kind = Kind(rawValue: first) else {
      throw TransparencyError(.unknownAlgorithm, "keys of kind \(first) are not known here")
    }
    try self.init(name: name, kind: kind, publicKey: Array(bytes.dropFirst()))
    try KeyText.requireSame(self.id, id)
  }

  /// The key's id in eight lower-case hexadecimal digits, as it stands in the vkey.
  public var idText: String { Hex.encode(KeyText.bytes(of: id)) }

  /// The vkey.
  public var text: String { KeyText.text(name: name, id: id, kind: kind, key: publicKey) }

  /// The seconds since 1970 a valid cosignature names, or `nil` for a valid signature of the other kind.
  ///
  /// - Parameters:
  ///   - signature: A line of the note that bears this key's name and id.
  ///   - text: The note's text with its final newline.
  /// - Throws: ``TransparencyError`` with code `badSignature`.
  /// - Complexity: O(*n*) in the text; about 55 µs.
  func verify(_ signature: NoteSignature, of text: [UInt8]) throws(TransparencyError) -> UInt64? {
    var message = text
    var (payload, seconds) = (signature.payload[...], nil as UInt64?)
    if kind == .cosignature {
      let cosigned = Cosignature.parts(payload)
      payload = cosigned?.signature ?? []
      seconds = cosigned?.unixSeconds
      message = Cosignature.message(unixSeconds: seconds ?? 0, text: text)
    }
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey),
      payload.count == 64, key.isValidSignature(payload, for: message)
    else { throw TransparencyError(.badSignature, "the signature of \(name) does not verify") }
    return seconds
  }
}

extension VerifierKey: CustomStringConvertible {
  /// The vkey.
  public var description: String { text }
}
