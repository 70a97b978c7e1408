import ArgumentParser
import ShareLedger

/// Cost recovery of one unit among the charges and costs of a city.
struct Recovery: ParsableCommand {
  @OptionGroup var place: Place
  @Option(help: "Uses, each charged; every fourth also brings a cost, every twentieth a waiver.") var uses = 430_000
  @Option var runs = 500

  func run() throws {
    try place.withLedger { ledger, city in
      for start in stride(from: 0, to: uses, by: 4_000) {
        let indices = start..<min(start + 4_000, uses)
        _ = try ledger.append(try indices.flatMap { try city.service($0) })
      }
      let view = try ledger.view(at: Instant(rfc3339: "2026-01-01T00:00:00+08:00"))
      let first = try Day(iso: "2025-01-01")
      guard let period = CivilPeriod(from: first, through: try first.advanced(by: 364)) else { return }
      var (seconds, computed): ([Double], [Double]) = ([], [])
      var evidenceCount = 0
      // The first question reads what is kept of the runs.
      let firstSeconds = try Figures.seconds { _ = try view.recovery(of: city.units[0], in: period).total }
      for run in 0..<runs {
        let unit = city.units[run % City.unitCount]
        let before = Figures.threadSeconds()
        seconds.append(
          try Figures.seconds {
            evidenceCount += try view.recovery(of: unit, in: period).total.evidence.positions.count
          })
        computed.append(Figures.threadSeconds() - before)
      }
      Figures.report(
        "recovery",
        [
          ("events", Double(try ledger.head().number)), ("evidence", Double(evidenceCount / max(1, runs))),
          ("first_milliseconds", firstSeconds * 1e3), ("median_milliseconds", Figures.median(seconds) * 1e3),
          ("p99_milliseconds", Figures.quantile(seconds, 0.99) * 1e3),
          ("p99_processor_milliseconds", Figures.quantile(computed, 0.99) * 1e3),
        ],
        targets: [
          "median_milliseconds": .atMost(10), "p99_milliseconds": .atMost(10),
          "p99_processor_milliseconds": .atMost(10),
        ])
    }
  }
}

extension City {
  /// A use, its charge, and at times a cost of the pool and a waiver.
  func service(_ index: Int) throws -> [Event] {
    let usage = try usage(index)
    guard case .usageRecorded(let data) = usage.payload else { return [usage] }
    let (at, day) = (usage.validTime, data.start.day)
    let (charge, pool) = (try Identifier("charge-\(index)"), try Identifier("pool-\(index % 7)"))
    let lines = try [CostComponent.labour, .electricity].map {
      ChargeLine(component: $0, quantity: try Number(7_200), amount: try Fen(Int64(10_000 + index % 1_000)))
    }
    let total = try Fen(lines.reduce(0) { $0 + $1.amount.amount })
    let assessed = ChargeAssessed(
      charge: charge, unit: data.unit, resource: data.resource, user: data.user, usage: data.usage, pool: pool,
      serviceDay: day, lines: lines, total: total)
    var events = [usage, try event("c-\(index)", at, .chargeAssessed(assessed))]
    if index % 4 == 0 {
      let cost = CostRecorded(
        cost: try Identifier("cost-\(index)"), unit: data.unit, pool: pool, component: .electricity,
        amount: try Fen(40_000))
      events.append(try event("k-\(index)", at, .costRecorded(cost)))
    }
    if index % 20 == 0 {
      let waived = ChargeWaived(
        charge: charge, unit: data.unit, user: data.user, amount: try Fen(500), reason: try Text("教学减免"),
        approver: data.unit)
      events.append(try event("w-\(index)", at, .chargeWaived(waived)))
    }
    return events
  }
}
