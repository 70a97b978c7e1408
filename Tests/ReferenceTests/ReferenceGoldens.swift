import EventModel
import Testing

/// The reference itself, held against the numbers of domain §5 and of the regulation's own examples.
@Suite struct `The slow reference` {
  private func tiers(_ steps: (over: Int64, fen: Int64, flat: Bool)...) throws -> [FeeTier] {
    try steps.map { FeeTier(over: try Count($0.over), fen: try Fen($0.fen), flat: $0.flat) }
  }

  @Test func `prices by the national sample and by steps`() throws {
    let national = try tiers((0, 50_000, true), (3_600, 40_000, false))
    #expect(SlowPrice.amount(national, 55 * 60, isPerHour: true) == 50_000)
    #expect(SlowPrice.amount(national, 9_000, isPerHour: true) == 110_000)
    #expect(SlowPrice.amount(national, 3_601, isPerHour: true) == 50_011)
    let stepped = try tiers((0, 5_000, false), (7_200, 4_500, false), (18_000, 4_000, false), (25_200, 3_900, false))
    #expect(SlowPrice.amount(stepped, 36_000, isPerHour: true) == 43_200)
    let halves = try tiers((0, 1, false))
    #expect(SlowPrice.amount(halves, 1_800, isPerHour: true) == 1)
    #expect(SlowPrice.amount(halves, 1_799, isPerHour: true) == 0)
  }

  @Test func `measures booked, used and overage`() throws {
    func time(_ minute: Int64) throws -> Instant { try Instant(microseconds: minute * 60_000_000) }
    func minutes(_ measure: FeeMeasure, _ from: Int64, _ to: Int64) throws -> Int {
      SlowPrice.seconds(measure, try time(from), try time(to), (try time(0), try time(60))) / 60
    }
    #expect(try [minutes(.booked, 15, 75), minutes(.used, 15, 75), minutes(.overage, 15, 75)] == [60, 60, 75])
    #expect(try [minutes(.booked, 15, 45), minutes(.used, 15, 45), minutes(.overage, 15, 45)] == [60, 30, 60])
    #expect(try [minutes(.booked, 0, 75), minutes(.used, 0, 75), minutes(.overage, 0, 75)] == [60, 75, 75])
  }

  @Test func `knows days, years and names`() throws {
    #expect(SlowTime.day(try Instant(rfc3339: "2024-12-31T23:59:59.999999+08:00")) == 20_088)
    #expect(SlowTime.day(try Instant(rfc3339: "2025-01-01T00:00:00+08:00")) == 20_089)
    #expect(SlowTime.day(try Instant(rfc3339: "1969-12-31T15:59:59Z")) == -1)
    #expect(SlowTime.year(ofDay: 20_088) == 2_024)
    #expect(SlowTime.year(ofDay: 20_089) == 2_025)
    #expect(SlowPosting.name("receivable", "x-a:b%c", "u") == "receivable:x-a%3Ab%25c:u")
    let night = try HistoryMaker.split(try Instant(rfc3339: "2024-12-31T20:00:00+08:00"), 36_000)
    #expect(night.map(\.seconds.value) == [14_400, 21_600])
  }

  @Test func `divides, rounds and scores as published numbers do`() throws {
    #expect(SlowFraction.of(240, 1_440)?.rounded(times: 10_000) == 1_667)
    #expect(SlowFraction.of(256, 1_511)?.rounded(times: 10_000) == 1_694)
    #expect(SlowFraction.of(273, 1_599)?.rounded(times: 10_000) == 1_707)
    #expect(SlowFraction.of(3_051, 3_286)?.rounded(times: 10_000) == 9_285)
    #expect(SlowFraction.of(0, 0) == nil)
    #expect(SlowFraction.of(0, 7)?.told == "0/1")
    let indicator = Indicator(
      id: try Identifier("shareRate"), weight: try Count(1_000), target: try Number(1_000), cap: try Number(1_500))
    // min(cap, value / target × weight): 16.67 % of 10 %, capped; 5 % is half; below zero is nothing.
    #expect(SlowScore.points(.of(240, 1_440), indicator) == 1_500)
    #expect(SlowScore.points(.of(1, 20), indicator) == 500)
    #expect(SlowScore.points(.of(-1, 20), indicator) == 0)
    #expect(SlowScore.points(nil, indicator) == 0)
  }

  @Test func `counts the thirty days from acceptance`() throws {
    for (accepted, due) in [("2024-01-31", "2024-03-01"), ("2023-01-31", "2023-03-02"), ("2024-09-01", "2024-10-01")] {
      let data = ResourceAcquired(
        resource: try Identifier("R"), unit: try Identifier("x-uni"), kind: .equipment, name: try Text("R"),
        originalValue: try Fen(20_000_000), funding: [Funding(source: .local, amount: try Fen(1))],
        acceptedOn: try Day(iso: accepted), source: .purchase)
      let resource = SlowResource(
        acquired: data, events: [], policies: SlowPolicies([]), today: SlowTime.day(try Day(iso: due)))
      #expect(resource.dueOn == SlowTime.day(try Day(iso: due)))
    }
    #expect(
      SlowFindings.sameDay(SlowTime.day(try Day(iso: "2024-02-29")), years: 3)
        == SlowTime.day(try Day(iso: "2027-02-28")))
    #expect(
      SlowFindings.sameDay(SlowTime.day(try Day(iso: "2023-03-01")), years: 1)
        == SlowTime.day(try Day(iso: "2024-03-01")))
  }
}
