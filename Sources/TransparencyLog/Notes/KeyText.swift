/// The parts both text forms of keys end in: `name+hex(key id)+base64(kind ‖ key)`.
enum KeyText {
  static func text(name: NoteName, id: UInt32, kind: VerifierKey.Kind, key: [UInt8]) -> String {
    "\(name)+\(Hex.encode(bytes(of: id)))+\(Base64.encode([kind.rawValue] + key))"
  }

  /// The id in eight lower-case hexadecimal digits.
  static func id(_ text: ArraySlice<UInt8>) -> UInt32? {
    guard text.count == 8, let bytes = Hex.decode(text) else { return nil }
    return id(of: bytes[...])
  }

  /// The id in four bytes, big-endian.
  static func id(of bytes: ArraySlice<UInt8>) -> UInt32 { bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }

  static func bytes(of id: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: id >> (24 - 8 * $0)) } }

  static func requireSame(_ id: UInt32, _ written: UInt32) throws(TransparencyError) {
    guard id == written else {
      throw TransparencyError(.keyIDMismatch, "the key's id is not \(Hex.encode(bytes(of: written)))")
    }
  }
}
