/// The SHA-256 of a document kept elsewhere, 64 lower-case hexadecimal digits.
///
/// One spelling only, so that equal hashes are equal bytes.
public struct ContentHash: Sendable, Hashable {
  /// The digits.
  public let text: String

  /// Takes the text if it is 64 lower-case hexadecimal digits.
  ///
  /// - Throws: ``ValueError`` with rule `malformed`.
  public init(_ text: String) throws(ValueError) {
    try self.init(utf8: text.utf8Span)
  }

  /// Takes text known to be such digits.
  init(checked text: String) { self.text = text }

  package init(utf8: UTF8Span) throws(ValueError) {
    let bytes = utf8.span
    var isHash = bytes.count == 64
    for index in bytes.indices where isHash {
      isHash = bytes[index] &- 0x30 <= 9 || bytes[index] &- 0x61 <= 5
    }
    guard isHash else {
      throw ValueError(.malformed, utf8: utf8, message: "is not a SHA-256 in 64 lower-case hexadecimal digits")
    }
    text = String(copying: utf8)
  }
}

extension ContentHash: CustomStringConvertible {
  /// The digits.
  public var description: String { text }
}

extension ContentHash: FieldValue {
  /// Writes a CBOR text string.
  public func encode(to writer: inout CBORWriter) { writer.text(text) }

  /// Reads a CBOR text string.
  public init(from reader: inout CBORReader) throws(CodecError) {
    self = try reader.value { (utf8) throws(ValueError) in try ContentHash(utf8: utf8) }
  }

  /// Writes a JSON string.
  public func write(to writer: inout JSONWriter) { writer.string(text) }

  /// Reads a JSON string.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (utf8) throws(ValueError) in try ContentHash(utf8: utf8) }
  }
}
