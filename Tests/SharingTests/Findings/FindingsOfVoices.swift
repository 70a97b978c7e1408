import EventLog
import EventModel
import Sharing
import Testing

@Suite struct `Findings about what users and authors say, vouchers and records` {
  @Test func `missing acknowledgement: as reported, until verified otherwise, for each unit`() throws {
    let ledger = try TestLedger.world()
    func outcome(_ id: String, _ acknowledged: String) -> String {
      #"{"outcome":"\#(id)","units":["x-uni","x-org"],"resources":["R1"],"kind":"paper","acknowledged":"\#(acknowledged)"}"#
    }
    func verified(_ id: String, _ acknowledged: String) -> String {
      #"{"outcome":"\#(id)","units":["x-uni","x-org"],"acknowledged":"\#(acknowledged)","verifiedBy":"x-org"}"#
    }
    try ledger.add("outcome.reported", outcome("A", "no"), at: "2024-05-01")
    try ledger.add("outcome.reported", outcome("B", "unknown"), at: "2024-05-01")
    try ledger.add("outcome.reported", outcome("C", "yes"), at: "2024-05-01")
    let found = try ledger.findings(.missingAcknowledgement, "2024-05-31")
    #expect(found.map(\.party.text) == ["x-org", "x-uni"] && found.allSatisfy { $0.span == "2024-05-01…" })
    #expect(found[0].subjects.map(\.description) == ["outcome:A", "resource:R1"])
    try ledger.add("acknowledgement.verified", verified("A", "yes"), at: "2024-06-01")
    try ledger.add("acknowledgement.verified", verified("B", "no"), at: "2024-06-02")
    try ledger.add("acknowledgement.verified", verified("C", "yes"), at: "2024-06-02")
    let spans = ["2024-05-01…2024-06-01", "2024-06-02…"]
    #expect(try ledger.findings(.missingAcknowledgement, "2024-06-30").prefix(2).map(\.span) == spans)
    #expect(try ledger.findings(.missingAcknowledgement, "2024-04-30").isEmpty)
  }

  @Test func `open complaints: resolved on the last day is in time`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("complaint.filed", #"{"complaint":"Q1","unit":"x-uni","text":"t"}"#, at: "2024-05-01")
    #expect(try ledger.findings(.openComplaints, "2024-12-31").isEmpty)
    try ledger.setPolicy("complaintDays", 15)
    #expect(try ledger.findings(.openComplaints, "2024-05-16").isEmpty)
    #expect(try ledger.findings(.openComplaints, "2024-05-17").map(\.span) == ["2024-05-17…"])
    let resolved = #"{"complaint":"Q1","unit":"x-uni","resolution":"r"}"#
    try ledger.add("complaint.resolved", resolved, at: "2024-05-20")
    let found = try ledger.findings(.openComplaints, "2024-06-01")
    #expect(found.map(\.span) == ["2024-05-17…2024-05-20"] && found[0].measured == 19 && found[0].threshold == 15)
    try ledger.add("complaint.filed", #"{"complaint":"Q2","unit":"x-uni","text":"t"}"#, at: "2024-05-01")
    try ledger.add("complaint.resolved", resolved.replacing("Q1", with: "Q2"), at: "2024-05-16")
    #expect(try ledger.findings(.openComplaints, "2024-06-01").count == 1)
  }

  @Test func `low satisfaction: at the least mean is enough; a later year cures`() throws {
    let ledger = try TestLedger.usedWorld()
    func rate(_ score: Int, _ day: String) throws {
      try ledger.add(
        "satisfaction.rated", #"{"usage":"U1","unit":"x-uni","user":"u1","score":\#(score)}"#, at: day)
    }
    try rate(3, "2024-06-01")
    try rate(4, "2024-06-02")
    try ledger.setPolicy("satisfactionMin", 350)
    #expect(try ledger.findings(.lowSatisfaction, "2025-01-01").isEmpty)
    try rate(3, "2024-06-03")
    #expect(try ledger.findings(.lowSatisfaction, "2024-12-31").isEmpty)
    let found = try ledger.findings(.lowSatisfaction, "2025-01-01")
    #expect(found.map(\.span) == ["2025-01-01…"] && found[0].measured == 333 && found[0].threshold == 350)
  }

  @Test func `voucher refused, and redemption overdue by a day`() throws {
    let ledger = try TestLedger.voucherWorld()
    #expect(try ledger.findings(.voucherRefused, "2024-12-31").isEmpty)
    let refused = try ledger.add(
      "voucher.refused", TestLedger.voucherStep(#""unit":"x-uni","reason":"r""#), at: "2024-04-01")
    let found = try ledger.findings(.voucherRefused, "2024-12-31")
    #expect(found.map(\.span) == ["2024-04-01…"] && found[0].evidence == [refused] && found[0].party.text == "x-uni")
    try ledger.addChargeOfUser()
    try ledger.deduct("D1", 50_000)
    try ledger.add("redemption.claimed", TestLedger.claim("K", ["D1"], 50_000), at: "2024-07-01")
    #expect(try ledger.findings(.redemptionOverdue, "2024-12-31").isEmpty)
    try ledger.setPolicy("redemptionDays", 30)
    #expect(try ledger.findings(.redemptionOverdue, "2024-07-31").isEmpty)
    let overdue = try ledger.findings(.redemptionOverdue, "2024-08-01")
    #expect(overdue.map(\.span) == ["2024-08-01…"] && overdue[0].party.text == "x-office")
    try ledger.add(
      "redemption.paid", TestLedger.answer("K", ["D1"], #""amount":50000"#), at: "2024-08-15")
    #expect(try ledger.findings(.redemptionOverdue, "2024-12-31").map(\.span) == ["2024-08-01…2024-08-15"])
  }

  @Test func `recorded late: more than the days a policy allows, a finding for each party and year`() throws {
    let ledger = try TestLedger(now: "2024-06-01T00:00:00+08:00")
    try ledger.addParty("x-uni", at: "2024-05-31")
    try ledger.addParty("u1", kind: "user", at: "2024-05-29")
    let late = try ledger.addParty("x-u2", at: "2024-05-28T23:59:59+08:00")
    try ledger.addParty("x-u3", at: "2023-12-31")
    #expect(try ledger.findings(.recordedLate, "2024-12-31").isEmpty)
    try ledger.setPolicy("recordedLateDays", 3)
    let found = try ledger.findings(.recordedLate, "2024-12-31")
    // The policy itself was recorded years after it became true.
    #expect(found.map(\.span) == ["2020-01-01…", "2023-12-31…", "2024-05-28…"])
    #expect(found[2].evidence == [late] && found[2].measured == 4 && found[2].threshold == 3)
  }
}
