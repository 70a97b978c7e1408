import EventLog
import EventModel
import Testing

@Suite struct `Findings and sanctions` {
  private let tag: EventModel.Tag

  init() throws { tag = Tag(.rectification, try Identifier("RT1")) }

  private static func world() throws -> TestLedger {
    let ledger = try TestLedger.world()
    try ledger.add("finding.confirmed", TestLedger.finding(), at: "2025-03-01", id: "finding")
    try ledger.add("fraud.found", TestLedger.fraud(), at: "2025-03-01", id: "fraud")
    return ledger
  }

  @Test func `on no evidence, on the same twice or on what is not recorded`() throws {
    let ledger = try TestLedger.world()
    let head = try ledger.log.head()
    for (type, data) in [
      ("finding.confirmed", TestLedger.finding(evidence: "E")), ("fraud.found", TestLedger.fraud(evidence: "E")),
    ] {
      func refusal(_ evidence: String) throws -> Refusal? {
        try ledger.refusal(type, data.replacing("[E]", with: "[\(evidence)]"), at: "2025-03-01")
      }
      #expect(try refusal("") == .emptyList(field: "evidence"))
      #expect(try refusal("1,2,1") == .namedTwice(field: "evidence", value: "1"))
      #expect(
        try refusal("1,\(head.next)")
          == .positionAheadOfLog(field: "evidence[1]", position: head.next, head: head))
    }
    #expect(
      try ledger.refusal("finding.confirmed", TestLedger.finding(unit: "u1"), at: "2025-03-01")
        == .wrongPartyKind(Identifier("u1"), field: "unit", kind: .user))
    try ledger.addParty("x-bureau", kind: "authority")
    #expect(
      try ledger.refusal("fraud.found", TestLedger.fraud(party: "x-bureau"), at: "2025-03-01")
        == .wrongPartyKind(Identifier("x-bureau"), field: "party", kind: .authority))
  }

  @Test func `of others than the finding, the fraud or the subsidy they name`() throws {
    let ledger = try Self.world()
    try ledger.add("subsidy.awarded", TestLedger.subsidy(), at: "2025-03-01")
    func expect(_ type: String, _ data: String, _ field: String, _ given: String, _ recorded: String) throws {
      #expect(
        try ledger.refusal(type, data, at: "2025-03-02")
          == .copyDiffers(field: field, given: given, recorded: recorded), "\(type)")
    }
    let finding = #","finding":"FN1""#
    try expect(
      "rectification.ordered", TestLedger.rectification(unit: "x-org", more: finding), "unit", "x-org", "x-uni")
    try expect(
      "qualification.suspended", TestLedger.qualification(unit: "x-org", more: finding), "unit", "x-org", "x-uni")
    try expect(
      "qualification.revoked", TestLedger.qualification(unit: "x-org", more: finding), "unit", "x-org", "x-uni")
    try expect("credit.recorded", #"{"party":"x-uni","entry":"e","fraud":"FR1"}"#, "party", "x-uni", "u1")
    try expect(
      "notice.published", #"{"party":"u1","finding":"FN1","publishedAt":"p","contentHash":"\#(TestLedger.hash)"}"#,
      "party", "u1", "x-uni")
    try expect("matter.referred", #"{"party":"x-uni","to":"t","reason":"r","fraud":"FR1"}"#, "party", "x-uni", "u1")
    try expect("clawback.ordered", TestLedger.clawback(more: #","fraud":"FR1""#), "party", "x-uni", "u1")
    try expect(
      "clawback.ordered", TestLedger.clawback(party: "x-org", more: #","subsidy":"SB1""#), "party", "x-org", "x-uni")
    #expect(
      try ledger.refusal("credit.recorded", #"{"party":"u1","entry":"e","fraud":"FR9"}"#, at: "2025-03-02")
        == .unknownReference(Tag("fraud:FR9"), field: "fraud"))
  }

  @Test func `for days that are over`() throws {
    let ledger = try Self.world()
    func expect(_ type: String, _ field: String, _ data: String) throws {
      #expect(
        try ledger.refusal(type, data, at: "2025-03-02")
          == .dayOutOfRange(
            field: field, day: Day(iso: "2025-03-01"), earliest: Day(iso: "2025-03-02"), latest: .last), "\(type)")
    }
    try expect("rectification.ordered", "due", TestLedger.rectification(due: "2025-03-01"))
    try expect("clawback.ordered", "due", TestLedger.clawback(more: #","due":"2025-03-01""#))
    try expect("qualification.suspended", "until", TestLedger.qualification(more: #","until":"2025-03-01""#))
    try expect("credit.recorded", "until", #"{"party":"u1","entry":"e","until":"2025-03-01"}"#)
  }

  @Test func `put right before they are ordered, twice, or by another unit`() throws {
    let ledger = try Self.world()
    let accepted = #"{"rectification":"RT1","unit":"x-uni"}"#
    let failed = #"{"rectification":"RT1","unit":"x-uni","reason":"r"}"#
    #expect(
      try ledger.refusal("rectification.accepted", accepted, at: "2025-04-01")
        == .unknownReference(tag, field: "rectification"))
    try ledger.add("rectification.ordered", TestLedger.rectification(more: #","finding":"FN1""#), at: "2025-03-10")
    #expect(
      try ledger.refusal("rectification.accepted", accepted, at: "2025-03-09")
        == .wrongState(tag, state: "not begun", event: .rectificationAccepted))
    #expect(
      try ledger.refusal("rectification.failed", failed.replacing("x-uni", with: "x-org"), at: "2025-04-01")
        == .copyDiffers(field: "unit", given: "x-org", recorded: "x-uni"))
    try ledger.add("rectification.accepted", accepted, at: "2025-04-01")
    for (type, data, event) in [
      ("rectification.accepted", accepted, EventType.rectificationAccepted),
      ("rectification.failed", failed, .rectificationFailed),
    ] {
      #expect(
        try ledger.refusal(type, data, at: "2025-04-02") == .wrongState(tag, state: "ended", event: event), "\(type)")
    }
  }

  @Test func `of qualifications that are restored unlost, or lost twice`() throws {
    let ledger = try Self.world()
    let party = Tag(.party, try Identifier("x-uni"))
    let data = TestLedger.qualification()
    func refusal(_ type: String, at day: String) throws -> Refusal? { try ledger.refusal(type, data, at: day) }
    #expect(
      try refusal("qualification.restored", at: "2025-03-05")
        == .wrongState(party, state: "in possession of the qualification", event: .qualificationRestored))
    try ledger.add("qualification.suspended", data, at: "2025-03-05", id: "suspended")
    // Another one is not concerned.
    try ledger.add("qualification.suspended", TestLedger.qualification("serviceBase"), at: "2025-03-06")
    #expect(
      try refusal("qualification.suspended", at: "2025-03-07")
        == .wrongState(party, state: "without the qualification for a time", event: .qualificationSuspended))
    let restored = try ledger.add("qualification.restored", data, at: "2025-03-10", id: "restored")
    #expect(
      try ledger.refusal("event.retracted", ledger.retraction("suspended"), at: "2025-03-11")
        == .retractionLeavesDangling(party, dependent: restored))
    try ledger.add("qualification.revoked", data, at: "2025-03-12")
    for type in ["qualification.suspended", "qualification.revoked", "qualification.restored"] {
      #expect(
        try refusal(type, at: "2025-03-13")
          == .wrongState(
            party, state: "without the qualification for good", event: try #require(EventType(wireName: type))))
    }
    try ledger.retract("restored", at: "2025-03-14")
    try ledger.retract("suspended", at: "2025-03-14")
  }

  @Test func `keep what they rest on from being taken back`() throws {
    let ledger = try Self.world()
    let ordered = try ledger.add(
      "rectification.ordered", TestLedger.rectification(more: #","finding":"FN1""#), at: "2025-03-10", id: "ordered")
    #expect(
      try ledger.refusal("event.retracted", ledger.retraction("finding"), at: "2025-03-11")
        == .retractionLeavesDangling(Tag("finding:FN1"), dependent: ordered))
    try ledger.retract("ordered", at: "2025-03-11")
    try ledger.retract("finding", at: "2025-03-11")
  }
}
