/// A signature line of a note: `— name base64(key id ‖ payload)`.
public struct NoteSignature: Sendable, Hashable {
  /// The name of the key that is said to have signed.
  public let name: NoteName
  /// The id of that key.
  public let keyID: UInt32
  /// What follows the key id: for Ed25519 the 64 bytes of the signature, for other kinds what they define.
  public let payload: [UInt8]

  /// Puts a line together.
  ///
  /// - Precondition: the payload is not empty.
  init(name: NoteName, keyID: UInt32, payload: [UInt8]) {
    self.name = name
    self.keyID = keyID
    self.payload = payload
  }

  /// Reads a line without its newline; `nil` where it has another form.
  init?(line: ArraySlice<UInt8>) {
    guard let rest = line.removing(prefix: Self.prefix), let space = rest.firstIndex(of: UInt8(ascii: " ")),
      let name = NoteName(utf8: rest[..<space]), let bytes = Base64.decode(rest[(space + 1)...]), bytes.count > 4
    else { return nil }
    self.init(name: name, keyID: KeyText.id(of: bytes[...]), payload: Array(bytes.dropFirst(4)))
  }

  /// The line without its newline.
  public var text: String { "\(Self.prefix)\(name) \(Base64.encode(KeyText.bytes(of: keyID) + payload))" }

  /// An em dash, U+2014, and a space.
  private static let prefix = "\u{2014} "

  /// Whether a key bears the line's name and id.
  func isNamed(like key: VerifierKey) -> Bool { name == key.name && keyID == key.id }
}
