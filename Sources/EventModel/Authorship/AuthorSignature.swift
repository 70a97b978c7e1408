/// The author's Ed25519 signature of an event and the id of the key that made it.
///
/// A reference, so that an event without one, which is nearly every event, carries eight bytes for it.
public final class AuthorSignature: Sendable {
  /// How many bytes a signature has.
  public static let byteCount = 64

  /// The id the key was bound with.
  public let key: Identifier
  /// The signature's bytes.
  public let bytes: [UInt8]

  /// Takes 64 bytes.
  ///
  /// - Throws: ``ValueError`` with rule `outOfRange` and the number of bytes.
  public init(key: Identifier, bytes: [UInt8]) throws(ValueError) {
    guard bytes.count == Self.byteCount else {
      throw ValueError(.outOfRange, number: bytes.count, message: "bytes stand where \(Self.byteCount) should")
    }
    self.key = key
    self.bytes = bytes
  }

  /// Takes as many bytes as there are known to be.
  init(key: Identifier, checked bytes: [UInt8]) {
    self.key = key
    self.bytes = bytes
  }
}

extension AuthorSignature: Hashable {
  /// Equal when key and bytes are.
  public static func == (left: AuthorSignature, right: AuthorSignature) -> Bool {
    left.key == right.key && left.bytes == right.bytes
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
