/// An identifier given by the integrator: 1 to 64 printable ASCII characters without blanks.
///
/// ASCII only, because two texts that look alike or that Unicode calls equivalent are different bytes in the store:
/// with ASCII, equal means equal bytes everywhere. Order is by bytes.
public struct Identifier: Sendable, Hashable {
  /// The longest identifier, in bytes, which are characters.
  public static let byteCountMax = 64

  let ascii: PrintableASCII

  /// The identifier as given; a short one is made anew each time.
  public var text: String { ascii.text }

  /// Takes the text if it is an identifier.
  ///
  /// - Throws: ``ValueError`` with rule `empty`, `tooLong` or `illegalCharacter`.
  public init(_ text: String) throws(ValueError) {
    try self.init(utf8: text.utf8Span)
  }

  /// Takes text known to be an identifier.
  init(unchecked text: String) { ascii = unsafe PrintableASCII(checked: text.utf8Span.span.bytes) }

  /// The word that stands for all books where a unit's id stands for its own; no unit has such an id.
  package static let platformBooks = Identifier(unchecked: "platform")

  package init(utf8: UTF8Span) throws(ValueError) {
    ascii = try PrintableASCII(utf8, byteCountMax: Self.byteCountMax)
  }

  /// The identifier these stored bytes are, or `nil`.
  @inline(__always)
  package init?(stored bytes: RawSpan) {
    guard let ascii = PrintableASCII(stored: bytes, byteCountMax: Self.byteCountMax) else { return nil }
    self.ascii = ascii
  }

  /// A number that is mostly another for another identifier, for tables in memory.
  package var fingerprint: UInt64 { ascii.fingerprint }

  /// The number of bytes, which are characters.
  package var byteCount: Int { ascii.byteCount }
}

extension Identifier: Comparable, CustomStringConvertible {
  /// Orders by bytes.
  public static func < (left: Identifier, right: Identifier) -> Bool { left.ascii < right.ascii }

  /// The identifier as given.
  public var description: String { text }
}

extension Identifier: FieldValue {
  /// Writes a CBOR text string.
  public func encode(to writer: inout CBORWriter) { writer.text(ascii) }

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
