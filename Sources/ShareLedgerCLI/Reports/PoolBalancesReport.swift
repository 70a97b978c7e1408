import EventModel
import ShareLedger

/// What each cost pool carried forward and has left, in yuan and in days of cost.
enum PoolBalancesReport: Report {
  static let name = "pool-balances"
  static let summary = "balance and carry-forward of each cost pool, in yuan and in days of cost"

  static func sheet(_ view: LedgerView, unit: Identifier?, in period: CivilPeriod) throws(LedgerError) -> Sheet {
    var sheet = Sheet("pools", ["unit", "pool"] + RecoveryLine.titles + ["positions"])
    for balance in try view.poolBalances(of: unit, in: period) {
      sheet.add(
        [.text(balance.unit.text), .text(balance.pool.text)] + balance.line.values
          + [.positions(balance.line.evidence.positions)])
    }
    return sheet
  }
}
