public import EventModel
public import Sharing

extension LedgerView {
  /// How a party did in a period, by every indicator the ledger knows, with the points an indicator set gives (art. 20).
  ///
  /// ```swift
  /// let card = try ledger.view(at: yearEnd).scorecard(of: unit, in: year)
  /// print(card.total, card[.openRate].value ?? "no value")
  /// ```
  ///
  /// - Parameters:
  ///   - party: the unit or organisation.
  ///   - role: as what it is assessed, by default as a unit.
  ///   - period: the days that count; those after this view's valid time do not.
  ///   - set: by default the set in force on the last day of the period.
  /// - Throws: ``LedgerError/unknownIndicatorSet(_:)``.
  /// - Complexity: O(events of the party's resources, and its postings to the measures); for an
  ///   organisation also O(its usages and charges).
  public func scorecard(
    of party: Identifier, as role: ScoreRole = .unit, in period: CivilPeriod, by set: IndicatorSetChoice = .inForce
  ) throws(LedgerError) -> Scorecard {
    try ledger.ask { try Scorecard($0, of: party, ScoreQuestion(role, in: period, asOf: asOf), by: set) }
  }

  /// The scorecards of all units, or of all organisations, best first.
  ///
  /// - Complexity: O(events), few of which are decoded.
  public func scorecards(
    as role: ScoreRole = .unit, in period: CivilPeriod, by set: IndicatorSetChoice = .inForce
  ) throws(LedgerError) -> Ranking {
    try ledger.ask { try Ranking($0, ScoreQuestion(role, in: period, asOf: asOf), by: set) }
  }

  /// Where the party of a card stands: its name, its place among all, and the totals by which the card's came about.
  ///
  /// - Parameter card: a scorecard of this view.
  /// - Complexity: one ranking and eleven scorecards.
  public func scoreStanding(of card: Scorecard) throws(LedgerError) -> ScoreStanding {
    try ledger.ask { try ScoreStanding($0, of: card) }
  }

  /// What parties are called, those without a name left out.
  ///
  /// - Complexity: O(events that register, update and empower the parties).
  public func names(of parties: some Collection<Identifier>) throws(LedgerError) -> [Identifier: Text] {
    try ledger.ask { log in
      var names: [Identifier: Text] = [:]
      for party in parties { names[party] = try log.name(of: party, asOf: asOf) }
      return names
    }
  }

  /// The events behind the numerator and the denominator of a cell.
  ///
  /// - Complexity: O(events of the party's resources, or its postings to what the indicator counts).
  public func scoreEvidence(
    of indicator: ScoreIndicator, for party: Identifier, as role: ScoreRole = .unit, in period: CivilPeriod
  ) throws(LedgerError) -> ScoreEvidence {
    try ledger.ask { try ScoreEvidence($0, of: party, indicator, ScoreQuestion(role, in: period, asOf: asOf)) }
  }

  /// Why a cell, or the total, is another in this view than in an earlier one, or by another indicator set: cause after
  /// cause, adding up exactly to the difference.
  ///
  /// - Parameters:
  ///   - indicator: the cell by its name in sets, or `nil` for the total.
  ///   - party: the unit or organisation.
  ///   - role: as what it is assessed, by default as a unit.
  ///   - period: the days that count.
  ///   - earlier: the view to start from, of the same ledger; it may know more or be later, too.
  ///   - earlierSet: the set to start from, by default the one in force there.
  ///   - set: the set to end at, by default the one in force here.
  ///   - proposal: numbers that replace the published ones at the end; by default none.
  /// - Complexity: O(events of the party's resources, and its postings to what the indicator counts).
  public func scoreExplanation(
    of indicator: Identifier?, for party: Identifier, as role: ScoreRole = .unit, in period: CivilPeriod,
    since earlier: LedgerView, by earlierSet: IndicatorSetChoice = .inForce, to set: IndicatorSetChoice = .inForce,
    _ proposal: ScoreProposal? = nil
  ) throws(LedgerError) -> ScoreExplanation {
    try ledger.ask { log in
      try ScoreExplanation(
        log, of: party, indicator, role, in: period,
        from: ScoreSide(log, role, in: period, asOf: earlier.asOf, by: earlierSet),
        to: ScoreSide(log, role, in: period, asOf: asOf, by: set, proposal))
    }
  }

  /// Which parties a proposed indicator set or proposed policy parameters would move, in rank and points. Nothing is
  /// recorded.
  ///
  /// - Complexity: that of one ranking, of two when policy parameters are proposed.
  public func whatIf(
    _ proposal: ScoreProposal, as role: ScoreRole = .unit, in period: CivilPeriod, by set: IndicatorSetChoice = .inForce
  ) throws(LedgerError) -> WhatIf {
    try ledger.ask { try WhatIf($0, ScoreQuestion(role, in: period, asOf: asOf), by: set, proposal) }
  }

  /// Every frozen score of this view held against what it knows now: what would change, by how much and by which events.
  ///
  /// - Parameters:
  ///   - unit: only this unit's; by default all.
  ///   - cycle: only of this cycle; by default all.
  /// - Returns: the scores in order of position, those that did not drift too.
  /// - Complexity: two scorecards a score, and what explains the cells that differ.
  public func drift(of unit: Identifier? = nil, in cycle: Identifier? = nil) throws(LedgerError) -> [ScoreDrift] {
    try ledger.ask { try ScoreDrift.all($0, asOf: asOf, unit: unit, cycle: cycle) }
  }
}
