/// One line of text for people: 1 to 4,096 Unicode scalars, all of them visible or plain blanks.
///
/// Controls, characters that turn the direction of writing, invisible joiners and line separators are refused, because
/// they make a name look like another name or break the line it is printed on. Any script and emoji without joiners
/// are welcome. Equality and hash are by bytes: Swift's own comparison calls `café` composed and decomposed equal,
/// but the stored bytes, and so the proof, differ.
public struct Text: Sendable {
  /// The longest text in Unicode scalars.
  public static let scalarCountMax = 4096

  /// The text as given.
  public let string: String

  /// Takes the string if it is such a text.
  ///
  /// - Throws: ``ValueError`` with rule `empty`, `tooLong` or `illegalCharacter`.
  public init(_ string: String) throws(ValueError) {
    try self.init(utf8: string.utf8Span)
  }

  /// Takes text that was checked where it was read.
  init(unchecked string: String) { self.string = string }

  package init(utf8: UTF8Span) throws(ValueError) {
    if utf8.isEmpty { throw ValueError(.empty, utf8: utf8, message: "is empty") }
    var count = 0
    var scalars = utf8.makeUnicodeScalarIterator()
    while let scalar = scalars.next() {
      count += 1
      if Self.isForbidden(scalar) {
        throw ValueError(.illegalCharacter, utf8: utf8, message: "holds \(Self.name(scalar)), which text may not")
      }
    }
    if count > Self.scalarCountMax {
      throw ValueError(.tooLong, utf8: utf8, message: "is longer than \(Self.scalarCountMax) characters")
    }
    string = String(copying: utf8)
  }
}

extension Text: Hashable, Comparable, CustomStringConvertible {
  /// Equal when the bytes are.
  public static func == (left: Text, right: Text) -> Bool {
    left.string.utf8.elementsEqual(right.string.utf8)
  }

  /// Orders by UTF-8 bytes, which is the order of Unicode scalars.
  public static func < (left: Text, right: Text) -> Bool {
    left.string.utf8.lexicographicallyPrecedes(right.string.utf8)
  }

  /// Hashes the string, whose hash is the same wherever the bytes are.
  public func hash(into hasher: inout Hasher) { hasher.combine(string) }

  /// The text as given.
  public var description: String { string }
}

extension Text: FieldValue {
  /// Writes a CBOR text string.
  public func encode(to writer: inout CBORWriter) { writer.text(string) }

  /// Reads a CBOR text string.
  public init(from reader: inout CBORReader) throws(CodecError) {
    let start = reader.offset
    let bytes = try reader.textSpan()
    guard let value = Text(stored: bytes) else {
      throw CodecError((try? UTF8Span(validating: bytes.octets)) == nil ? .notUTF8 : .illegalValue, at: start)
    }
    self = value
  }

  /// Writes a JSON string.
  public func write(to writer: inout JSONWriter) { writer.string(string) }

  /// Reads a JSON string.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (utf8) throws(ValueError) in try Text(utf8: utf8) }
  }
}
