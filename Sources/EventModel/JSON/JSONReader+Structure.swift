/// Objects and arrays.
extension JSONReader {
  /// Enters an object; ``nextKey()`` then leads through its members.
  public mutating func beginObject() throws(InputError) {
    try expect(UInt8(ascii: "{"), .object)
    try enter()
  }

  /// Enters an array; ``nextElement()`` then leads through its items.
  public mutating func beginArray() throws(InputError) {
    try expect(UInt8(ascii: "["), .array)
    try enter()
  }

  /// Steps to the next member of the object and answers its key, escapes resolved; `nil` at the object's end, which is
  /// left.
  ///
  /// All fields have ASCII names, so a key that is not ASCII is refused here: Swift would call the Kelvin sign U+212A
  /// equal to `K`, though the bytes differ.
  ///
  /// - Throws: ``InputError`` with rule `notJSON`, `notUTF8`, `loneSurrogate`, `tooLong` or `unknownField`.
  public mutating func nextKey() throws(InputError) -> String? {
    guard let token = try nextMember() else { return nil }
    let key = string(token)
    if !token.isASCII || token.isEscaped && key.utf8.contains(where: { $0 >= 0x80 }) { throw unknownField(key) }
    return key
  }

  /// Steps to the next item of the array; `false` at the array's end, which is left.
  public mutating func nextElement() throws(InputError) -> Bool {
    try nextEntry(closing: UInt8(ascii: "]")) != nil
  }

  /// Steps to the value of the next member and answers its key's place; `nil` at the object's end.
  mutating func nextMember() throws(InputError) -> JSONString? {
    guard let byte = try nextEntry(closing: UInt8(ascii: "}")) else { return nil }
    guard byte == UInt8(ascii: "\"") else { throw syntaxError("stands where a field name in double quotes should") }
    let token = try scanString()
    guard skipBlanks() == UInt8(ascii: ":") else { throw syntaxError("stands where a colon should") }
    offset += 1
    return token
  }

  @inline(__always)
  private mutating func enter() throws(InputError) {
    guard depth < JSONLimits.depthMax else { throw tooDeep() }
    offset += 1
    depth += 1
    isAtFirstEntry = true
  }

  /// Steps over the comma to the next entry's first byte; `nil` when the closing byte was there and is read.
  @inline(__always)
  private mutating func nextEntry(closing: UInt8) throws(InputError) -> UInt8? {
    precondition(depth > 0, "no object or array has been entered")
    guard var byte = skipBlanks() else { throw syntaxError("") }
    if byte == closing {
      offset += 1
      depth -= 1
      isAtFirstEntry = false
      return nil
    }
    if isAtFirstEntry {
      isAtFirstEntry = false
      return byte
    }
    guard byte == UInt8(ascii: ",") else { throw commaError(closing: closing) }
    offset += 1
    guard let first = skipBlanks() else { throw syntaxError("") }
    byte = first
    if byte == closing { throw syntaxError("stands after a comma that nothing follows") }
    return byte
  }
}
