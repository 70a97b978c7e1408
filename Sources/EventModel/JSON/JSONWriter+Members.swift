extension JSONWriter {
  /// Writes a member of text, or `null`.
  package mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  /// Writes a member of a whole number, or `null`.
  package mutating func member(_ name: String, _ number: Int64?) {
    key(name)
    if let number { int(number) } else { null() }
  }

  /// Writes a member that is true or false.
  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }
}
