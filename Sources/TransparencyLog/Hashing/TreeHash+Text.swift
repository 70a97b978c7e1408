extension TreeHash {
  /// Reads 44 characters of base64 with padding (RFC 4648 §4), in the one spelling the bytes have.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedHash`.
  public init(base64: String) throws(TransparencyError) {
    try self.init(base64: ArraySlice(base64.utf8))
  }

  init(base64 text: ArraySlice<UInt8>) throws(TransparencyError) {
    guard let bytes = Base64.decode(text), bytes.count == Self.byteCount else {
      throw TransparencyError(.malformedHash, "a hash is written in 44 characters of base64")
    }
    try self.init(bytes[...])
  }

  /// Reads 64 lower-case hexadecimal digits.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedHash`.
  public init(hex: String) throws(TransparencyError) {
    guard let bytes = Hex.decode(ArraySlice(hex.utf8)), bytes.count == Self.byteCount else {
      throw TransparencyError(.malformedHash, "a hash is written in 64 lower-case hexadecimal digits")
    }
    try self.init(bytes[...])
  }

  /// The hash in base64 with padding, 44 characters, as in checkpoints and proofs.
  public var base64: String { Base64.encode(bytes) }

  /// The hash in 64 lower-case hexadecimal digits.
  public var hex: String { Hex.encode(bytes) }
}

extension TreeHash: CustomStringConvertible {
  /// The hash in base64.
  public var description: String { base64 }
}
