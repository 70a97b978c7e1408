import EventModel
import ShareLedger

/// Charges that cannot be traced to a usage or standard, or differ from it: a row for each finding.
enum UntraceableChargesReport: Report {
  static let name = "untraceable-charges"
  static let summary = "charges without usage or standard, or different from what the standard says"

  private static let titles = [
    "charge", "unit", "resource", "user", "usage", "serviceDay", "finding", "component", "charged", "quoted",
    "standard", "standardInForce", "total", "standing", "quotedTotal", "positions",
  ]

  static func sheet(_ view: LedgerView, unit: Identifier?, in period: CivilPeriod) throws(LedgerError) -> Sheet {
    var sheet = Sheet("findings", titles)
    for check in try view.untraceableCharges(of: unit, in: period) {
      for finding in check.findings { sheet.add(row(check, finding)) }
    }
    return sheet
  }

  private static func row(_ check: ChargeCheck, _ finding: ChargeFinding) -> [Sheet.Value] {
    let charge = check.charge
    var (component, charged, quoted): (CostComponent?, Int64?, Int64?) = (nil, nil, nil)
    switch finding {
    case .componentNotListed(let found): component = found
    case .chargeDiffersFromStandard(let found, let was, let should): (component, charged, quoted) = (found, was, should)
    default: break
    }
    return [
      .text(charge.charge.text), .text(charge.unit.text), .text(charge.resource.text), .text(charge.user.text),
      .text(charge.usage.text), .text("\(charge.serviceDay)"), .text(finding.name), .text(component?.wireName),
      .fen(charged.map { Int128($0) }), .fen(quoted.map { Int128($0) }), .text(charge.standard?.text),
      .text(check.quote?.standard.text), .fen(Int128(charge.total.amount)), .fen(Int128(check.standing)),
      .fen(check.quote.map { Int128($0.total.amount) }), .positions(check.positions),
    ]
  }
}
