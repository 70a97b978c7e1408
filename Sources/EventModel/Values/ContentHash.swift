/// A SHA-256 of something kept elsewhere, such as a published document: 64 lower-case hexadecimal digits.
public struct ContentHash: Sendable, Hashable {
  /// The digits.
  public let text: String

  /// Takes the digits.
  ///
  /// - Throws: ``ValueError`` with rule `malformed`.
  public init(_ text: String) throws(ValueError) {
    try self.init(utf8: text.utf8Span)
  }

  init(utf8: UTF8Span) throws(ValueError) {
    let text = String(copying: utf8)
    let isDigits = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard text.utf8.count == 64, isDigits else {
      throw ValueError(.malformed, text: text, message: "is not a SHA-256 in 64 lower-case hexadecimal digits")
    }
    self.text = text
  }
}

extension ContentHash: TextValue, CustomStringConvertible {
  var wireText: String { text }

  /// The digits.
  public var description: String { text }
}
