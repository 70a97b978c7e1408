import ShareLedger

extension JSONWriter {
  /// The two times of an answer; positions are strings, as everywhere in JSON.
  mutating func asOf(_ asOf: AsOf) {
    member("valid", "\(asOf.valid)")
    member("known", "\(asOf.known)")
  }
}
