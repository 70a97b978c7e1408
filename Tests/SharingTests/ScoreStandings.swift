import EventLog
import EventModel
import Sharing
import Testing

@Suite struct `A standing` {
  private func standing(_ ledger: TestLedger, of card: Scorecard) throws -> ScoreStanding {
    try ledger.log.read { try ScoreStanding($0, of: card) }
  }

  private func world() throws -> TestLedger {
    let ledger = try TestLedger.world()
    try ledger.publishSet([(.externalHours, 1_000, 36_000, 2_000)])
    try ledger.addUse("U1", from: "2023-06-15", hours: 5)
    try ledger.addUse("U2", from: "2024-05-31", hours: 3)
    try ledger.addUse("U3", from: "2024-12-02", hours: 1)
    return ledger
  }

  @Test func `says the totals of the same months that ended earlier, by the card's set and knowledge`() throws {
    let ledger = try world()
    let card = try ledger.card()
    let trend = try standing(ledger, of: card).trend
    #expect(trend.count == ScoreStanding.trendCountMax && trend.last?.total == card.total)
    #expect(trend.map { "\($0.period.from)" }.prefix(2) == ["2023-02-01", "2023-03-01"])
    #expect(trend.map { "\($0.period.through)" }.prefix(2) == ["2024-01-31", "2024-02-29"])
    for point in trend {
      let day = "\(point.period.through)"
      // The set is not in force in these days, and counts all the same.
      let choice = IndicatorSetChoice.proposed(try #require(card.set?.data))
      let same = try ledger.card(in: point.period, at: day, by: choice)
      #expect(same.total == point.total && point.valid == point.period.through.end, "\(day)")
    }
    #expect(Set(trend.map(\.total)).count > 2, "the uses came and went")
    // What became known later moves nothing.
    let known = try ledger.log.head()
    try ledger.addUse("U4", from: "2024-03-01", hours: 4)
    let before = try ledger.card(known: known)
    #expect(before.total == card.total)
    #expect(try standing(ledger, of: before).trend == trend)
    #expect(try standing(ledger, of: ledger.card()).trend != trend)
  }

  @Test func `a card in the middle of its period ends where its days end`() throws {
    let ledger = try world()
    let card = try ledger.card(at: "2024-05-31")
    let trend = try standing(ledger, of: card).trend
    #expect(trend.last.map { "\($0.period.from) \($0.period.through)" } == "2024-01-01 2024-05-31")
    #expect(trend.dropLast().last.map { "\($0.period.from) \($0.period.through)" } == "2023-12-01 2024-04-30")
    let early = try ledger.card(in: TestLedger.days("2024-03-31", "2024-04-30"), at: "2024-03-01")
    #expect(try standing(ledger, of: early).trend.isEmpty, "none of its days has come")
    let short = try ledger.card(in: TestLedger.days("2024-03-31", "2024-04-15"))
    #expect(
      try standing(ledger, of: short).trend.dropLast().last.map { "\($0.period.from) \($0.period.through)" }
        == "2024-02-29 2024-03-31")
  }

  @Test func `names the party and its place among all`() throws {
    let ledger = try world()
    try ledger.addParty("x-b")
    try ledger.addResource("RB", unit: "x-b")
    try ledger.addUse("U9", of: "RB", unit: "x-b", hours: 100)
    let card = try ledger.card()
    let standing = try standing(ledger, of: card)
    let count = try ledger.ranking().rows.count
    #expect(standing.name?.string == "渝州大学" && standing.rank == 2 && standing.partyCount == count)
    let nobody = try self.standing(ledger, of: ledger.card("x-nobody"))
    #expect(nobody.name == nil && nobody.rank == nil)
  }

  @Test func `without an indicator set there is neither rank nor trend`() throws {
    let ledger = try TestLedger.world()
    let standing = try standing(ledger, of: ledger.card())
    #expect(standing.rank == nil && standing.trend.isEmpty && standing.partyCount > 0)
  }

  @Test func `the hours of a card are those used by others, by the party, and the rest of the base`() throws {
    let ledger = try world()
    try ledger.addUse("U5", side: "internal", from: "2024-08-01", hours: 2)
    let hours = try ledger.card().hours
    #expect(hours.external == 4 * 3_600 && hours.internal == 2 * 3_600)
    let base = try #require(hours.base)
    #expect(hours.idle == base - 6 * 3_600 && base % (1_400 * 3_600) == 0)
  }
}
