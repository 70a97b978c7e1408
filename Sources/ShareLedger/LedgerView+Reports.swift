public import EventModel
public import Sharing

// The reports an auditor asks for (art. 16, 21); every row names the events it rests on. Days after the view's valid
// time do not count.

extension LedgerView {
  /// The charges that cannot be traced to a usage or a fee standard, or differ from what the standard says.
  ///
  /// - Parameters:
  ///   - unit: only charges in this unit's books; by default all.
  ///   - period: the civil days on which the charges count.
  /// - Returns: a check with findings for each, in order of position.
  /// - Complexity: O(charges in the period), each with its usage and booking.
  public func untraceableCharges(
    of unit: Identifier? = nil, in period: CivilPeriod
  ) throws(LedgerError) -> [ChargeCheck] {
    try ledger.ask { try UntraceableCharges.all($0, scope(unit, period)) }
  }

  /// What each cost pool is made of, by component, with the hashes of the documents that show it.
  ///
  /// - Parameters:
  ///   - unit: only this unit's pools; by default all.
  ///   - period: the civil days on which the costs count.
  public func costPools(
    of unit: Identifier? = nil, in period: CivilPeriod
  ) throws(LedgerError) -> [CostPool] {
    try ledger.ask { try CostPool.all($0, scope(unit, period)) }
  }

  /// Adjustments, waivers and reversals of charges, by reason and approver.
  ///
  /// - Parameters:
  ///   - unit: only corrections in this unit's books; by default all.
  ///   - period: the civil days on which they count.
  public func corrections(
    of unit: Identifier? = nil, in period: CivilPeriod
  ) throws(LedgerError) -> [Correction] {
    try ledger.ask { try Correction.all($0, scope(unit, period)) }
  }

  /// Services that were charged at more than one price.
  ///
  /// - Parameters:
  ///   - unit: only charges in this unit's books; by default all.
  ///   - period: the civil days on which the charges count.
  public func priceDifferences(
    of unit: Identifier? = nil, in period: CivilPeriod
  ) throws(LedgerError) -> [PriceDifference] {
    try ledger.ask { try PriceComparison.all($0, scope(unit, period)) }
  }

  /// How late facts were recorded, and which of them count on another day than their own because that was closed.
  ///
  /// - Parameters:
  ///   - unit: only events that concern this unit; by default all.
  ///   - period: the civil days on which they were recorded.
  public func lateEvents(of unit: Identifier? = nil, in period: CivilPeriod) throws(LedgerError) -> LateEvents {
    try ledger.ask { try LateEvents($0, scope(unit, period)) }
  }

  /// Hours of use, idle hours and services by unit and resource.
  ///
  /// - Parameters:
  ///   - unit: only this unit; by default all.
  ///   - period: the civil days; a use over midnight counts on each by the seconds it has there.
  /// - Complexity: O(postings of these accounts).
  public func hours(of unit: Identifier? = nil, in period: CivilPeriod) throws(LedgerError) -> [UnitHours] {
    try ledger.ask { try HoursBook($0, unit: unit, in: period, asOf: asOf).units }
  }

  private func scope(_ unit: Identifier?, _ period: CivilPeriod) -> ReportScope {
    ReportScope(unit: unit, in: period, asOf: asOf)
  }
}
