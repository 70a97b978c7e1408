import ArgumentParser
import Foundation
import ShareLedger

/// Scorecards of a demonstration's city: one card, all units for a year, and what moved one cell in half the log.
///
/// The targets are those for 10 million events and 500 units: a card 20 ms, all units 4 s, an explanation 100 ms.
struct Scorecards: ParsableCommand {
  @Option(help: "A ledger that was recorded before; without it a demonstration is recorded into --directory.")
  var ledger: String?
  @Option(help: "A directory on the disk to measure; the ledger in it is removed afterwards.")
  var directory = NSTemporaryDirectory()
  @Option var events = 1_000_000
  @Option var runs = 50

  func run() throws {
    if let ledger { return try measure(ledger) }
    let path = "\(directory)/scorecards-\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Demo(eventCount: events).record(into: path)
    try measure(path)
  }

  private func measure(_ path: String) throws {
    let ledger = try Ledger(path: path, access: .reading)
    let (first, last) = try (Day(iso: "2024-01-01"), Day(iso: "2024-12-31"))
    guard let year = CivilPeriod(from: first, through: last) else { return }
    let view = try ledger.view(at: last.end)
    let half = try ledger.view(at: last.end, known: .position(Position(view.asOf.known.number / 2)))
    var (ranking, all): (Ranking?, [Double]) = (nil, [])
    for _ in 0..<3 { all.append(try Figures.seconds { ranking = try view.scorecards(in: year) }) }
    let parties = ranking?.rows.map(\.card.party) ?? []
    let cells = ScoreIndicator.allCases
    var (one, why, behind): ([Double], [Double], [Double]) = ([], [], [])
    var stepCount = 0
    for run in 0..<(parties.isEmpty ? 0 : runs) {
      let (party, cell) = (parties[run % parties.count], cells[run % cells.count])
      let id = try Identifier(cell.rawValue)
      one.append(try Figures.seconds { _ = try view.scorecard(of: party, in: year) })
      why.append(
        try Figures.seconds {
          stepCount += try view.scoreExplanation(of: id, for: party, in: year, since: half).steps.count
        })
      behind.append(try Figures.seconds { _ = try view.scoreEvidence(of: cell, for: party, in: year) })
    }
    guard !one.isEmpty else { return }
    Figures.report(
      "scorecards",
      [
        ("events", Double(view.asOf.known.number)), ("units", Double(parties.count)),
        ("card_target_milliseconds", 20), ("card_p50_milliseconds", Figures.median(one) * 1e3),
        ("card_max_milliseconds", (one.max() ?? 0) * 1e3), ("all_target_milliseconds", 4_000),
        ("all_p50_milliseconds", Figures.median(all) * 1e3), ("explain_target_milliseconds", 100),
        ("explain_p50_milliseconds", Figures.median(why) * 1e3),
        ("explain_max_milliseconds", (why.max() ?? 0) * 1e3), ("explain_steps", Double(stepCount / one.count)),
        ("evidence_p50_milliseconds", Figures.median(behind) * 1e3),
        ("anonymous_megabytes", Figures.anonymousMegabytes()),
      ])
    try ledger.close()
  }
}
