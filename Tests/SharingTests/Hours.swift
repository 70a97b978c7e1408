import EventLog
import EventModel
import Sharing
import Testing

@Suite struct `Hours` {
  private func hours(
    _ world: FeeWorld, _ from: String, _ through: String, at day: String = "2025-05-31", known: Position? = nil,
    unit: String? = "x-uni"
  ) throws -> [UnitHours] {
    let (period, asOf) = (try FeeWorld.period(from, through), try world.ledger.asOf(day, known: known))
    let unit = try unit.map { try Identifier($0) }
    return try world.ledger.log.read { try HoursBook($0, unit: unit, in: period, asOf: asOf).units }
  }

  @Test func `a use over the turn of the year counts 4 hours in the old and 6 in the new`() throws {
    let world = try FeeWorld()
    let position = try world.ledger.add(
      "usage.recorded",
      """
      {"usage":"N","resource":"R1","unit":"x-uni","user":"u1","side":"external","purpose":"research","mode":"onSite",\
      "start":"2024-12-31T20:00:00+08:00","end":"2025-01-01T06:00:00+08:00",\
      "days":[{"day":"2024-12-31","seconds":14400},{"day":"2025-01-01","seconds":21600}]}
      """, at: "2025-01-01T06:00:00+08:00")
    let old = try #require(try hours(world, "2024-01-01", "2024-12-31").first)
    let new = try #require(try hours(world, "2025-01-01", "2025-12-31").first)
    #expect(old.time.externalSeconds == 4 * 3_600 && old.externalServices == 0)
    #expect(new.time.externalSeconds == 6 * 3_600 && new.externalServices == 1)
    #expect(old.time.positions == [position] && new.resources.map(\.time) == [new.time])
    #expect(try hours(world, "2025-01-01", "2025-12-31", at: "2024-12-31").isEmpty)
  }

  @Test func `sides, outages and corrections are kept apart, by resource and for the unit`() throws {
    let world = try FeeWorld()
    try world.use("U1", "08:00:00", "10:00:00")
    try world.use("U2", "10:00:00", "11:00:00", resource: "R2", side: "internal")
    try world.ledger.add(
      "outage.started",
      #"{"outage":"O","resource":"R1","unit":"x-uni"}"#, at: "2024-05-06T12:00:00+08:00")
    try world.ledger.add(
      "outage.ended",
      """
      {"outage":"O","resource":"R1","unit":"x-uni","start":"2024-05-06T12:00:00+08:00",\
      "end":"2024-05-06T12:30:00+08:00","days":[{"day":"2024-05-06","seconds":1800}]}
      """, at: "2024-05-06T12:30:00+08:00")
    let known = try world.ledger.log.head()
    let (was, now) = (try FeeWorld.facts("08:00:00", "10:00:00"), try FeeWorld.facts("08:00:00", "09:00:00"))
    try world.ledger.add(
      "usage.corrected", #"{"usage":"U1","resource":"R1","unit":"x-uni","was":{\#(was)},"now":{\#(now)}}"#,
      at: "2024-05-06T13:00:00+08:00")
    let before = try #require(try hours(world, "2024-05-01", "2024-05-31", known: known).first)
    #expect(before.time.externalSeconds == 7_200 && before.time.usedSeconds == 10_800)
    let unit = try #require(try hours(world, "2024-05-01", "2024-05-31", unit: nil).first)
    #expect(unit.resources.map(\.resource.text) == ["R1", "R2"])
    #expect(unit.resources[0].time.externalSeconds == 3_600 && unit.resources[0].time.outageSeconds == 1_800)
    #expect(unit.time.internalSeconds == 3_600 && unit.time.maintenanceSeconds == 0)
    #expect(unit.externalServices == 1 && unit.internalServices == 1)
    #expect(unit.time.positions.count == 4)
  }
}
