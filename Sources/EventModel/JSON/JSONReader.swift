/// Pulls values out of strict JSON (RFC 8259 within I-JSON, RFC 7493), one line at a time.
///
/// What other readers let pass is refused here: byte order marks, invalid UTF-8, half surrogates, trailing commas,
/// fractions and exponents, minus zero, integers beyond 64 bits, anything after the value. The reader goes forward only,
/// never recurses and allocates only the strings asked for. Where it stands is kept as places in the input and becomes
/// a path such as `data.funding[1].amount` only when an error is made.
///
/// Duplicate and unknown fields are for whoever knows the fields to notice: see ``duplicate(_:)``, ``unknownField(_:)``.
/// After an error the reader is of no further use.
public struct JSONReader: ~Copyable, ~Escapable {
  let bytes: Span<UInt8>
  let line: Int?
  let isOversize: Bool
  var offset = 0
  var depth = 0
  var frames: InlineArray<32, JSONFrame>

  /// Reads the bytes of one JSON value.
  ///
  /// - Parameters:
  ///   - input: The value, with nothing but blanks around it; at most ``JSONLimits/byteCountMax`` bytes.
  ///   - line: The line of the file it stands on, for errors.
  @_lifetime(copy input)
  public init(_ input: RawSpan, line: Int? = nil) {
    let view = unsafe input._unsafeView(as: UInt8.self)
    self.line = line
    isOversize = view.count > JSONLimits.byteCountMax
    // Of an input that is too long nothing is read: the first step finds its end and says why.
    bytes = isOversize ? view.extracting(first: 0) : view
    frames = InlineArray(repeating: JSONFrame(isArray: false))
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
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return byte
      }
    }
    return nil
  }

  /// Steps to the next byte and requires that it begins a value of the kind.
  @inline(__always)
  mutating func expect(_ byte: UInt8, _ kind: JSONKind) throws(InputError) {
    guard skipBlanks() == byte else { throw mismatch(kind) }
  }
}
