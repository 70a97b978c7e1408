import EventModel
import ShareLedger

/// The same service at different prices: a row for each price.
enum PriceDifferencesReport: Report {
  static let name = "price-differences"
  static let summary = "the same service charged at different prices"

  private static let titles = [
    "resource", "component", "label", "userClass", "standard", "per", "fen", "quantity", "amount", "charges",
    "positions",
  ]

  static func sheet(_ view: LedgerView, unit: Identifier?, in period: CivilPeriod) throws(LedgerError) -> Sheet {
    var sheet = Sheet("prices", titles)
    for difference in try view.priceDifferences(of: unit, in: period) {
      for variant in difference.variants { sheet.add(row(difference, variant)) }
    }
    return sheet
  }

  /// Without a standard nobody says whether the quantity is seconds or pieces: the price is then for one of either.
  private static func row(_ difference: PriceDifference, _ variant: PriceVariant) -> [Sheet.Value] {
    let per = difference.basis.map { $0 == .perHour ? "hour" : "piece" } ?? "secondOrPiece"
    let count: Int128 = difference.basis == .perHour ? 3_600 : 1
    let price = variant.unitPrice.flatMap { ExactRatio($0.numerator * count, $0.denominator)?.hundredths }
    return [
      .text(difference.resource.text), .text(difference.component.wireName), .text(difference.label?.string),
      .text(difference.userClass?.text), .text(difference.standard?.text),
      .text(variant.unitPrice == nil ? "asPublished" : per), .hundredths(price),
      difference.basis == .perHour ? .seconds(variant.quantity) : .count(Int64(clamping: variant.quantity)),
      .fen(variant.amount), .text(variant.charges.map(\.text).joined(separator: " ")), .positions(variant.positions),
    ]
  }
}
