import EventLog
import EventModel
import Sharing
import Testing

@Suite struct `An organisation's scorecard` {
  /// `x-org` serves `R2` of `x-uni` by agency in the second quarter.
  private static func world() throws -> TestLedger {
    let ledger = try TestLedger.world()
    try ledger.addResource("R2")
    try ledger.add(
      "agency.authorised",
      #"{"agency":"A","principal":"x-uni","agent":"x-org","resources":["R2"],"ownerShare":3000,"#
        + #""from":"2024-04-01","to":"2024-06-30"}"#, at: "2024-03-15")
    try ledger.addUse("U1", hours: 2)
    try ledger.addUse("U2", of: "R2", hours: 3, operator: "x-org")
    for (usage, score) in [("U1", 5), ("U2", 2)] {
      try ledger.add(
        "satisfaction.rated", #"{"usage":"\#(usage)","unit":"x-uni","user":"u1","score":\#(score)}"#, at: "2024-05-08")
    }
    try ledger.add(
      "charge.assessed",
      TestLedger.charge("C1", usage: "U1"), at: "2024-05-07")
    try ledger.add(
      "charge.assessed",
      TestLedger.charge("C2", usage: "U2", resource: "R2", more: #","operator":"x-org""#), at: "2024-05-07")
    try ledger.add("complaint.filed", #"{"complaint":"Q1","unit":"x-uni","usage":"U2","text":"t"}"#, at: "2024-05-08")
    return ledger
  }

  @Test func `counts what it delivered, and the owner's what it delivered itself`() throws {
    let ledger = try Self.world()
    let (org, own) = (try ledger.card("x-org", as: .organisation), try ledger.card("x-uni", as: .organisation))
    let unit = try ledger.card()
    for (measure, delivered, kept) in [
      (ScoreMeasure.externalSeconds, Int128(10_800), Int128(7_200)), (.services, 1, 1), (.income, 1_000, 1_000),
      (.ratingSum, 2, 5), (.ratingCount, 1, 1), (.complaints, 1, 0),
    ] {
      #expect(org.tally[measure] == delivered, "\(measure)")
      #expect(own.tally[measure] == kept, "\(measure)")
      #expect(unit.tally[measure] == delivered + kept, "an owner's card counts all: \(measure)")
    }
    #expect(try ledger.card("x-org").tally[.services] == 0)
    // The agency is over at the end of the year.
    #expect(org.tally[.inScope] == 0 && own.tally[.inScope] == 2)
    let may = try ledger.card("x-org", as: .organisation, at: "2024-05-31")
    #expect(may.tally[.inScope] == 1 && may.rounded(.externalHours) == 10_800)
    #expect(try ledger.card(at: "2024-05-31").tally[.inScope] == 2)
    #expect(try ledger.ranking(as: .organisation).rows.map(\.card.party.text) == ["x-org"])
    #expect(try ledger.ranking().rows.map(\.card.party.text) == ["x-uni"])
  }

  @Test func `follows corrections of a charge and of who served`() throws {
    let ledger = try Self.world()
    let from = try ledger.asOf("2024-12-31")
    let adjusted = try ledger.add(
      "charge.adjusted", TestLedger.change(TestLedger.line("labour", -300), -300, charge: "C2"), at: "2024-06-01")
    #expect(try ledger.card("x-org", as: .organisation).tally[.income] == 700)
    let was = try TestLedger.useFacts(from: "2024-05-06", seconds: 7_200)
    let now = try TestLedger.useFacts(from: "2024-05-06", seconds: 7_200, operator: "x-org")
    let corrected = try ledger.add(
      "usage.corrected",
      #"{"usage":"U1","resource":"R1","unit":"x-uni","was":\#(was),"now":\#(now)}"#, at: "2024-06-02")
    let org = try ledger.card("x-org", as: .organisation)
    #expect(org.tally[.externalSeconds] == 18_000 && org.tally[.services] == 2)
    #expect(org.tally[.ratingSum] == 2, "a rating stays with whom the usage named when it was recorded")
    let explanation = try ledger.explain(
      .serviceIncome, "x-org", as: .organisation, from: from, to: ledger.asOf("2024-12-31"))
    #expect(explanation.positions == [adjusted])
    let share = try ledger.explain(
      .complaintRate, "x-org", as: .organisation, from: from, to: ledger.asOf("2024-12-31"))
    #expect(share.positions == [corrected])
  }
}
