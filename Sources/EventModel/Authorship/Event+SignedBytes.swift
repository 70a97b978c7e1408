extension Event {
  /// The domain of authors' signatures: no other kind of signature is over bytes that begin so.
  private static let signatureDomain = "shareledger.event/1"

  /// What an author signs with the key of an id: the domain, a zero byte, and the event as deterministic CBOR, without
  /// its signature and without what a ledger adds.
  ///
  /// No ledger is named: an event is the same in every replica of the ledger it was handed to, and within one ledger
  /// source and id are recorded once.
  ///
  /// A map: 1 id, 2 source, 3 type on the wire, 4 schema version, 5 valid time in microseconds since
  /// 1970-01-01T00:00:00Z, 6 actor, 7 correlation if any, 8 causation if any, 9 id of the key, 10 the data as stored.
  public func signedBytes(key: Identifier) -> [UInt8] {
    var writer = CBORWriter(appendingTo: Array(Event.signatureDomain.utf8) + [0])
    writer.map(count: 8 + (correlation == nil ? 0 : 1) + (causation == nil ? 0 : 1))
    writer.key(1)
    id.encode(to: &writer)
    writer.key(2)
    source.encode(to: &writer)
    writer.key(3)
    type.encode(to: &writer)
    writer.key(4)
    writer.int(Int64(type.schemaVersion))
    writer.key(5)
    validTime.encode(to: &writer)
    writer.key(6)
    actor.encode(to: &writer)
    if let correlation {
      writer.key(7)
      correlation.encode(to: &writer)
    }
    if let causation {
      writer.key(8)
      causation.encode(to: &writer)
    }
    writer.key(9)
    key.encode(to: &writer)
    writer.key(10)
    payload.encode(to: &writer)
    return writer.bytes
  }
}
