/// An identifier given by the integrator: 1 to 64 printable ASCII characters without blanks.
///
/// ASCII only, because two texts that look alike or that Unicode calls equivalent are different bytes in the store:
/// with ASCII, equal means equal bytes everywhere. Order is by bytes.
public struct Identifier: Sendable, Hashable {
  /// The longest identifier, in bytes, which are characters.
  public static let byteCountMax = 64

  /// The identifier as given.
  public let text: String

  /// Takes the text if it is an identifier.
  ///
  /// - Throws: ``ValueError`` with rule `empty`, `tooLong` or `illegalCharacter`.
  public init(_ text: String) throws(ValueError) {
    try self.init(utf8: text.utf8Span)
  }

  /// Takes text that was checked where it was read.
  init(unchecked text: String) { self.text = text }

  /// The word that stands for all books where a unit's id stands for its own; no unit has such an id.
  package static let platformBooks = Identifier(unchecked: "platform")

  package init(utf8: UTF8Span) throws(ValueError) {
    text = try PrintableASCII.text(utf8, byteCountMax: Self.byteCountMax)
  }
}

extension Identifier: Comparable, CustomStringConvertible {
  /// Orders by bytes.
  public static func < (left: Identifier, right: Identifier) -> Bool { left.text < right.text }

  /// The identifier as given.
  public var description: String { text }
}

extension Identifier: FieldValue {
  /// Writes a CBOR text string.
  public func encode(to writer: inout CBORWriter) { writer.text(text) }

  /// Reads a CBOR text string.
  public init(from reader: inout CBORReader) throws(CodecError) {
    let start = reader.offset
    guard let value = Identifier(stored: try reader.textSpan()) else { throw CodecError(.illegalValue, at: start) }
    self = value
  }

  /// Writes a JSON string.
  public func write(to writer: inout JSONWriter) { writer.string(text) }

  /// Reads a JSON string.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (utf8) throws(ValueError) in try Identifier(utf8: utf8) }
  }
}
