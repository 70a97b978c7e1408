/// What the reader says about the bytes; made only when something is wrong.
extension JSONReader {
  /// The error for the bytes at the offset, which cannot stand here.
  func syntaxError(_ message: String) -> InputError {
    if isOversize {
      return error(.tooLong, value: "", "is longer than \(JSONLimits.byteCountMax) bytes, the most a line may have")
    }
    guard offset < bytes.count else {
      let empty = depth == 0 && offset == leadingBlankCount
      return error(.notJSON, value: "", empty ? "is empty" : "ends in the middle of a value")
    }
    if offset == 0, bytes.count >= 2 {
      switch (bytes[0], bytes[1]) {
      case (0xEF, 0xBB): return error(.notJSON, value: "", "begins with a byte order mark")
      case (0xFE, 0xFF), (0xFF, 0xFE): return error(.notUTF8, value: "", "is UTF-16, not UTF-8")
      default: break
      }
    }
    return error(.notJSON, value: given, "\(message) (byte \(offset + 1))")
  }

  /// The error for a value of another kind than expected, or for no value at all.
  func mismatch(_ expected: JSONKind) -> InputError {
    guard offset < bytes.count else { return syntaxError("") }
    let found = JSONKind(bytes[offset])
    if found == .other || found == expected { return syntaxError("stands where \(expected.name) should") }
    return error(.wrongType, value: given, "is \(found.name), not \(expected.name)")
  }

  /// The error for a number at the offset that something follows at the index.
  func numberError(at index: Int) -> InputError {
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      return isNumber ? notInteger("is not an integer: write digits only") : syntaxError("is not a number")
    default: return syntaxError("is not a number")
    }
  }

  func notInteger(_ message: String) -> InputError { error(.notInteger, value: given, message) }

  func tooDeep() -> InputError {
    error(.tooDeep, value: "", "is nested deeper than \(JSONLimits.depthMax) levels")
  }

  func commaError(closing: UInt8) -> InputError {
    syntaxError("stands where a comma or the end of the \(closing == UInt8(ascii: "]") ? "array" : "object") should")
  }

  func stringTooLong() -> InputError {
    error(.tooLong, value: given, "is longer than \(JSONLimits.stringByteCountMax) bytes")
  }

  func unfinishedString() -> InputError { error(.notJSON, value: given, "has no closing quote") }

  func controlCharacter(at index: Int) -> InputError {
    error(.notJSON, value: given, "holds a control character that is not escaped (byte \(index + 1))")
  }

  func notUTF8(at index: Int) -> InputError { error(.notUTF8, value: given, "is not UTF-8 (byte \(index + 1))") }

  func badEscape(at index: Int) -> InputError {
    if case .loneSurrogate = JSONEscape.read(bytes, at: index) {
      return error(.loneSurrogate, value: given, "holds half a surrogate pair (byte \(index + 1))")
    }
    return error(.notJSON, value: given, "holds an escape JSON does not have (byte \(index + 1))")
  }

  private var leadingBlankCount: Int {
    var index = 0
    while index < bytes.count, bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) { index += 1 }
    return index
  }
}
