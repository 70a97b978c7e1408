/// Pulls values out of strict JSON (RFC 8259 within I-JSON, RFC 7493), one line at a time.
///
/// What other readers let pass is refused here: byte order marks, invalid UTF-8, half surrogates, trailing commas,
/// fractions and exponents, minus zero, integers beyond 64 bits, anything after the value. The reader goes forward
/// only, never recurses and allocates only the strings asked for. Where it stands becomes a path such as
/// `data.funding[1].amount` only when an error is made.
///
/// Duplicate and unknown fields are for whoever knows the fields to notice: see ``duplicate(_:)`` and
/// ``unknownField(_:)``. After an error the reader is of no further use.
public struct JSONReader: ~Copyable, ~Escapable {
  let bytes: Span<UInt8>
  let line: Int?
  let isOversize: Bool
  /// Whether the object or array just entered has had no entry yet, so that no comma is due.
  var isAtFirstEntry = false
  var depth = 0
  var offset = 0

  /// Reads the bytes of one JSON value.
  ///
  /// - Parameters:
  ///   - input: The value, with nothing but blanks around it; at most ``JSONLimits/byteCountMax`` bytes.
  ///   - line: The line of the file it stands on, for errors.
  @_lifetime(copy input)
  public init(_ input: RawSpan, line: Int? = nil) {
    let view = input.octets
    self.line = line
    isOversize = view.count > JSONLimits.byteCountMax
    // Of an input that is too long nothing is read: the first step finds its end and says why.
    bytes = isOversize ? view.extracting(first: 0) : view
  }

  /// Requires that nothing but blanks follows.
  public mutating func end() throws(InputError) {
    if skipBlanks() != nil { throw syntaxError("stands after the end of the value") }
  }

  /// What kind of value comes next, without reading it.
  public mutating func peek() -> JSONKind {
    guard let byte = skipBlanks() else { return .end }
    return JSONKind(byte)
  }

  /// Steps over blanks to the next byte, which stays unread; `nil` at the end.
  @inline(__always)
  mutating func skipBlanks() -> UInt8? {
    var index = offset
    while index < bytes.count {
      let byte = bytes[index]
      // Blank, tab, line feed and carriage return; all others below the blank are an error for whoever looks.
      if byte > 0x20 || byte != 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D {
        offset = index
        return byte
      }
      index += 1
    }
    offset = index
    return nil
  }

  /// Steps to the next byte and requires that it begins a value of the kind.
  @inline(__always)
  mutating func expect(_ byte: UInt8, _ kind: JSONKind) throws(InputError) {
    guard skipBlanks() == byte else { throw mismatch(kind) }
  }
}
