import ShareLedger

extension JSONWriter {
  /// The two times of an answer; positions are strings, as everywhere in JSON.
  mutating func asOf(_ asOf: AsOf) {
    member("valid", "\(asOf.valid)")
    member("known", "\(asOf.known)")
  }

  mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  mutating func member(_ name: String, _ number: Int64?) {
    key(name)
    if let number { int(number) } else { null() }
  }

  mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }
}
