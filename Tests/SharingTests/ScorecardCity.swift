import EventLog
import EventModel
import Sharing
import Testing

/// The city platform's notice about the first half of 2017, entered as events.
@Suite struct `The city of 2017` {
  /// Units with their instruments, utilisation on 1,400 hours and external share, both in basis points; the notice
  /// leaves one column of the last row out.
  private static let units: [(instruments: Int, utilisation: Int?, external: Int)] = [
    (165, 9_290, 8_000), (167, 7_210, 4_340), (102, 8_150, 4_000), (39, 6_900, 10_000), (41, 5_790, 1_500),
    (56, 4_010, 3_730), (34, 9_101, 6_040), (100, 6_580, 6_000), (25, 10_000, 10_000), (3, 1_830, 667),
    (14, 3_000, 6_250), (18, 10_000, 2_500), (10, 7_140, 9_000), (153, nil, 10_000),
  ]
  private static let total = 3_286
  private static let open = 3_051

  @Test func `comes back from its events`() throws {
    let ledger = try TestLedger(now: "2017-08-01T00:00:00+08:00")
    try ledger.addParty("u1", kind: "user")
    try ledger.publishSet(from: "2017-01-01", [(.openRate, 10_000, 10_000, 10_000)], at: "2016-12-01")
    var number = 0
    let sizes = Self.units.map(\.instruments)
    for (index, size) in (sizes + [Self.total - sizes.reduce(0, +)]).enumerated() {
      let unit = "x-unit\(index)"
      try ledger.addParty(unit)
      var events: [Event] = []
      for _ in 0..<size {
        number += 1
        events.append(
          try ledger.event(
            "resource.acquired", TestLedger.resource("R\(number)", unit: unit, acceptedOn: "2016-11-01"),
            at: "2016-11-01"))
        // Those not open wait for review.
        if number > Self.total - Self.open {
          events.append(
            try ledger.event("resource.opened", #"{"resource":"R\#(number)","mode":"external"}"#, at: "2016-12-01"))
        }
      }
      if index < Self.units.count { events += try Self.uses(ledger, index, of: "R\(number)", unit) }
      for start in stride(from: 0, to: events.count, by: 1_000) {
        _ = try ledger.log.append(Array(events[start..<min(start + 1_000, events.count)]))
      }
    }
    let half = try TestLedger.days("2017-01-01", "2017-06-30")
    let ranking = try ledger.ranking(in: half, at: "2017-06-30")
    #expect(ranking.rows.count == 15)
    let sum = { (measure: ScoreMeasure) in ranking.rows.reduce(Int128(0)) { $0 + $1.card.tally[measure] } }
    #expect(sum(.mustOpen) == 3_286 && sum(.inScope) == 3_286 && sum(.openInScope) == 3_051)
    #expect(ExactRatio(sum(.openInScope), sum(.mustOpen))?.rounded(in: .basisPoints) == 9_285)
    #expect(sum(.mustOpen) - sum(.openInScope) == 235)
    for (index, unit) in Self.units.enumerated() {
      let card = try #require(ranking[try Identifier("x-unit\(index)")]?.card)
      #expect(card.rounded(.utilisation) == unit.utilisation.map { Int64($0) } ?? 0)
      #expect(card.rounded(.shareRate) == unit.utilisation.map { _ in Int64(unit.external) }, "no hours, no share")
    }
  }

  /// The hours of a unit in uses of at most half a year.
  private static func uses(_ ledger: TestLedger, _ index: Int, of resource: String, _ unit: String) throws -> [Event] {
    guard let utilisation = units[index].utilisation else { return [] }
    let seconds = units[index].instruments * 1_400 * 3_600 / 10_000 * utilisation
    let external = (seconds * units[index].external + 5_000) / 10_000
    var events: [Event] = []
    for (side, all) in [("external", external), ("internal", seconds - external)] {
      var rest = all
      while rest > 0 {
        let part = min(rest, 181 * 86_400)
        let id = "U\(index)-\(side)-\(events.count)"
        let data = try TestLedger.use(id, of: resource, unit: unit, side: side, from: "2017-01-01", seconds: part)
        events.append(try ledger.event("usage.recorded", data, at: "2017-06-30"))
        rest -= part
      }
    }
    return events
  }
}
