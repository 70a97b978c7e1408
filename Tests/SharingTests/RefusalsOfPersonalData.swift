import EventModel
import Testing

@Suite struct `Personal data` {
  static let contact = """
    "contact":{"subject":"s-1","suite":"aes256gcm","blinding":"QEFCQ0RFRkdISUpLTE1OTw==","nonce":"YGFiY2RlZmdoaWpr",\
    "ciphertext":"XPhF8BpCxUZc21yydkyBW5GLS1Kggd3uYZaH4/k+WGRAJUVdzZAAs4WbdoeDk9eZ"}
    """
  static let hash = String(repeating: "ab", count: 32)

  static func destruction(
    _ subject: String = "s-1", by requester: String = "x-org", approved: String = "x-uni"
  ) -> String {
    #"{"subject":"\#(subject)","requestHash":"\#(hash)","requestedBy":"\#(requester)","approvedBy":"\#(approved)"}"#
  }

  private func user(_ id: String) -> String { #"{"party":"\#(id)","kind":"user",\#(Self.contact)}"# }

  @Test func `is sealed until the key is destroyed, whatever the valid time`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("party.registered", user("u7"))
    try ledger.add("party.updated", #"{"party":"u7",\#(Self.contact)}"#)
    try ledger.add("demand.posted", demand("D1"))
    let destroyed = try ledger.add("subject.keyDestroyed", Self.destruction(), at: "2024-06-01")
    let expected = Refusal.subjectKeyDestroyed(subject: try Identifier("s-1"), recordedAt: destroyed)
    #expect(try ledger.refusal("party.registered", user("u8"), at: "2024-01-01") == expected)
    #expect(try ledger.refusal("party.updated", #"{"party":"u7",\#(Self.contact)}"#, at: "2024-07-01") == expected)
    #expect(try ledger.refusal("demand.posted", demand("D2"), at: "2024-02-01") == expected)
    try ledger.add("party.updated", #"{"party":"u7",\#(Self.contact.replacing("s-1", with: "s-2"))}"#)
  }

  private func demand(_ id: String) -> String {
    #"{"demand":"\#(id)","user":"u1","kind":"equipment","text":"NMR",\#(Self.contact)}"#
  }

  @Test func `loses its key once, asked for and approved by two known parties`() throws {
    let ledger = try TestLedger.world()
    #expect(
      try ledger.refusal("subject.keyDestroyed", Self.destruction(by: "x-uni"))
        == .needsTwoParties(field: "approvedBy", party: Identifier("x-uni")))
    #expect(
      try ledger.refusal("subject.keyDestroyed", Self.destruction(by: "x-none"))
        == .unknownReference(Tag("party:x-none"), field: "requestedBy"))
    #expect(
      try ledger.refusal("subject.keyDestroyed", Self.destruction(approved: "x-none"))
        == .unknownReference(Tag("party:x-none"), field: "approvedBy"))
    let position = try ledger.add("subject.keyDestroyed", Self.destruction())
    #expect(
      try ledger.refusal("subject.keyDestroyed", Self.destruction())
        == .subjectKeyDestroyed(subject: Identifier("s-1"), recordedAt: position))
    try ledger.add("subject.keyDestroyed", Self.destruction("s-2"))
  }

  @Test func `that was shown or destroyed cannot be said not to have been`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("access.logged", #"{"subject":"s-1","purpose":"complaint C-17"}"#, id: "access")
    try ledger.add("subject.keyDestroyed", Self.destruction(), id: "destroyed")
    #expect(try ledger.refusal("event.retracted", ledger.retraction("access")) == .notRetractable(.accessLogged))
    #expect(
      try ledger.refusal("event.retracted", ledger.retraction("destroyed")) == .notRetractable(.subjectKeyDestroyed))
  }

  @Test func `alone changes a party`() throws {
    let ledger = try TestLedger.world()
    #expect(try ledger.refusal("party.updated", #"{"party":"u1"}"#) == .changesNothing(.partyUpdated))
    try ledger.add("party.updated", #"{"party":"u1",\#(Self.contact)}"#)
  }

  @Test func `in a mistaken event is taken back with it`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("party.updated", #"{"party":"u1",\#(Self.contact)}"#, id: "mistake")
    #expect(try ledger.retraction("mistake").contains("subject:s-1"))
    try ledger.retract("mistake")
  }
}
