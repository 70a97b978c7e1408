public import EventModel
public import Sharing

extension LedgerView {
  /// Which resources that are open already a planned purchase would double, and how much these are used (art. 22).
  ///
  /// - Complexity: O(events of all resources and postings of hours).
  public func duplicates(of plan: PlannedPurchase) throws(LedgerError) -> DuplicateCheck {
    try ledger.ask { try DuplicateCheck($0, plan, asOf: asOf) }
  }

  /// Which open resources fit what somebody looks for (art. 13).
  ///
  /// - Complexity: O(events of all resources and postings of hours).
  public func matches(for demand: Demand) throws(LedgerError) -> DemandMatches {
    try ledger.ask { try DemandMatches($0, demand, asOf: asOf) }
  }

  /// Which open resources fit a posted demand; `nil` when it is not known in this view.
  public func matches(forDemand demand: Identifier) throws(LedgerError) -> DemandMatches? {
    try ledger.ask { try DemandMatches($0, posted: demand, asOf: asOf) }
  }
}
