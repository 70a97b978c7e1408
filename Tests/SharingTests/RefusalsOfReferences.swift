import EventLog
import EventModel
import Testing

@Suite struct `Refused for what is or is not there` {
  @Test func `an unknown reference, by field`() throws {
    let ledger = try TestLedger.world()
    func expect(_ type: String, _ data: String, _ tag: String, _ field: String) throws {
      #expect(try ledger.refusal(type, data) == .unknownReference(try Tag(tag), field: field), "\(type)")
    }
    try expect("resource.acquired", TestLedger.resource("R2", unit: "x-no"), "party:x-no", "unit")
    try expect("resource.closed", #"{"resource":"R9"}"#, "resource:R9", "resource")
    try expect("booking.requested", TestLedger.booking("B", user: "no", TestLedger.span(8, 9)), "party:no", "user")
    try expect("booking.missed", TestLedger.booking("B"), "booking:B", "booking")
    try expect("usage.recorded", TestLedger.usage(more: #","booking":"B""#), "booking:B", "booking")
    try expect("usage.recorded", TestLedger.usage(more: #","operator":"no""#), "party:no", "operator")
    try expect("satisfaction.rated", #"{"usage":"U","unit":"x-uni","user":"u1","score":5}"#, "usage:U", "usage")
    try expect("party.merged", #"{"from":"x-uni","into":"x-no"}"#, "party:x-no", "into")
    try expect("carrier.revoked", #"{"carrier":"C","host":"x-uni"}"#, "carrier:C", "carrier")
    try expect("expertOpinion.recorded", TestLedger.opinion("policy:P"), "policy:P", "subject")
    try expect("demand.withdrawn", #"{"demand":"D","user":"u1"}"#, "demand:D", "demand")
    try expect("complaint.resolved", #"{"complaint":"C","unit":"x-uni","resolution":"r"}"#, "complaint:C", "complaint")
    try expect("unit.platformLinked", #"{"unit":"x-no"}"#, "party:x-no", "unit")
    try expect(
      "outcome.reported",
      #"{"outcome":"O","units":["x-uni"],"resources":["R1","R9"],"kind":"paper","acknowledged":"yes"}"#,
      "resource:R9", "resources")
  }

  @Test func `a reference that was taken back`() throws {
    let ledger = try TestLedger.world()
    try ledger.addResource("R2", event: "acquired-R2")
    try ledger.retract("acquired-R2")
    #expect(
      try ledger.refusal("resource.closed", #"{"resource":"R2"}"#)
        == .unknownReference(try Tag("resource:R2"), field: "resource"))
    try ledger.addResource("R2")
  }

  @Test func `an entity that exists`() throws {
    let ledger = try TestLedger.world()
    #expect(
      try ledger.refusal("party.registered", #"{"party":"x-uni","kind":"unit"}"#, at: "2020-01-01")
        == .alreadyExists(try Tag("party:x-uni"), recordedAt: Position(1)))
    #expect(
      try ledger.refusal("resource.acquired", TestLedger.resource())
        == .alreadyExists(try Tag("resource:R1"), recordedAt: Position(5)))
  }

  @Test func `the same id with other content`() throws {
    let ledger = try TestLedger()
    let position = try ledger.add("party.registered", #"{"party":"x-a","kind":"unit"}"#, id: "one")
    let again = try ledger.event("party.registered", #"{"party":"x-a","kind":"unit"}"#, id: "one")
    #expect(try ledger.log.append([again]) == [.alreadyRecorded(position: position)])
    #expect(
      try ledger.refusal("party.registered", #"{"party":"x-b","kind":"unit"}"#, id: "one")
        == .eventIDReused(source: again.source, id: again.id, recordedAt: position))
  }

  @Test func `a party of a kind that cannot take the part`() throws {
    let ledger = try TestLedger.world()
    #expect(
      try ledger.refusal("resource.acquired", TestLedger.resource("R2", unit: "u1"))
        == .wrongPartyKind(Identifier("u1"), field: "unit", kind: .user))
    #expect(
      try ledger.refusal("carrier.designated", #"{"carrier":"C","kind":"serviceBase","host":"u1","area":"500000"}"#)
        == .wrongPartyKind(Identifier("u1"), field: "host", kind: .user))
  }

  @Test func `copies that differ from the log`() throws {
    let ledger = try TestLedger.world()
    try ledger.addParty("x-other")
    func expect(_ type: String, _ data: String, _ field: String, _ given: String, _ recorded: String) throws {
      #expect(
        try ledger.refusal(type, data, at: "2024-05-06")
          == .copyDiffers(field: field, given: given, recorded: recorded), "\(type)")
    }
    try expect("resource.registered", #"{"resource":"R1","unit":"x-other"}"#, "unit", "x-other", "x-uni")
    try expect(
      "resource.transferred", #"{"resource":"R1","from":"x-other","to":"x-uni"}"#, "from", "x-other", "x-uni")
    try ledger.add("booking.requested", TestLedger.booking("B", TestLedger.span(8, 10)), at: "2024-05-01")
    try expect("booking.rejected", TestLedger.booking("B", user: "u2", #""reason":"r""#), "user", "u2", "u1")
    try expect(
      "booking.approved", TestLedger.booking("B", TestLedger.span(8, 11)), "end",
      try TestLedger.instant(TestLedger.time(11)).description, try TestLedger.instant(TestLedger.time(10)).description)
    try expect(
      "booking.approved", TestLedger.booking("B", TestLedger.span(8, 10, exclusive: false)), "exclusive", "false",
      "true")
    try ledger.add("usage.recorded", TestLedger.usage(), at: "2024-05-06")
    try expect(
      "usage.voided",
      #"{"usage":"U1","resource":"R1","unit":"x-uni","was":\#(TestLedger.facts(8, 11)),"reason":"r"}"#, "was.end",
      try TestLedger.instant(TestLedger.time(11)).description, try TestLedger.instant(TestLedger.time(12)).description)
    try expect(
      "satisfaction.rated", #"{"usage":"U1","unit":"x-other","user":"u1","score":5}"#, "unit", "x-other", "x-uni")
  }

  @Test func `the owner is the one at that time`() throws {
    let ledger = try TestLedger.world()
    try ledger.addParty("x-new")
    try ledger.add("resource.transferred", #"{"resource":"R1","from":"x-uni","to":"x-new"}"#, at: "2024-06-01")
    try ledger.add("resource.registered", #"{"resource":"R1","unit":"x-uni"}"#, at: "2024-05-31")
    try ledger.add("resource.registered", #"{"resource":"R1","unit":"x-new"}"#, at: "2024-06-01")
    #expect(
      try ledger.refusal("resource.registered", #"{"resource":"R1","unit":"x-uni"}"#, at: "2024-06-02")
        == .copyDiffers(field: "unit", given: "x-uni", recorded: "x-new"))
  }

  @Test func `a role the actor does not hold, once there are roles`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("policy.published", TestLedger.policy("P0", ""), actor: "x-nobody")
    try ledger.add(
      "role.granted",
      #"{"party":"x-org","role":"office","document":"d","from":"2024-01-01","to":"2024-12-31"}"#, actor: "x-anyone")
    let refusal = Refusal.roleNotHeld(
      actor: try Identifier("x-anyone"), needed: [.committee, .office], at: try TestLedger.instant("2024-01-31"))
    #expect(try ledger.refusal("policy.published", TestLedger.policy("P1", ""), actor: "x-anyone") == refusal)
    try ledger.add("policy.published", TestLedger.policy("P1", ""), at: "2024-12-31T23:00:00+08:00", actor: "x-org")
    #expect(
      try ledger.refusal("policy.published", TestLedger.policy("P2", ""), at: "2025-01-01", actor: "x-org")
        == .roleNotHeld(
          actor: Identifier("x-org"), needed: [.committee, .office], at: TestLedger.instant("2025-01-01")))
    try ledger.add(
      "role.revoked", #"{"party":"x-org","role":"office","document":"d","from":"2024-03-01"}"#, actor: "x-org")
    #expect(
      try ledger.refusal("policy.published", TestLedger.policy("P2", ""), at: "2024-03-01", actor: "x-org")
        == .roleNotHeld(
          actor: Identifier("x-org"), needed: [.committee, .office], at: TestLedger.instant("2024-03-01")))
    try ledger.add("policy.published", TestLedger.policy("P2", ""), at: "2024-02-29", actor: "x-org")
  }

  @Test func `a first grant that was taken back counts for nothing`() throws {
    let ledger = try TestLedger.world()
    try ledger.add(
      "role.granted", #"{"party":"u1","role":"expert","document":"d","from":"2024-01-01"}"#, id: "grant")
    #expect(try ledger.refusal("policy.published", TestLedger.policy("P", "")) != nil)
    try ledger.retract("grant")
    try ledger.add("policy.published", TestLedger.policy("P", ""))
  }
}

extension TestLedger {
  static func opinion(_ subject: String) -> String {
    #"{"subject":"\#(subject)","opinionHash":"\#(String(repeating: "a", count: 64))"}"#
  }
}
