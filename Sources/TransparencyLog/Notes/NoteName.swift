/// The name of a key that signs notes, such as `example.com/log42` (C2SP signed-note).
///
/// Not empty, without Unicode white space, `+` and control characters; compared by bytes.
public struct NoteName: Sendable, Hashable {
  /// The name as a line of text.
  public let line: TextLine

  /// Takes the text if it is a name.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedName`.
  public init(_ text: String) throws(TransparencyError) {
    guard let name = NoteName(utf8: ArraySlice(text.utf8)) else {
      throw TransparencyError(
        .malformedName, "a key's name is not empty and holds no white space, + or control character")
    }
    self = name
  }

  init?(utf8: ArraySlice<UInt8>) {
    guard let line = TextLine(utf8: utf8),
      !line.text.unicodeScalars.contains(where: { $0 == "+" || $0.properties.isWhitespace })
    else { return nil }
    self.line = line
  }

  /// The bytes of the name.
  public var utf8: [UInt8] { line.utf8 }
}

extension NoteName: CustomStringConvertible {
  /// The name as text.
  public var description: String { line.text }
}
