internal import Crypto

/// The key of one subject: whoever has it can read what is sealed about the person.
package struct SubjectKey: Sendable {
  /// How many bytes a key has.
  package static let byteCount = 32

  let key: SymmetricKey

  /// Takes 32 random bytes; any other number is a mistake of the caller.
  package init(_ bytes: [UInt8]) {
    precondition(bytes.count == Self.byteCount, "\(bytes.count) bytes where a key has \(Self.byteCount)")
    key = SymmetricKey(data: bytes)
  }

  /// What the key is known by once it is gone: HMAC-SHA256 with it over a fixed text, which tells nothing about
  /// 32 random bytes.
  package var fingerprint: [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Array("shareledger.fingerprint/1".utf8), using: key))
  }
}
