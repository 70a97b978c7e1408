/// Where an event comes from: the CloudEvents `source`, 1 to 128 printable ASCII characters without blanks.
///
/// Source and id together name an event; sending the same pair again is recognised. CloudEvents asks for a URI
/// reference, such as `urn:example:booking-system` or `/laboratory/nmr`.
public struct EventSource: Sendable, Hashable {
  /// The longest source, in bytes, which are characters.
  public static let byteCountMax = 128

  let ascii: PrintableASCII

  /// The source as given; a short one is made anew each time.
  public var text: String { ascii.text }

  /// Takes the text if it can be a source.
  ///
  /// - Throws: ``ValueError`` with rule `empty`, `tooLong` or `illegalCharacter`.
  public init(_ text: String) throws(ValueError) {
    try self.init(utf8: text.utf8Span)
  }

  package init(utf8: UTF8Span) throws(ValueError) {
    ascii = try PrintableASCII(utf8, byteCountMax: Self.byteCountMax)
  }

  /// The source these stored bytes are, or `nil`.
  @inline(__always)
  package init?(stored bytes: RawSpan) {
    guard let ascii = PrintableASCII(stored: bytes, byteCountMax: Self.byteCountMax) else { return nil }
    self.ascii = ascii
  }

  /// The number of bytes, which are characters.
  package var byteCount: Int { ascii.byteCount }
}

extension EventSource: Comparable, CustomStringConvertible {
  /// Orders by bytes.
  public static func < (left: EventSource, right: EventSource) -> Bool { left.ascii < right.ascii }

  /// The source as given.
  public var description: String { text }
}
