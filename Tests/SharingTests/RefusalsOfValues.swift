import EventModel
import Testing

@Suite struct `Refused for a value` {
  @Test func `valid time before 1990 in Beijing`() throws {
    let ledger = try TestLedger()
    let earliest = try TestLedger.instant("1990-01-01")
    let party = #"{"party":"x-a","kind":"unit"}"#
    let tooEarly = "1989-12-31T23:59:59.999999+08:00"
    #expect(
      try ledger.refusal("party.registered", party, at: tooEarly)
        == .validTimeTooEarly(validTime: TestLedger.instant(tooEarly), earliest: earliest))
    try ledger.add("party.registered", party, at: "1990-01-01")
  }

  @Test func `valid time more than 24 hours ahead of recording`() throws {
    let ledger = try TestLedger(now: "2025-06-01T00:00:00+08:00")
    let party = #"{"party":"x-a","kind":"unit"}"#
    let time = "2025-06-02T00:00:00.000001+08:00"
    #expect(
      try ledger.refusal("party.registered", party, at: time)
        == .validTimeInFuture(
          validTime: TestLedger.instant(time), recordedTime: TestLedger.instant("2025-06-01")))
    try ledger.add("party.registered", party, at: "2025-06-02")
  }

  @Test func `but bookings, policies and roles may lie in the future`() throws {
    let ledger = try TestLedger.world()
    try ledger.addApproved("B1", 8, 10, on: "2026-01-01")
    try ledger.add(
      "policy.published",
      #"{"policy":"P","document":"d","issuedOn":"2024-01-01","effectiveFrom":"2026-01-01","parameters":[]}"#,
      at: "2026-01-01")
    try ledger.add(
      "role.granted", #"{"party":"x-org","role":"office","document":"d","from":"2026-01-01"}"#, at: "2026-01-01")
  }

  @Test func `an id that is no unified social credit code`() throws {
    let ledger = try TestLedger.world()
    let id = try Identifier("12100000400000624C")
    for kind in ["unit", "organisation", "authority"] {
      #expect(
        try ledger.refusal("party.registered", #"{"party":"\#(id)","kind":"\#(kind)"}"#) == .notAUnitCode(id))
    }
    #expect(
      try ledger.refusal("party.updated", #"{"party":"u1","kind":"unit"}"#) == .notAUnitCode(Identifier("u1")))
    try ledger.addParty("12100000400000624D")
  }

  @Test func `negative amounts, weeks too long, parameters out of bounds`() throws {
    let ledger = try TestLedger.world()
    let max = Fen.range.upperBound
    #expect(
      try ledger.refusal("resource.acquired", TestLedger.resource("R2", value: -1))
        == .outOfRange(field: "originalValue", value: -1, min: 0, max: max))
    let funding = TestLedger.resource("R2").replacing(#""amount":50000000"#, with: #""amount":-5"#)
    #expect(
      try ledger.refusal("resource.acquired", funding)
        == .outOfRange(field: "funding[0].amount", value: -5, min: 0, max: max))
    #expect(
      try ledger.refusal("resource.revalued", #"{"resource":"R1","originalValue":-1,"reason":"r"}"#)
        == .outOfRange(field: "originalValue", value: -1, min: 0, max: max))
    #expect(
      try ledger.refusal("resource.opened", #"{"resource":"R1","mode":"external","weeklyHours":604801}"#)
        == .outOfRange(field: "weeklyHours", value: 604_801, min: 0, max: 604_800))
    try ledger.add("resource.opened", #"{"resource":"R1","mode":"external","weeklyHours":604800}"#)
    #expect(
      try ledger.refusal("policy.published", TestLedger.policy("P", #"{"name":"registrationDays","value":-1}"#))
        == .outOfRange(field: "parameters.registrationDays", value: -1, min: 0, max: 3_660))
    #expect(
      try ledger.refusal("indicatorSet.published", TestLedger.indicators(#"{"id":"i","weight":1,"target":0,"cap":1}"#))
        == .outOfRange(field: "i.target", value: 0, min: 1, max: max))
  }

  @Test func `the same thing named twice in a list`() throws {
    let ledger = try TestLedger.world()
    let attributes = #","attributes":[{"name":"a","value":"1"},{"name":"a","value":"2"}]"#
    #expect(
      try ledger.refusal("resource.acquired", TestLedger.resource("R2", extra: attributes))
        == .namedTwice(field: "attributes", value: "a"))
    let changes = #"[{"field":"model","value":"a"},{"field":"model","value":null}]"#
    #expect(
      try ledger.refusal("resource.updated", #"{"resource":"R1","changes":\#(changes)}"#)
        == .namedTwice(field: "changes", value: "model"))
    let parameter = #"{"name":"n","value":1}"#
    #expect(
      try ledger.refusal("policy.published", TestLedger.policy("P", "\(parameter),\(parameter)"))
        == .namedTwice(field: "parameters", value: "n"))
    #expect(
      try ledger.refusal("party.merged", #"{"from":"x-uni","into":"x-uni"}"#)
        == .namedTwice(field: "into", value: "x-uni"))
    #expect(
      try ledger.refusal("resource.transferred", #"{"resource":"R1","from":"x-uni","to":"x-uni"}"#)
        == .namedTwice(field: "to", value: "x-uni"))
  }

  @Test func `a list that must name something`() throws {
    let ledger = try TestLedger.world()
    #expect(
      try ledger.refusal("resource.updated", #"{"resource":"R1","changes":[]}"#) == .emptyList(field: "changes"))
    #expect(
      try ledger.refusal("indicatorSet.published", TestLedger.indicators("")) == .emptyList(field: "indicators"))
    let outcome = #"{"outcome":"O","units":[],"resources":["R1"],"kind":"paper","acknowledged":"yes"}"#
    #expect(try ledger.refusal("outcome.reported", outcome) == .emptyList(field: "units"))
  }

  @Test func `a last day before the first`() throws {
    let ledger = try TestLedger.world()
    let refusal = Refusal.lastDayBeforeFirst(from: try Day(iso: "2024-02-01"), to: try Day(iso: "2024-01-31"))
    let days = #""from":"2024-02-01","to":"2024-01-31""#
    #expect(
      try ledger.refusal("role.granted", #"{"party":"x-uni","role":"office","document":"d",\#(days)}"#) == refusal)
    #expect(
      try ledger.refusal(
        "lease.recorded", #"{"lease":"L","lessor":"x-uni","lessee":"x-org","resources":["R1"],\#(days)}"#) == refusal)
    #expect(
      try ledger.refusal(
        "resource.exempted",
        #"{"resource":"R1","ground":"classified","document":"d","approvedBy":"x-org","to":"2024-01-31"}"#,
        at: "2024-02-01") == refusal)
  }

  @Test func `a property that cannot have the value`() throws {
    let ledger = try TestLedger.world()
    func update(_ field: String, _ value: String) throws -> Refusal? {
      try ledger.refusal("resource.updated", #"{"resource":"R1","changes":[{"field":"\#(field)","value":\#(value)}]}"#)
    }
    #expect(try update("name", "null") == .illegalValue(field: "name", value: "null"))
    #expect(try update("classCode", #""a b""#) == .illegalValue(field: "classCode", value: #""a b""#))
  }

  @Test func `an event that changes nothing`() throws {
    let ledger = try TestLedger.world()
    #expect(try ledger.refusal("party.updated", #"{"party":"x-uni"}"#) == .changesNothing(.partyUpdated))
    try ledger.add("usage.recorded", TestLedger.usage(), at: "2024-05-06")
    let same = #"{"usage":"U1","resource":"R1","unit":"x-uni","was":\#(TestLedger.facts()),"now":\#(TestLedger.facts())}"#
    #expect(try ledger.refusal("usage.corrected", same, at: "2024-05-07") == .changesNothing(.usageCorrected))
  }
}

extension TestLedger {
  static func policy(_ id: String, _ parameters: String, from day: String = "2024-01-01") -> String {
    #"{"policy":"\#(id)","document":"d","issuedOn":"2024-01-01","effectiveFrom":"\#(day)","parameters":[\#(parameters)]}"#
  }

  static func indicators(_ list: String) -> String {
    #"{"set":"S","effectiveFrom":"2024-01-01","indicators":[\#(list)],"hourBase":1400}"#
  }
}
