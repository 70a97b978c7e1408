/// One line of a note: UTF-8 with at least one character and no control character below U+0020.
///
/// Compared by bytes. Swift's own comparison of text calls composed and decomposed letters equal, but what was signed is
/// bytes.
public struct TextLine: Sendable, Hashable {
  /// The bytes of the line, without a newline.
  public let utf8: [UInt8]

  /// Takes the text if it is such a line.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedLine`.
  public init(_ text: String) throws(TransparencyError) {
    guard let line = TextLine(utf8: ArraySlice(text.utf8)) else {
      throw TransparencyError(.malformedLine, "a line is not empty and holds no control character")
    }
    self = line
  }

  init?(utf8: ArraySlice<UInt8>) {
    guard !utf8.isEmpty, utf8.allSatisfy({ $0 >= 0x20 }), (try? UTF8Span(validating: utf8.span)) != nil else {
      return nil
    }
    self.utf8 = Array(utf8)
  }

  /// The line as text.
  public var text: String { String(decoding: utf8, as: UTF8.self) }
}

extension TextLine: CustomStringConvertible {
  /// The line as text.
  public var description: String { text }
}
