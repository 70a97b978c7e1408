internal import Crypto
public import EventModel

/// The secret key an author signs events with, and the id it is bound with in the ledger.
///
/// ```swift
/// let signed = try key.sign(event)
/// try ledger.append([signed])
/// ```
public struct AuthorKey: Sendable {
  /// How many bytes a secret key has.
  public static let byteCount = 32

  /// The id the key is bound with.
  public let id: Identifier
  /// What judges its signatures.
  public let publicKey: PublicKey
  private let key: Curve25519.Signing.PrivateKey

  /// Takes the 32 random bytes of an Ed25519 secret key (RFC 8032 §5.1.5).
  ///
  /// - Throws: `ValueError` with rule `outOfRange` for another number of bytes.
  public init(id: Identifier, secret: [UInt8]) throws(ValueError) {
    guard secret.count == Self.byteCount, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: secret) else {
      throw ValueError(.outOfRange, number: secret.count, message: "bytes stand where \(Self.byteCount) should")
    }
    self.id = id
    publicKey = try PublicKey(Array(key.publicKey.rawRepresentation))
    self.key = key
  }

  /// The event with this key's signature; one it had before is replaced.
  public func sign(_ event: Event) throws -> Event {
    var signed = event
    signed.signature = try AuthorSignature(
      key: id, bytes: Array(try key.signature(for: event.signedBytes(key: id))))
    return signed
  }
}

extension PublicKey {
  /// Whether the event is signed and the signature is this key's over this event.
  public func signed(_ event: Event) -> Bool {
    guard let signature = event.signature,
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    else { return false }
    return key.isValidSignature(signature.bytes, for: event.signedBytes(key: signature.key))
  }
}
