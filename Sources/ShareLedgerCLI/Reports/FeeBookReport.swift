import EventModel
import ShareLedger

/// The fee standards in force on the period's last day, tier by tier, with where and when they were published.
enum FeeBookReport: Report {
  static let name = "fee-book"
  static let summary = "fee standards in force on the last day, with where they were published and when"

  private static let titles = [
    "standard", "organisation", "resources", "effectiveFrom", "withdrawnFrom", "component", "label", "basis", "measure",
    "userClass", "over", "price", "flat", "publishedAt", "publishedTime", "recordedTime", "positions",
  ]

  static func sheet(_ view: LedgerView, unit: Identifier?, in period: CivilPeriod) throws(LedgerError) -> Sheet {
    var sheet = Sheet("tiers", titles)
    let day = period.through
    for entry in try view.feeStandards(on: day) where unit == nil || entry.standard.organisation == unit {
      for line in entry.standard.lines {
        for tier in line.tiers { sheet.add(row(entry, line, tier)) }
      }
    }
    sheet.facts = [("day", .text("\(day)"))]
    return sheet
  }

  private static func row(_ entry: StandardInForce, _ line: FeeLine, _ tier: FeeTier) -> [Sheet.Value] {
    let standard = entry.standard
    return [
      .text(standard.standard.text), .text(standard.organisation.text),
      .text(entry.resources.map(\.text).joined(separator: " ")), .text("\(standard.effectiveFrom)"),
      .text(standard.withdrawnFrom?.description), .text(line.component.wireName), .text(line.label?.string),
      .text(line.basis.wireName), .text(line.measure?.wireName), .text(line.userClass?.text),
      line.basis == .perHour ? .seconds(Int128(tier.over.value)) : .count(tier.over.value),
      .fen(Int128(tier.fen.amount)), .flag(tier.flat == true), .text(standard.publishedAt.string),
      .text("\(standard.publishedTime)"), .text("\(standard.recordedTime)"), .positions(standard.positions),
    ]
  }
}
