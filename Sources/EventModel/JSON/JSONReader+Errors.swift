/// What readers of objects say about their fields.
extension JSONReader {
  /// The error for a key just answered by ``nextKey()`` that the object does not have.
  public func unknownField(_ key: String) -> InputError {
    error(.unknownField, value: Excerpt.quoted(key), "is not a field of this object")
  }

  /// The error for a key just answered by ``nextKey()`` that came before in the same object.
  public func duplicate(_ key: String) -> InputError {
    error(.duplicateField, value: Excerpt.quoted(key), "is given twice")
  }

  /// The error for a required field that has not come when ``nextKey()`` answered `nil`.
  public func missing(_ field: String) -> InputError {
    let outer = path
    let place = outer.isEmpty ? field : "\(outer).\(field)"
    return InputError(line: line, field: place, rule: .missingField, value: "", message: "is missing")
  }

  /// The error for the value just read, which its type refuses.
  public func invalid(_ error: ValueError) -> InputError {
    self.error(.illegalValue, value: error.value, error.message)
  }

  /// The error for the value just read, with another rule than `illegalValue`.
  func error(_ rule: InputRule, value: String, _ message: String) -> InputError {
    InputError(line: line, field: path, rule: rule, value: value, message: message)
  }

  /// Where the reader stands, such as `data.funding[1].amount`; empty outside of everything.
  public var path: String { JSONPath.path(bytes, at: offset) }
}
