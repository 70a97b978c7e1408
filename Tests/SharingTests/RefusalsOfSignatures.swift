import Cryptography
import EventLog
import EventModel
import Testing

@Suite struct `Signatures` {
  private let ledger: TestLedger
  private let key: AuthorKey

  init() throws {
    ledger = try TestLedger.world()
    key = try Self.key("k1", 1)
  }

  private static func key(_ id: String, _ seed: UInt8) throws -> AuthorKey {
    try AuthorKey(id: Identifier(id), secret: Array(repeating: seed, count: 32))
  }

  private func binding(
    _ key: AuthorKey, of party: String = "x-uni", required: Bool = false, role: String? = nil
  ) -> String {
    let role = role.map { #","role":"\#($0)""# } ?? ""
    return #"{"key":"\#(key.id)","party":"\#(party)","publicKey":"\#(key.publicKey)","required":\#(required)\#(role)}"#
  }

  private static let grant = #"{"party":"x-office","role":"office","document":"d","from":"2020-01-01"}"#
  private static let revocation = #"{"key":"k1","party":"x-uni","reason":"lost"}"#

  /// An event of the unit `x-uni`.
  private func event(
    _ change: String = "normal", at time: String = "2024-03-01", actor: String = "x-uni"
  ) throws -> Event {
    try ledger.event(
      "resource.statusChanged", #"{"resource":"R1","status":"\#(change)"}"#, at: time, actor: actor)
  }

  private func refusal(_ event: Event) throws -> Refusal? {
    do {
      _ = try ledger.log.append([event])
      return nil
    } catch .refused(_, let refusal) {
      return refusal
    }
  }

  @Test func `of a bound key are accepted, kept and found again`() throws {
    try ledger.add("key.bound", binding(key))
    let event = try key.sign(event())
    let position = try #require(try ledger.log.append([event]).first).position
    let recorded = try ledger.log.read { try $0.event(at: position) }
    #expect(recorded.event == event)
    #expect(recorded.event.signature == event.signature)
    #expect(try ledger.log.append([event]).first == .alreadyRecorded(position: position))
    var unsigned = event
    unsigned.signature = nil
    #expect(
      try refusal(unsigned) == .eventIDReused(source: event.source, id: event.id, recordedAt: position))
  }

  @Test func `of keys nobody bound, of another party or over other words are refused`() throws {
    #expect(try refusal(key.sign(event())) == .signingKeyUnknown(key.id))
    try ledger.add("key.bound", binding(key))
    #expect(
      try refusal(key.sign(event(actor: "x-org")))
        == .signingKeyOfAnotherParty(key: key.id, party: Identifier("x-uni"), actor: Identifier("x-org")))
    var changed = try key.sign(event())
    changed.validTime = try Instant(microseconds: changed.validTime.microseconds + 1)
    #expect(try refusal(changed) == .signatureWrong(key: key.id))
    let stranger = try Self.key("k1", 9)
    #expect(try refusal(stranger.sign(event())) == .signatureWrong(key: key.id))
    #expect(try refusal(key.sign(event())) == nil)
  }

  @Test func `count from the recording of the key to that of its revocation, whatever the valid time`() throws {
    #expect(try refusal(key.sign(event())) == .signingKeyUnknown(key.id))
    try ledger.add("key.bound", binding(key), at: "2024-05-01")
    #expect(try refusal(key.sign(event(at: "2024-01-31"))) == nil)
    let revoked = try ledger.add("key.revoked", Self.revocation, at: "2024-05-02")
    for time in ["2024-01-31", "2024-05-01", "2024-06-01"] {
      #expect(try refusal(key.sign(event("retired", at: time))) == .signingKeyRevoked(key: key.id, recordedAt: revoked))
    }
    #expect(try refusal(event("retired")) == nil, "unsigned events are still accepted")
  }

  @Test func `are needed from the recording of a key that requires them on`() throws {
    try ledger.add("key.bound", binding(key))
    #expect(try refusal(event()) == nil)
    let other = try Self.key("k2", 2)
    let bound = try ledger.add("key.bound", binding(other, required: true))
    let expected = Refusal.signatureRequired(actor: try Identifier("x-uni"), since: bound)
    #expect(try refusal(event("awaitingRepair")) == expected)
    #expect(try refusal(other.sign(event("awaitingRepair"))) == nil)
    #expect(try refusal(key.sign(event("normal", at: "2024-03-02"))) == nil, "any key of the party will do")
    #expect(try refusal(event("retired", actor: "x-org")) == nil, "other parties may do without")
    try ledger.add("key.revoked", #"{"key":"k2","party":"x-uni","reason":"lost"}"#)
    #expect(try refusal(event("retired")) == expected, "losing the key is no way around it")
  }

  @Test func `with a key for one role are refused for anything else`() throws {
    let office = try Self.key("k-office", 3)
    try ledger.addParty("x-office", kind: "authority")
    try ledger.add("key.bound", binding(office, of: "x-office", role: "office"))
    let role = try ledger.event("role.granted", Self.grant)
    #expect(try refusal(office.sign(role)) == nil)
    let status = try office.sign(event(actor: "x-office"))
    #expect(
      try refusal(status)
        == .signingKeyOutsideRole(key: office.id, role: .office, event: .resourceStatusChanged))
    let programme = try office.sign(
      ledger.event(
        "programme.opened",
        """
        {"programme":"P1","name":"p","budget":100,"useBy":"2025-12-31","cashBy":"2026-06-30","ratio":5000,\
        "exclusions":[]}
        """))
    #expect(
      try refusal(programme)
        == .signingKeyOutsideRole(key: office.id, role: .office, event: .programmeOpened))
  }

  @Test func `need keys that are bound once and revoked once, by an authority where there is one`() throws {
    let bound = try ledger.add("key.bound", binding(key), id: "bound")
    #expect(try ledger.refusal("key.bound", binding(key)) == .alreadyExists(Tag("key:k1"), recordedAt: bound))
    #expect(
      try ledger.refusal("key.bound", binding(Self.key("k2", 2), of: "x-none"))
        == .unknownReference(Tag("party:x-none"), field: "party"))
    #expect(
      try ledger.refusal("key.revoked", Self.revocation.replacing("k1", with: "k9"))
        == .unknownReference(Tag("key:k9"), field: "key"))
    #expect(
      try ledger.refusal("key.revoked", Self.revocation.replacing("x-uni", with: "x-org"))
        == .copyDiffers(field: "party", given: "x-org", recorded: "x-uni"))
    try ledger.add("key.revoked", Self.revocation, id: "revoked")
    #expect(
      try ledger.refusal("key.revoked", Self.revocation)
        == .wrongState(Tag("key:k1"), state: "ended", event: .keyRevoked))
    #expect(try ledger.refusal("event.retracted", ledger.retraction("bound")) == .notRetractable(.keyBound))
    #expect(try ledger.refusal("event.retracted", ledger.retraction("revoked")) == .notRetractable(.keyRevoked))
    try ledger.addParty("x-office", kind: "authority")
    try ledger.add("role.granted", Self.grant)
    #expect(
      try ledger.refusal("key.bound", binding(Self.key("k3", 3)), actor: "x-uni")
        == .roleNotHeld(
          actor: Identifier("x-uni"), needed: [.committee, .office, .serviceCentre],
          at: TestLedger.instant("2024-01-31")))
    try ledger.add("key.bound", binding(Self.key("k3", 3)), actor: "x-office")
  }

  @Test func `in one batch are judged by the keys before them in it`() throws {
    let bind = try ledger.event("key.bound", binding(key, required: true))
    let signed = try key.sign(event())
    #expect(throws: AppendError.self) { try ledger.log.append([signed, bind]) }
    _ = try ledger.log.append([bind, signed])
  }
}
