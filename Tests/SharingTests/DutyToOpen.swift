import EventModel
import Sharing
import Testing

@Suite struct `The duty to report and open` {
  @Test(arguments: [
    ("2024-01-01", "2024-01-31"), ("2024-01-31", "2024-03-01"), ("2023-01-31", "2023-03-02"),
    ("2024-09-01", "2024-10-01"),
  ])
  func `falls due thirty days after acceptance, the first day not counted`(accepted: String, due: String) throws {
    let ledger = try TestLedger.world()
    try ledger.addResource("R2", acceptedOn: accepted)
    let inTime = try ledger.entry("R2", due)
    #expect(inTime.dueOn?.description == due)
    #expect(inTime.daysLate == 0)
    #expect(!inTime.isOverdue)
    let late = try ledger.entry("R2", try Day(iso: due).advanced(by: 1).description)
    #expect(late.daysLate == 1)
    #expect(late.isOverdue)
  }

  @Test func `begins at 200,000.00 yuan for equipment, at nothing for other kinds`() throws {
    let ledger = try TestLedger.world()
    try ledger.addResource("below", value: 19_999_999)
    try ledger.addResource("at", value: 20_000_000)
    try ledger.addResource("data", value: 1, kind: "scientificData")
    #expect(try !ledger.entry("below", "2025-01-01").isInScope)
    #expect(try ledger.entry("at", "2025-01-01").mustOpen)
    #expect(try ledger.entry("data", "2025-01-01").mustOpen)
    #expect(try ledger.entry("below", "2025-01-01").dueOn == nil)
  }

  @Test func `follows from any fiscal money, and from no other`() throws {
    let ledger = try TestLedger.world()
    let mixed = TestLedger.resource("mixed", value: 30_000_000)
      .replacing(
        #"[{"source":"local","amount":30000000}]"#,
        with: #"[{"source":"own","amount":29900000},{"source":"local","amount":100000}]"#)
    try ledger.add("resource.acquired", mixed)
    for source in ["central", "local", "own", "international", "other"] {
      try ledger.addResource(source, funding: source)
    }
    let must = try ledger.catalogue("2025-01-01").entries.filter(\.mustOpen).map(\.resource.text)
    #expect(must == ["R1", "central", "local", "mixed"])
    try ledger.add("resource.enrolledVoluntarily", #"{"resource":"own"}"#)
    let own = try ledger.entry("own", "2025-01-01")
    #expect(own.isEnrolledVoluntarily && !own.mustOpen)
  }

  @Test func `is met when the resource is both reported and open to others: day 20 and 45 are 15 late`() throws {
    let ledger = try TestLedger.world()
    try ledger.addResource("R2", acceptedOn: "2024-04-01")
    try ledger.add("resource.registered", #"{"resource":"R2","unit":"x-uni"}"#, at: "2024-04-21")
    try ledger.add("resource.opened", #"{"resource":"R2","mode":"internal"}"#, at: "2024-04-22")
    try ledger.add("resource.opened", #"{"resource":"R2","mode":"external","weeklyHours":144000}"#, at: "2024-05-16")
    let before = try ledger.entry("R2", "2024-05-15")
    #expect(before.daysLate == 14 && before.isOverdue && before.openedOn == nil && before.mode == .internal)
    let after = try ledger.entry("R2", "2025-01-01")
    #expect(after.daysLate == 15 && !after.isOverdue)
    #expect(after.openedOn?.description == "2024-05-16" && after.registeredOn?.description == "2024-04-21")
    #expect(after.weeklyHours?.value == 144_000)
    try ledger.add("resource.closed", #"{"resource":"R2"}"#, at: "2025-01-01")
    let closed = try ledger.entry("R2", "2025-02-01")
    #expect(closed.daysLate == 15 && closed.mode == SharingMode.none && closed.openedOn != nil)
  }

  @Test func `starts anew when a revaluation brings the resource into scope`() throws {
    let ledger = try TestLedger.world()
    try ledger.addResource("R2", value: 18_000_000, acceptedOn: "2020-01-01")
    try ledger.add("resource.revalued", #"{"resource":"R2","originalValue":21000000,"reason":"r"}"#, at: "2024-09-01")
    #expect(try !ledger.entry("R2", "2024-08-31").mustOpen)
    #expect(try ledger.entry("R2", "2024-09-01").dueOn?.description == "2024-10-01")
    try ledger.add("resource.revalued", #"{"resource":"R2","originalValue":30000000,"reason":"r"}"#, at: "2024-09-15")
    #expect(try ledger.entry("R2", "2024-09-20").dueOn?.description == "2024-10-01")
  }

  @Test func `starts on the day from which fiscal money is in it, however that became known`() throws {
    func corrected(from time: String) throws -> CatalogueEntry {
      let ledger = try TestLedger.world()
      try ledger.addResource("R2", funding: "own", acceptedOn: "2024-02-01", at: "2024-02-01T09:00:00+08:00")
      try ledger.add(
        "resource.fundingCorrected",
        #"{"resource":"R2","funding":[{"source":"local","amount":30000000}],"reason":"r"}"#, at: time)
      return try ledger.entry("R2", "2024-12-31")
    }
    #expect(try corrected(from: "2024-09-01").dueOn?.description == "2024-10-01")
    // From the beginning: earlier on the day than the acquisition.
    let always = try corrected(from: "2024-02-01T00:00:00+08:00")
    #expect(always.mustOpen && always.dueOn?.description == "2024-03-02")
  }

  @Test func `rests while exempted and starts anew after`() throws {
    let ledger = try TestLedger.world()
    try ledger.add(
      "resource.exempted", #"{"resource":"R1","ground":"classified","document":"d","approvedBy":"x-org"}"#,
      at: "2024-02-01")
    let exempted = try ledger.entry("R1", "2024-03-01")
    #expect(exempted.isInScope && !exempted.mustOpen && exempted.exemption == .classified && exempted.dueOn == nil)
    try ledger.add("exemption.ended", #"{"resource":"R1"}"#, at: "2024-09-01")
    #expect(try ledger.entry("R1", "2024-09-01").dueOn?.description == "2024-10-01")
    try ledger.add(
      "resource.exempted",
      #"{"resource":"R1","ground":"specialRule","document":"d","approvedBy":"x-org","to":"2024-11-30"}"#,
      at: "2024-11-01")
    #expect(try ledger.entry("R1", "2024-11-30").exemption == .specialRule)
    let lapsed = try ledger.entry("R1", "2024-12-01")
    #expect(lapsed.exemption == nil && lapsed.dueOn?.description == "2024-12-31")
  }

  @Test func `has no deadline for what was accepted before the regulation`() throws {
    let ledger = try TestLedger.world()
    try ledger.addResource("old", acceptedOn: "2016-10-28")
    try ledger.addResource("new", acceptedOn: "2016-10-29")
    #expect(try ledger.entry("old", "2025-01-01").mustOpen)
    #expect(try ledger.entry("old", "2025-01-01").dueOn == nil)
    #expect(try ledger.entry("new", "2025-01-01").dueOn?.description == "2016-11-28")
  }

  @Test func `takes its numbers from the policy in force`() throws {
    let ledger = try TestLedger.world()
    try ledger.addResource("R2", value: 30_000_000, acceptedOn: "2025-01-15")
    let parameters = #"{"name":"equipmentThresholdFen","value":40000000},{"name":"registrationDays","value":10}"#
    try ledger.add("policy.published", TestLedger.policy("P", parameters, from: "2025-02-01"), at: "2024-12-01")
    #expect(try ledger.entry("R2", "2025-01-31").dueOn?.description == "2025-02-14")
    #expect(try !ledger.entry("R2", "2025-02-01").isInScope)
    try ledger.add(
      "policy.published",
      TestLedger.policy("Q", #"{"name":"equipmentThresholdFen","value":20000000}"#, from: "2025-03-01"),
      at: "2025-02-15")
    #expect(try ledger.entry("R2", "2025-03-01").dueOn?.description == "2025-03-11")
    #expect(try !ledger.entry("R2", "2025-02-28").isInScope)
  }

  @Test func `knows the customs state of a day`() throws {
    let ledger = try TestLedger.world()
    #expect(try ledger.entry("R1", "2024-03-01").customs == .none)
    try ledger.add(
      "customs.supervisionDeclared",
      #"{"resource":"R1","declarationNo":"D1","itemNo":"1","releasedOn":"2024-02-29","hsCode":"9027"}"#,
      at: "2024-03-01")
    let until = try Day(iso: "2027-02-28")
    #expect(try ledger.entry("R1", "2024-03-01").customs == .supervised(until: until))
    try ledger.add("customs.consentRecorded", #"{"resource":"R1","noticeNo":"1","scope":"渝"}"#, at: "2024-05-01")
    #expect(try ledger.entry("R1", "2027-02-28").customs == .consented(scope: Text("渝"), until: until))
    #expect(try ledger.entry("R1", "2027-03-01").customs == .released(on: until))
    try ledger.add("customs.released", #"{"resource":"R1"}"#, at: "2025-01-01")
    #expect(try ledger.entry("R1", "2025-01-01").customs == .released(on: Day(iso: "2025-01-01")))
  }
}
