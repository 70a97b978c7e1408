import Cryptography
import EventModel
import Testing

/// The fixed signature was made with pyca/cryptography over bytes written by cbor2.
@Suite struct `Signing` {
  private func key(_ id: String = "uni-2024-1", from first: UInt8 = 32) throws -> AuthorKey {
    try AuthorKey(id: Identifier(id), secret: Array(first..<first + 32))
  }

  private func event() throws -> Event {
    Event(
      id: try Identifier("evt-2024-000317"), source: try EventSource("urn:example:equipment"),
      validTime: try Instant(rfc3339: "2024-01-31T16:00:00+08:00"), actor: try Identifier("125000004504012315"),
      correlation: try Identifier("case-7"), causation: try Identifier("evt-2024-000316"),
      payload: .resourceClosed(ResourceClosed(resource: try Identifier("R1"))))
  }

  @Test func `gives the signature another implementation gives`() throws {
    let key = try key()
    #expect("\(key.publicKey)" == "Kay64UG8yvCyLhqU000LxzYeUm0L/hLIl5S8kyKWbdc=")
    let signature = try #require(try key.sign(event()).signature)
    #expect(signature.key.text == "uni-2024-1")
    let expected =
      "5073748ac41bef5418d2e944f22119dd19dac25b858487835104e6d96679dd4a"
      + "0677e394329f33dcc42e32a5d8b423d49b2818c744a270392cd32aa000878203"
    #expect(signature.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == expected)
  }

  @Test func `covers everything the author says`() throws {
    let key = try key()
    let signed = try key.sign(event())
    #expect(key.publicKey.signed(signed))
    #expect(try !self.key(from: 33).publicKey.signed(signed))
    #expect(try !key.publicKey.signed(event()))
    let changes: [(inout Event) throws -> Void] = [
      { $0.id = try Identifier("other") }, { $0.source = try EventSource("urn:other") },
      { $0.validTime = try Instant(rfc3339: "2024-01-31T16:00:00.000001+08:00") },
      { $0.actor = try Identifier("x-other") }, { $0.correlation = nil }, { $0.causation = nil },
      { $0.payload = .resourceClosed(ResourceClosed(resource: try Identifier("R2"))) },
      { $0.payload = .resourceEnrolledVoluntarily(ResourceEnrolledVoluntarily(resource: try Identifier("R1"))) },
      { $0.signature = try AuthorSignature(key: Identifier("other"), bytes: $0.signature?.bytes ?? []) },
    ]
    for (index, change) in changes.enumerated() {
      var changed = signed
      try change(&changed)
      #expect(!key.publicKey.signed(changed), "change \(index)")
    }
  }

  @Test func `takes a secret of 32 bytes only`() throws {
    let id = try Identifier("k")
    #expect(throws: ValueError.self) { try AuthorKey(id: id, secret: [1, 2, 3]) }
    #expect(throws: ValueError.self) { try AuthorKey(id: id, secret: Array(repeating: 0, count: 33)) }
  }
}
