import EventModel
import ShareLedger

/// A report by name.
protocol Report: SendableMetatype {
  /// Its name on the command line.
  static var name: String { get }
  /// What it shows, in a line.
  static var summary: String { get }
  /// Asks the view and puts the answer into rows.
  ///
  /// - Parameters:
  ///   - view: the two times.
  ///   - unit: only this unit's books, or `nil` for all.
  ///   - period: the civil days that count.
  static func sheet(_ view: LedgerView, unit: Identifier?, in period: CivilPeriod) throws(LedgerError) -> Sheet
}

/// Every report, in the order of an audit.
enum Reports {
  static let all: [any Report.Type] = [
    FeeBookReport.self, UntraceableChargesReport.self, CostPoolsReport.self, PoolBalancesReport.self,
    CorrectionsReport.self, PriceDifferencesReport.self, VoucherTieOutReport.self, LateEventsReport.self,
    PostedElsewhereReport.self,
    HoursReport.self,
  ]

  static func named(_ name: String) -> (any Report.Type)? { all.first { $0.name == name } }
}
