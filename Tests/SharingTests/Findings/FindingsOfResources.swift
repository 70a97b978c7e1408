import EventModel
import Sharing
import Testing

@Suite struct `Findings about resources` {
  @Test func `not registered: from the day after the deadline, not on it`() throws {
    let ledger = try TestLedger.world()
    #expect(try ledger.findings(.notRegistered, "2024-03-01").isEmpty)
    let found = try ledger.findings(.notRegistered, "2024-03-02")
    #expect(found.map(\.span) == ["2024-03-02…"])
    #expect(found[0].party.text == "x-uni" && found[0].subjects.map(\.description) == ["resource:R1"])
    #expect(found[0].measured == 31 && found[0].threshold == 30 && found[0].policy == nil)
    #expect(found[0].evidence == [Position(5)])
    #expect(try ledger.findings(.notRegistered, "2024-03-02", known: Position(4)).isEmpty)
  }

  @Test func `not registered: an instrument below 200,000.00 yuan, private money and data without value`() throws {
    let ledger = try TestLedger.world()
    try ledger.addResource("below", value: 19_999_999)
    try ledger.addResource("at", value: 20_000_000)
    try ledger.addResource("own", funding: "own")
    try ledger.addResource("data", value: 1, kind: "scientificData")
    let found = try ledger.findings(.notRegistered, "2024-06-01")
    #expect(found.flatMap(\.subjects).map(\.id.text) == ["R1", "at", "data"])
  }

  @Test func `registered late: cured on the day it was both reported and open`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("resource.registered", #"{"resource":"R1","unit":"x-uni"}"#, at: "2024-02-20")
    try ledger.add("resource.opened", #"{"resource":"R1","mode":"external"}"#, at: "2024-03-16")
    #expect(try ledger.findings(.notRegistered, "2024-03-15").map(\.span) == ["2024-03-02…"])
    #expect(try ledger.findings(.registeredLate, "2024-03-15").isEmpty)
    let found = try ledger.findings(.registeredLate, "2024-03-16")
    #expect(found.map(\.span) == ["2024-03-02…2024-03-16"])
    #expect(found[0].measured == 45 && found[0].threshold == 30)
    #expect(try ledger.findings(.notRegistered, "2024-03-16").isEmpty)
  }

  @Test func `registered late: in time is on the last day`() throws {
    let ledger = try TestLedger.world()
    try ledger.open(on: "2024-03-01")
    #expect(try ledger.findings(.registeredLate, "2025-01-01").isEmpty)
    #expect(try ledger.findings(.notRegistered, "2025-01-01").isEmpty)
  }

  @Test func `registered late: by the policy in force when the clock started, named with its event`() throws {
    let ledger = try TestLedger.world()
    let policy = try ledger.setPolicy("registrationDays", 10)
    try ledger.open(on: "2024-02-11")
    let found = try ledger.findings(.registeredLate, "2025-01-01")
    #expect(found.map(\.span) == ["2024-02-11…2024-02-11"] && found[0].threshold == 10 && found[0].measured == 11)
    #expect(found[0].policy?.text == "set-registrationDays" && found[0].evidence.contains(policy))
  }

  @Test func `not open to outside: each time it was closed or open inside only, once reported`() throws {
    let ledger = try TestLedger.world()
    try ledger.open(on: "2024-02-10", mode: "internal")
    #expect(try ledger.findings(.notOpenToOutside, "2024-02-09").isEmpty)
    #expect(try ledger.findings(.notOpenToOutside, "2024-02-10").map(\.span) == ["2024-02-10…"])
    try ledger.add("resource.opened", #"{"resource":"R1","mode":"external"}"#, at: "2024-02-20")
    try ledger.add("resource.closed", #"{"resource":"R1"}"#, at: "2024-05-01")
    let spans = ["2024-02-10…2024-02-20", "2024-05-01…"]
    #expect(try ledger.findings(.notOpenToOutside, "2024-06-01").map(\.span) == spans)
  }

  @Test func `not open to outside: nothing while exempted, or while nobody said`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("resource.registered", #"{"resource":"R1","unit":"x-uni"}"#, at: "2024-02-10")
    #expect(try ledger.findings(.notOpenToOutside, "2024-06-01").isEmpty)
    try ledger.add("resource.closed", #"{"resource":"R1"}"#, at: "2024-05-01")
    try ledger.add(
      "resource.exempted", #"{"resource":"R1","ground":"classified","document":"d","approvedBy":"x-org"}"#,
      at: "2024-05-01")
    #expect(try ledger.findings(.notOpenToOutside, "2024-06-01").isEmpty)
  }

  @Test func `exemption without approval: unless an authority, or a party with the role, approved`() throws {
    let ledger = try TestLedger.world()
    try ledger.addParty("x-bureau", kind: "authority")
    for (resource, approver) in [("A", "x-uni"), ("B", "x-bureau")] {
      try ledger.addResource(resource)
      try ledger.add(
        "resource.exempted",
        #"{"resource":"\#(resource)","ground":"classified","document":"d","approvedBy":"\#(approver)"}"#,
        at: "2024-02-05")
    }
    let found = try ledger.findings(.exemptionMissingApproval, "2024-06-01")
    #expect(found.map(\.span) == ["2024-02-05…"])
    #expect(found[0].subjects.map(\.description) == ["resource:A", "party:x-uni"])
    try ledger.add("exemption.ended", #"{"resource":"A"}"#, at: "2024-04-01")
    #expect(try ledger.findings(.exemptionMissingApproval, "2024-06-01").map(\.span) == ["2024-02-05…2024-04-01"])
  }

  @Test func `no rules: from the unit's first deadline until it publishes them`() throws {
    let ledger = try TestLedger.world()
    let hash = String(repeating: "0", count: 64)
    #expect(try ledger.findings(.noRules, "2024-03-01").isEmpty)
    #expect(try ledger.findings(.noRules, "2024-03-02").map(\.span) == ["2024-03-02…"])
    let rules = try ledger.add(
      "unit.rulesPublished", #"{"unit":"x-uni","documentHash":"\#(hash)"}"#, at: "2024-05-01")
    let cured = try ledger.findings(.noRules, "2024-06-01")
    #expect(cured.map(\.span) == ["2024-03-02…2024-05-01"] && cured[0].evidence == [Position(5), rules])
    try ledger.add("unit.rulesPublished", #"{"unit":"x-uni","documentHash":"\#(hash)"}"#, at: "2024-03-02")
    #expect(try ledger.findings(.noRules, "2024-06-01").isEmpty)
  }

  @Test func `no disclosure: by year and day once a policy says when, before it only whether`() throws {
    let ledger = try TestLedger(now: "2027-01-01T00:00:00+08:00")
    try ledger.addParty("x-uni")
    try ledger.addResource(acceptedOn: "2024-01-31")
    #expect(try ledger.findings(.noDisclosure, "2024-03-02").map(\.span) == ["2024-03-02…"])
    try ledger.setPolicy("disclosureDays", 90)
    #expect(try ledger.findings(.noDisclosure, "2025-03-31").isEmpty)
    #expect(try ledger.findings(.noDisclosure, "2025-04-01").map(\.span) == ["2025-04-01…"])
    let hash = String(repeating: "0", count: 64)
    for (year, day) in [("2024", "2025-05-01"), ("2025", "2026-03-31")] {
      try ledger.add(
        "disclosure.published",
        #"{"unit":"x-uni","period":{"from":"\#(year)-01-01","to":"\#(year)-12-31"},"contentHash":"\#(hash)"}"#, at: day)
    }
    let found = try ledger.findings(.noDisclosure, "2026-12-31")
    #expect(found.map(\.span) == ["2025-04-01…2025-05-01"] && found[0].measured == 121 && found[0].threshold == 90)
  }

  @Test func `use under customs supervision: by outsiders, without consent`() throws {
    let ledger = try TestLedger.world()
    let declared = try ledger.add(
      "customs.supervisionDeclared",
      #"{"resource":"R1","declarationNo":"D","itemNo":"1","releasedOn":"2024-02-01","hsCode":"9027"}"#,
      at: "2024-02-01")
    #expect(try ledger.findings(.customsUseWithoutConsent, "2024-06-01").isEmpty)
    let inside = TestLedger.usage("U0", 6, 7).replacing(#""side":"external""#, with: #""side":"internal""#)
    try ledger.add("usage.recorded", inside, at: "2024-05-06T07:00:00+08:00")
    #expect(try ledger.findings(.customsUseWithoutConsent, "2024-06-01").isEmpty)
    let used = try ledger.add("usage.recorded", TestLedger.usage(), at: "2024-05-06T12:00:00+08:00", id: "used")
    let found = try ledger.findings(.customsUseWithoutConsent, "2024-06-01")
    #expect(found.map(\.span) == ["2024-05-06…"] && found[0].measured == 1 && found[0].evidence == [declared, used])
    try ledger.add("customs.consentRecorded", #"{"resource":"R1","noticeNo":"1","scope":"渝"}"#, at: "2024-05-20")
    #expect(try ledger.findings(.customsUseWithoutConsent, "2024-06-01").map(\.span) == ["2024-05-06…2024-05-20"])
    try ledger.add("usage.recorded", TestLedger.usage("U2", 18, 19), at: "2024-05-21")
    #expect(try ledger.findings(.customsUseWithoutConsent, "2024-06-01")[0].measured == 2)
  }

  @Test func `low use: of what was open all year, from a policy on, until a year with enough`() throws {
    let ledger = try TestLedger(now: "2027-01-01T00:00:00+08:00")
    try ledger.addParty("x-uni")
    try ledger.addParty("u1", kind: "user")
    try ledger.addResource(acceptedOn: "2022-12-01")
    try ledger.open(on: "2022-12-20")
    func use(_ id: String, _ day: String, hours: Int) throws {
      try ledger.add(
        "usage.recorded",
        """
        {"usage":"\(id)","resource":"R1","unit":"x-uni","user":"u1","side":"external","purpose":"research",\
        "mode":"onSite","start":"\(day)T00:00:00+08:00","end":"\(day)T\(hours):00:00+08:00",\
        "days":[{"day":"\(day)","seconds":\(hours * 3_600)}]}
        """, at: "\(day)T23:00:00+08:00")
    }
    try use("U1", "2023-05-01", hours: 10)
    try use("U2", "2024-05-01", hours: 11)
    #expect(try ledger.findings(.lowUse, "2024-12-31").isEmpty)
    try ledger.setPolicy("lowUseSeconds", 11 * 3_600)
    #expect(try ledger.findings(.lowUse, "2023-12-31").isEmpty)
    let found = try ledger.findings(.lowUse, "2024-01-01")
    #expect(found.map(\.span) == ["2024-01-01…"] && found[0].measured == 36_000 && found[0].threshold == 39_600)
    #expect(found[0].accounts.map(\.text) == ["hours:x-uni:R1"])
    #expect(try ledger.findings(.lowUse, "2025-01-01").map(\.span) == ["2024-01-01…2025-01-01"])
    try ledger.add("resource.closed", #"{"resource":"R1"}"#, at: "2025-06-01")
    #expect(try ledger.findings(.lowUse, "2026-01-01").count == 1)
  }
}
