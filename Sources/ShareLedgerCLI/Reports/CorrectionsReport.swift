import EventModel
import ShareLedger

/// Adjustments, waivers and reversals by reason and approver.
enum CorrectionsReport: Report {
  static let name = "corrections"
  static let summary = "adjustments, waivers and reversals of charges, by reason and approver"

  static func sheet(_ view: LedgerView, unit: Identifier?, in period: CivilPeriod) throws(LedgerError) -> Sheet {
    var sheet = Sheet("corrections", ["unit", "kind", "reason", "approver", "count", "amount", "positions"])
    for correction in try view.corrections(of: unit, in: period) {
      sheet.add([
        .text(correction.unit.text), .text(correction.kind.rawValue), .text(correction.reason.string),
        .text(correction.approver.text), .count(Int64(correction.positions.count)), .fen(correction.amount),
        .positions(correction.positions),
      ])
    }
    return sheet
  }
}
