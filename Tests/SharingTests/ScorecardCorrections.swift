import EventLog
import EventModel
import Sharing
import Testing

/// What becomes known late changes the cards it must, on the days it must, and none that was known before.
@Suite struct `A late fact` {
  private static func world() throws -> TestLedger {
    let ledger = try TestLedger.chargedWorld()
    try ledger.add("resource.registered", #"{"resource":"R1","unit":"x-uni"}"#, at: "2024-02-20")
    try ledger.add("resource.opened", #"{"resource":"R1","mode":"external"}"#, at: "2024-02-20")
    try ledger.addResource("R2", funding: "own")
    try ledger.addParty("x-other")
    try ledger.addResource("R9", unit: "x-other")
    try ledger.publishSet([(.openRate, 5_000, 10_000, 5_000), (.externalHours, 5_000, 86_400, 6_000)])
    return ledger
  }

  /// Records something and says which cells of the card it changes; nothing known before may change.
  private static func changed(
    _ ledger: TestLedger, at day: String = "2024-12-31", by fact: () throws -> Void
  ) throws -> Set<ScoreIndicator> {
    let known = try ledger.log.head()
    let (before, other) = (try ledger.card(at: day), try ledger.card("x-other", at: day))
    try fact()
    #expect(try ledger.card(at: day, known: known) == before)
    #expect(try ledger.card("x-other", at: day).differences(to: other).isEmpty)
    return try ledger.card(at: day).differences(to: before)
  }

  @Test func `of a use counts on the days of use`() throws {
    let ledger = try Self.world()
    let hours: Set<ScoreIndicator> = [.effectiveHours, .externalHours, .utilisation]
    #expect(try Self.changed(ledger) { try ledger.addUse("U7", from: "2024-03-10", hours: 5) } == hours)
    #expect(try Self.changed(ledger, at: "2024-03-09") { try ledger.addUse("U8", from: "2024-03-10", hours: 5) } == [])
    #expect(try ledger.card(in: TestLedger.days("2024-03-01", "2024-03-31")).tally[.externalSeconds] == 36_000)
    #expect(try ledger.card(in: TestLedger.days("2024-04-01", "2024-04-30")).tally[.externalSeconds] == 0)
  }

  @Test func `of a charge taken back counts from its own day on`() throws {
    let ledger = try Self.world()
    let reverse = { (charge: String) in
      try ledger.add(
        "charge.reversed", TestLedger.change(TestLedger.opposite, -1_000, charge: charge), at: "2024-09-01")
    }
    #expect(
      try Self.changed(ledger) { _ = try reverse("C1") } == [.serviceIncome, .incentiveShare],
      "no income, no share of it")
    #expect(try ledger.card(at: "2024-08-31").rounded(.serviceIncome) == 1_000)
    #expect(try ledger.card(at: "2024-09-01").rounded(.serviceIncome) == 0)
  }

  @Test func `of public money makes opening a duty`() throws {
    let ledger = try Self.world()
    let correction =
      #"{"resource":"R2","funding":[{"source":"own","amount":49900000},{"source":"local","amount":100000}],"#
      + #""reason":"r"}"#
    #expect(try ledger.card()[.openRate].value == ExactRatio(1, 1))
    let known = try ledger.log.head()
    let changed = try Self.changed(ledger) {
      try ledger.add("resource.fundingCorrected", correction, at: "2024-01-31T12:00:00+08:00", id: "correction")
    }
    #expect(changed == [.openRate, .onTimeRate])
    let now = try ledger.card()
    #expect(now[.openRate].value == ExactRatio(1, 2) && now[.onTimeRate].value == ExactRatio(1, 2))
    #expect(try ledger.card(at: "2024-01-30")[.openRate].value == nil)
    let difference = try ledger.difference("2024-12-31", from: known)
    #expect(difference.changed.map(\.field).contains(.funding) && difference.changed.map(\.field).contains(.mustOpen))
    // A correction can be mistaken itself.
    #expect(try Self.changed(ledger) { try ledger.retract("correction") } == [.openRate, .onTimeRate])
  }

  @Test func `of a fee standard changes no card`() throws {
    let ledger = try Self.world()
    let changed = try Self.changed(ledger) { try FeeWorld(ledger).publish(at: "2024-01-01") }
    #expect(changed.isEmpty)
  }

  @Test func `of an indicator set holds from the position that records it`() throws {
    let ledger = try Self.world()
    let known = try ledger.log.head()
    let first = try ledger.card()
    try ledger.publishSet(named: "T", from: "2024-06-01", [(.openRate, 10_000, 10_000, 10_000)], at: "2024-06-01")
    #expect(try ledger.card().set?.id.text == "T")
    #expect(try ledger.card(known: known) == first && first.set?.id.text == "S")
    #expect(try ledger.card(by: .named(Identifier("S"))).set?.id.text == "S")
    #expect(try ledger.card(in: TestLedger.days("2024-01-01", "2024-05-31")).set?.id.text == "S")
    #expect(try ledger.card(in: TestLedger.days("2023-01-01", "2023-12-31")).set == nil)
    #expect(throws: UnknownIndicatorSet(set: try Identifier("U"))) { try ledger.card(by: .named(Identifier("U"))) }
  }

  @Test func `of negative funding is refused`() throws {
    let ledger = try TestLedger.world()
    #expect(
      try ledger.refusal(
        "resource.fundingCorrected", #"{"resource":"R1","funding":[{"source":"own","amount":-1}],"reason":"r"}"#)
        == .outOfRange(field: "funding[0].amount", value: -1, min: 0, max: Fen.range.upperBound))
    #expect(
      try ledger.refusal("resource.fundingCorrected", #"{"resource":"R0","funding":[],"reason":"r"}"#)?.ruleName
        == "unknownReference")
  }
}
