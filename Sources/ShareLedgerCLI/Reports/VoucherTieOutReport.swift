import EventModel
import ShareLedger

/// Whether what vouchers, deductions and claims add up to agrees, and with the postings; `explain` names the positions
/// behind an account.
enum VoucherTieOutReport: Report {
  static let name = "voucher-tie-out"
  static let summary =
    "whether sums of vouchers, deductions and claims agree, and with the postings; of all days and units"

  static func sheet(_ view: LedgerView, unit: Identifier?, in period: CivilPeriod) throws(LedgerError) -> Sheet {
    let tieOut = try view.vouchers().tieOut
    var sheet = Sheet("checks", ["programme", "check", "expected", "found", "difference"])
    for line in tieOut.lines {
      sheet.add([
        .text(line.programme?.text), .text(line.check.rawValue), .fen(line.expected), .fen(line.found),
        .fen(line.difference),
      ])
    }
    sheet.facts = [("agrees", .flag(tieOut.agrees))]
    return sheet
  }
}
