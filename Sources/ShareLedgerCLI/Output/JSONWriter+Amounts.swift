import ShareLedger

extension JSONWriter {
  /// Writes an account and what it counts.
  mutating func account(_ account: Account) {
    member("account", account.text)
    member("commodity", account.commodity.wireName)
  }

  /// Writes an amount in whole minor units as a string, because sums may be longer than JSON numbers are exact.
  mutating func amount(_ name: String, _ amount: Int128) { member(name, "\(amount)") }

  /// Writes a posting and its event, inside an object.
  mutating func recorded(_ recorded: RecordedPosting) {
    member("day", "\(recorded.day)")
    member("position", "\(recorded.position)")
    member("recordedTime", "\(recorded.recordedTime)")
    member("validTime", "\(recorded.validTime)")
    member("source", recorded.source.text)
    member("id", recorded.id.text)
    member("type", recorded.type.wireName)
    account(recorded.account)
    amount("amount", Int128(recorded.amount))
  }

  /// Writes a list as the member of an object.
  mutating func list<Element>(
    _ name: String, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    array(elements, write)
  }

  /// Writes a list of objects.
  mutating func array<Element>(_ elements: [Element], _ write: (inout JSONWriter, Element) -> Void) {
    beginArray()
    for element in elements {
      beginObject()
      write(&self, element)
      endObject()
    }
    endArray()
  }
}
