import EventLog
import EventModel
import Sharing
import Testing

@Suite struct `A unit's file` {
  private func file(_ ledger: TestLedger, _ valid: String, _ party: String = "x-uni", known: Position? = nil) throws
    -> UnitFile
  {
    let (id, asOf) = (try Identifier(party), try ledger.asOf(valid, known: known))
    let findings = try ledger.findings(nil, valid, known: known)
    return try ledger.log.read { try UnitFile($0, of: id, findings: findings, asOf: asOf) }
  }

  @Test func `holds the party's findings, and what was confirmed stays when its evidence is corrected`() throws {
    let ledger = try TestLedger.world()
    try ledger.open(on: "2024-04-01")
    let late = try ledger.findings(.registeredLate, "2024-12-31")
    let evidence = late[0].evidence.map(\.description).joined(separator: ",")
    let confirmed = try ledger.add(
      "finding.confirmed",
      #"{"finding":"FN1","unit":"x-uni","rule":"registeredLate","evidence":[\#(evidence)]}"#, at: "2024-05-01")
    let before = try file(ledger, "2024-12-31")
    #expect(before.name?.string == "渝州大学" && before.findings.map(\.rule).contains(.registeredLate))
    #expect(before.confirmations.map(\.isStillFound) == [true] && before.confirmations[0].position == confirmed)
    #expect(try file(ledger, "2024-12-31", "x-org").findings.isEmpty)
    #expect(try file(ledger, "2024-04-30").confirmations.isEmpty)
    // The policy of the time gave more days, it turns out.
    try ledger.setPolicy("registrationDays", 90)
    let after = try file(ledger, "2024-12-31")
    #expect(after.confirmations.map(\.isStillFound) == [false] && after.confirmations[0].evidence == late[0].evidence)
  }

  @Test func `tells open, overdue, late, accepted and failed orders apart`() throws {
    let ledger = try TestLedger.world()
    for (id, due) in [("A", "2024-06-30"), ("B", "2024-06-30"), ("C", "2024-06-30")] {
      try ledger.add("rectification.ordered", TestLedger.rectification(id, due: due), at: "2024-05-01")
    }
    try ledger.add("rectification.accepted", #"{"rectification":"A","unit":"x-uni"}"#, at: "2024-07-02")
    try ledger.add("rectification.failed", #"{"rectification":"B","unit":"x-uni","reason":"r"}"#, at: "2024-06-30")
    #expect(try file(ledger, "2024-06-29").rectifications.map(\.state) == [.open, .open, .open])
    #expect(try file(ledger, "2024-06-30").rectifications.map(\.state) == [.open, .failed, .open])
    let found = try file(ledger, "2024-07-02").rectifications
    #expect(found.map(\.state) == [.accepted, .failed, .overdue] && found.map(\.isLate) == [true, false, true])
    #expect(found[0].endedOn?.description == "2024-07-02" && found[0].positions.count == 2)
  }

  @Test func `follows qualifications through suspension, its last day, restoration and revocation`() throws {
    let ledger = try TestLedger.world()
    func state(_ day: String) throws -> [QualificationCourse.State] {
      try file(ledger, day).qualifications.map(\.state)
    }
    try ledger.add(
      "qualification.suspended", TestLedger.qualification(more: #","until":"2024-08-31""#), at: "2024-06-01")
    #expect(try state("2024-05-31").isEmpty)
    #expect(try state("2024-08-31") == [.suspended(until: Day(iso: "2024-08-31"))])
    #expect(try state("2024-09-01") == [.held])
    try ledger.add("qualification.restored", TestLedger.qualification(), at: "2024-07-01")
    #expect(try state("2024-07-01") == [.held])
    try ledger.add("qualification.revoked", TestLedger.qualification(), at: "2024-10-01")
    let course = try file(ledger, "2024-12-31").qualifications[0]
    #expect(course.state == .revoked && course.qualification.text == "voucherService" && course.steps.count == 3)
  }

  @Test func `adds up clawbacks and subsidies: ordered, paid, left, overdue`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("subsidy.awarded", TestLedger.subsidy(1_000), at: "2024-05-01")
    try ledger.add("subsidy.paid", TestLedger.subsidy(600), at: "2024-06-01")
    try ledger.add("fraud.found", TestLedger.fraud(party: "x-uni"), at: "2024-07-01")
    let clawback = #"{"clawback":"CB1","party":"x-uni","fraud":"FR1","subsidy":"SB1","amount":600,"due":"2024-08-31"}"#
    try ledger.add("clawback.ordered", clawback, at: "2024-07-02")
    try ledger.add("clawback.received", #"{"clawback":"CB1","party":"x-uni","amount":250}"#, at: "2024-08-01")
    let found = try file(ledger, "2024-12-31")
    #expect(found.subsidies.map(\.left) == [400] && found.subsidies.map(\.isOverdue) == [false])
    #expect(found.clawbacks.map(\.ordered) == [600] && found.clawbacks.map(\.paid) == [250])
    #expect(found.clawbacks.map(\.left) == [350] && found.clawbacks.map(\.isOverdue) == [true])
    #expect(try file(ledger, "2024-08-31").clawbacks.map(\.isOverdue) == [false])
    #expect(found.entries.map(\.type) == [.fraudFound] && found.entries[0].about?.description == "fraud:FR1")
    #expect(try file(ledger, "2024-07-31").clawbacks.map(\.left) == [600])
  }

  @Test func `lists scores, grades, notices and credit entries`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("indicatorSet.published", TestLedger.indicatorSet(), at: "2024-01-01")
    try ledger.add("cycle.opened", TestLedger.cycle(), at: "2025-01-02")
    try ledger.add("score.frozen", TestLedger.score(), at: "2025-02-01")
    try ledger.add("grade.decided", #"{"unit":"x-uni","cycle":"AC1","grade":"good"}"#, at: "2025-03-01")
    try ledger.add(
      "notice.published",
      #"{"party":"x-uni","publishedAt":"https://example.test/n","contentHash":"\#(TestLedger.hash)"}"#, at: "2025-03-02"
    )
    try ledger.add("credit.recorded", #"{"party":"x-uni","entry":"e","until":"2026-03-01"}"#, at: "2025-03-03")
    let found = try file(ledger, "2025-05-31")
    #expect(found.assessments.map(\.points) == [9_000, nil] && found.assessments.map(\.grade) == [nil, .good])
    #expect(found.entries.map(\.type) == [.noticePublished, .creditRecorded])
    #expect(found.entries[1].until?.description == "2026-03-01")
  }
}
