/// A signature that was checked and holds.
public struct VerifiedSignature: Sendable, Hashable {
  /// The known key that signed.
  public let key: VerifierKey
  /// When a witness says it signed, in seconds since 1970; `nil` for signatures without a time.
  public let unixSeconds: UInt64?
}

extension Note {
  /// Checks the signatures of known keys.
  ///
  /// Lines of unknown keys are ignored, so that a log can change its key and gather witnesses. A line that bears a known
  /// key's name and id has to verify, or the whole note is refused.
  ///
  /// - Parameter keys: The keys that are trusted.
  /// - Returns: What holds, each key once, in the order of the lines; never empty.
  /// - Throws: ``TransparencyError`` with code `badSignature` or `noKnownSignature`.
  /// - Complexity: About 55 µs for every line of a known key.
  public func verify(_ keys: [VerifierKey]) throws(TransparencyError) -> [VerifiedSignature] {
    var verified: [VerifiedSignature] = []
    for signature in signatures {
      guard let key = keys.first(where: signature.isNamed) else { continue }
      let seconds = try key.verify(signature, of: text)
      if !verified.contains(where: { $0.key == key }) {
        verified.append(VerifiedSignature(key: key, unixSeconds: seconds))
      }
    }
    guard !verified.isEmpty else {
      throw TransparencyError(.noKnownSignature, "none of the \(signatures.count) signatures is by a known key")
    }
    return verified
  }
}
