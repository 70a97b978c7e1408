import EventModel
import ShareLedger

/// The costs of each pool and component, one by one, with the hashes of their documents.
enum CostPoolsReport: Report {
  static let name = "cost-pools"
  static let summary = "costs by unit, pool and component, with the hashes of their documents"

  private static let titles = [
    "unit", "pool", "component", "cost", "label", "day", "amount", "isAllocation", "evidenceHash", "positions",
  ]

  static func sheet(_ view: LedgerView, unit: Identifier?, in period: CivilPeriod) throws(LedgerError) -> Sheet {
    var sheet = Sheet("costs", titles)
    var (total, withoutEvidence): (Int128, Int128) = (0, 0)
    for pool in try view.costPools(of: unit, in: period) {
      total += pool.total
      withoutEvidence += pool.totalWithoutEvidence
      for entry in pool.entries {
        sheet.add([
          .text(pool.unit.text), .text(pool.pool.text), .text(pool.component.wireName), .text(entry.cost.text),
          .text(entry.label?.string), .text("\(entry.day)"), .fen(Int128(entry.amount)), .flag(entry.isAllocation),
          .text(entry.evidenceHash?.description), .positions([entry.position]),
        ])
      }
    }
    sheet.facts = [("total", .fen(total)), ("totalWithoutEvidence", .fen(withoutEvidence))]
    return sheet
  }
}
