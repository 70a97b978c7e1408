/// A text and the signatures under it (C2SP signed-note).
///
/// A note that exists is well formed; who signed it, if anyone known, is told by ``verify(_:)``. What was read is written
/// back to the same bytes.
public struct Note: Sendable, Hashable {
  /// The most signature lines a note may have.
  public static let signatureCountMax = 100

  /// The text with its final newline, which is what is signed.
  public let text: [UInt8]
  /// The signature lines, at least one, in their order.
  public let signatures: [NoteSignature]

  private init(text: [UInt8], signatures: [NoteSignature]) {
    self.text = text
    self.signatures = signatures
  }

  /// Signs a text.
  ///
  /// - Parameters:
  ///   - text: UTF-8 that ends in a newline and holds no other control characters.
  ///   - key: Who signs.
  /// - Throws: ``TransparencyError`` with code `malformedNote`, `tooLong` or `signingFailed`.
  public init(signing text: [UInt8], with key: SigningKey) throws(TransparencyError) {
    try Self.requireText(text)
    self.init(text: text, signatures: [try key.sign(text)])
    _ = try TextLines(limited: bytes)
  }

  /// Reads a note.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedNote`, or `tooLong` beyond 1 MiB or ``signatureCountMax``.
  /// - Complexity: O(*n*).
  public init(_ bytes: [UInt8]) throws(TransparencyError) {
    _ = try TextLines(limited: bytes)
    try Self.requireText(bytes)
    // The last empty line divides: the text may have empty lines, the signatures have none.
    guard let end = bytes.indices.dropLast().last(where: { bytes[$0] == newline && bytes[$0 + 1] == newline }) else {
      throw TransparencyError(.malformedNote, "no empty line stands before the signatures")
    }
    let signatures = try Self.signatures(bytes[(end + 2)...])
    guard !signatures.isEmpty else { throw TransparencyError(.malformedNote, "the note has no signature lines") }
    self.init(text: Array(bytes[...end]), signatures: signatures)
  }

  /// The whole note.
  public var bytes: [UInt8] {
    var bytes = text + [newline]
    for signature in signatures { bytes.append(line: signature.text) }
    return bytes
  }

  /// The note with more signature lines, such as those a witness answered with.
  ///
  /// A line of a key that has one already takes its place.
  ///
  /// - Throws: ``TransparencyError`` with code `tooLong` beyond ``signatureCountMax``.
  public func adding(_ more: [NoteSignature]) throws(TransparencyError) -> Note {
    var all = signatures
    for line in more {
      all.removeAll { $0.name == line.name && $0.keyID == line.keyID }
      all.append(line)
    }
    guard all.count <= Self.signatureCountMax else { throw Self.tooManySignatures }
    return Note(text: text, signatures: all)
  }

  /// Reads signature lines, each ending in a newline.
  static func signatures(_ bytes: ArraySlice<UInt8>) throws(TransparencyError) -> [NoteSignature] {
    var lines = TextLines(bytes)
    var signatures: [NoteSignature] = []
    while !lines.rest.isEmpty {
      guard let line = lines.next(), let signature = NoteSignature(line: line) else {
        throw TransparencyError(.malformedNote, "signature line \(signatures.count + 1) does not have its form")
      }
      guard signatures.count < signatureCountMax else { throw tooManySignatures }
      signatures.append(signature)
    }
    return signatures
  }

  private static let tooManySignatures = TransparencyError(
    .tooLong, "a note has at most \(signatureCountMax) signature lines")

  private static func requireText(_ text: [UInt8]) throws(TransparencyError) {
    guard text.last == newline, text.allSatisfy({ $0 >= 0x20 || $0 == newline }),
      (try? UTF8Span(validating: text.span)) != nil
    else {
      throw TransparencyError(.malformedNote, "a note is UTF-8, ends in a newline and holds no other control character")
    }
  }
}
