import ShareLedger
import Testing

/// The Swift examples of the article *Scorecards*, word for word: `DocumentTests` compares, this file runs them.
@Suite struct `The examples of Scorecards` {
  @Test func `run`() throws {
    let folder = try TemporaryFolder()
    let path = folder("city")
    try Demo(eventCount: 3_000).record(into: path)
    let ledger = try Ledger(path: path, access: .reading)
    // Cards
    let (first, last) = try (Day(iso: "2024-01-01"), Day(iso: "2024-12-31"))
    guard let year = CivilPeriod(from: first, through: last) else { return }
    let view = try ledger.view(at: last.end)
    let ranking = try view.scorecards(in: year)
    guard let best = ranking.rows.first?.card else { return }
    let openRate = best[.openRate].value, total = best.total
    // end
    #expect(openRate != nil && total > 0)
    #expect(try view.scorecard(of: best.party, in: year) == best)
    // Explanations
    let evidence = try view.scoreEvidence(of: .openRate, for: best.party, in: year)
    let earlier = try ledger.view(at: last.end, known: .position(Position(1_000)))
    let why = try view.scoreExplanation(of: nil, for: best.party, in: year, since: earlier)
    for step in why.steps { print(step.cause, step.points) }
    // end
    #expect(!evidence.denominator.isEmpty && !why.steps.isEmpty)
    #expect(why.steps.reduce(0) { $0 + $1.points } == total - why.before.points)
    // Proposals
    let proposal = try ScoreProposal(
      parameters: [PolicyParameter(name: Identifier("equipmentThresholdFen"), value: Number(50_000_000))])
    let moves = try view.whatIf(proposal, in: year).moves
    // end
    #expect(!moves.isEmpty)
    try ledger.close()
  }
}
