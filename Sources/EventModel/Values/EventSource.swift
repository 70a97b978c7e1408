/// Where an event comes from: the CloudEvents `source`, 1 to 128 printable ASCII characters without blanks.
///
/// Source and id together name an event; sending the same pair again is recognised. CloudEvents asks for a URI
/// reference, such as `urn:example:booking-system` or `/laboratory/nmr`.
public struct EventSource: Sendable, Hashable {
  /// The longest source, in bytes, which are characters.
  public static let byteCountMax = 128

  /// The source as given.
  public let text: String

  /// Takes the text if it can be a source.
  ///
  /// - Throws: ``ValueError`` with rule `empty`, `tooLong` or `illegalCharacter`.
  public init(_ text: String) throws(ValueError) {
    try self.init(utf8: text.utf8Span)
  }

  /// Takes text that was checked where it was read.
  init(unchecked text: String) { self.text = text }

  package init(utf8: UTF8Span) throws(ValueError) {
    text = try PrintableASCII.text(utf8, byteCountMax: Self.byteCountMax)
  }
}

extension EventSource: Comparable, CustomStringConvertible {
  /// Orders by bytes.
  public static func < (left: EventSource, right: EventSource) -> Bool { left.text < right.text }

  /// The source as given.
  public var description: String { text }
}
