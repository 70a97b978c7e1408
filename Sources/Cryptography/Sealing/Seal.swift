internal import Crypto
package import EventModel

/// Sealing and opening, side by side: pure functions of key, place and random bytes.
///
/// The key of a value is HKDF-SHA256 (RFC 5869) of the subject's key, the blinding as salt and the place as info. So even
/// if a nonce were ever drawn twice for a subject, no two texts are encrypted with one key stream, and after the
/// subject's key is destroyed there is nothing to test a guess with. The place is also the associated data of
/// AES-256-GCM (NIST SP 800-38D).
package enum Seal {
  /// Seals a text with the key of the place's subject.
  ///
  /// - Parameters:
  ///   - text: what to seal; it is filled up with zeros to a multiple of 32 bytes.
  ///   - place: where the value will stand.
  ///   - key: the subject's key.
  ///   - blinding: 16 random bytes, drawn for this value.
  ///   - nonce: 12 random bytes, drawn for this value.
  package static func seal(
    _ text: Text, at place: SealedPlace, with key: SubjectKey, blinding: [UInt8], nonce: [UInt8]
  ) throws -> Sealed {
    var plain = Array(text.string.utf8)
    while !plain.count.isMultiple(of: Sealed.paddingByteCount) { plain.append(0) }
    let box = try AES.GCM.seal(
      plain, using: valueKey(place, key, blinding), nonce: AES.GCM.Nonce(data: nonce), authenticating: place.bytes)
    return try Sealed(
      subject: place.subject, suite: .aes256gcm, blinding: blinding, nonce: nonce,
      ciphertext: Array(box.ciphertext) + Array(box.tag))
  }

  /// The text of a value sealed for the place, or `nil` when key, place or bytes are others.
  package static func open(_ sealed: Sealed, at place: SealedPlace, with key: SubjectKey) -> Text? {
    let tagStart = sealed.ciphertext.count - Sealed.tagByteCount
    guard sealed.suite == .aes256gcm, sealed.subject == place.subject,
      let nonce = try? AES.GCM.Nonce(data: sealed.nonce),
      let box = try? AES.GCM.SealedBox(
        nonce: nonce, ciphertext: sealed.ciphertext[..<tagStart], tag: sealed.ciphertext[tagStart...]),
      let plain = try? AES.GCM.open(box, using: valueKey(place, key, sealed.blinding), authenticating: place.bytes)
    else { return nil }
    // No text holds a zero byte, so those at the end are the padding.
    let text = plain.prefix { $0 != 0 }
    guard plain.dropFirst(text.count).allSatisfy({ $0 == 0 }), let string = String(validating: text, as: UTF8.self)
    else { return nil }
    return try? Text(string)
  }

  private static func valueKey(_ place: SealedPlace, _ key: SubjectKey, _ blinding: [UInt8]) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key.key, salt: blinding, info: place.bytes, outputByteCount: SubjectKey.byteCount)
  }
}
