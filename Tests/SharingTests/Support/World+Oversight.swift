import EventModel

/// Short ways to purchases, assessments and sanctions of unit `x-uni`.
extension TestLedger {
  static let hash = String(repeating: "a", count: 64)

  static func purchase(
    _ id: String = "PP1", unit: String = "x-uni", items: String = #"{"name":"NMR","quantity":2,"unitPrice":300}"#,
    publicFunds: Int64 = 600, total: Int64 = 600
  ) -> String {
    """
    {"purchase":"\(id)","unit":"\(unit)","items":[\(items)],"isSet":false,"publicFunds":\(publicFunds),\
    "total":\(total)}
    """
  }

  /// A step of a purchase, with what it says more.
  static func ofPurchase(_ more: String, _ id: String = "PP1", unit: String = "x-uni") -> String {
    #"{"purchase":"\#(id)","unit":"\#(unit)",\#(more)}"#
  }

  static func conclusion(_ conclusion: String = "buy", unit: String = "x-uni") -> String {
    ofPurchase(#""conclusion":"\#(conclusion)","documentHash":"\#(hash)""#, unit: unit)
  }

  /// The indicators `openRate`, at most 6,000 points, and `satisfaction`, at most 4,000.
  static func indicatorSet(_ id: String = "S1") -> String {
    """
    {"set":"\(id)","effectiveFrom":"2024-01-01","hourBase":1400,"indicators":[\
    {"id":"openRate","weight":6000,"target":10000,"cap":6000},\
    {"id":"satisfaction","weight":4000,"target":45000,"cap":4000}]}
    """
  }

  static func cycle(_ id: String = "AC1", from: String = "2024-01-01", to: String = "2024-12-31") -> String {
    #"{"cycle":"\#(id)","from":"\#(from)","to":"\#(to)","indicatorSet":"S1"}"#
  }

  static func assessment(_ value: Int = 45_000, indicator: String = "satisfaction", unit: String = "x-uni") -> String {
    #"{"unit":"\#(unit)","cycle":"AC1","indicator":"\#(indicator)","value":\#(value)}"#
  }

  static func score(
    _ points: [(indicator: String, points: Int)] = [("openRate", 5_000), ("satisfaction", 4_000)],
    total: Int = 9_000, knownAt: Int = 1, unit: String = "x-uni", cycle: String = "AC1", set: String = "S1",
    from: String = "2024-01-01", to: String = "2024-12-31"
  ) -> String {
    let list = points.map { #"{"indicator":"\#($0.indicator)","points":\#($0.points)}"# }.joined(separator: ",")
    return """
      {"unit":"\(unit)","cycle":"\(cycle)","indicatorSet":"\(set)","period":{"from":"\(from)","to":"\(to)"},\
      "validAt":"2024-12-31T23:59:59+08:00","knownAt":\(knownAt),"points":[\(list)],"total":\(total),\
      "certificateHash":"\(hash)"}
      """
  }

  static func finding(_ id: String = "FN1", unit: String = "x-uni", evidence: String = "1,2") -> String {
    #"{"finding":"\#(id)","unit":"\#(unit)","rule":"registeredLate","evidence":[\#(evidence)]}"#
  }

  static func fraud(_ id: String = "FR1", party: String = "u1", evidence: String = "1") -> String {
    #"{"fraud":"\#(id)","party":"\#(party)","evidence":[\#(evidence)],"statement":"s"}"#
  }

  static func rectification(
    _ id: String = "RT1", unit: String = "x-uni", due: String = "2025-05-31", more: String = ""
  ) -> String {
    #"{"rectification":"\#(id)","unit":"\#(unit)","due":"\#(due)","demand":"d"\#(more)}"#
  }

  static func qualification(_ name: String = "voucherService", unit: String = "x-uni", more: String = "") -> String {
    #"{"unit":"\#(unit)","qualification":"\#(name)","reason":"r"\#(more)}"#
  }

  static func subsidy(
    _ amount: Int64 = 1_000, _ id: String = "SB1", unit: String = "x-uni", more: String = ""
  ) -> String {
    #"{"subsidy":"\#(id)","unit":"\#(unit)","amount":\#(amount)\#(more)}"#
  }

  static func clawback(
    _ amount: Int64 = 1_000, _ id: String = "CB1", party: String = "x-uni", more: String = ""
  ) -> String {
    #"{"clawback":"\#(id)","party":"\#(party)","amount":\#(amount)\#(more)}"#
  }

  /// The world with the indicator set `S1` and the cycle `AC1` of 2024, opened on 2025-01-10.
  static func assessedWorld() throws -> TestLedger {
    let ledger = try world()
    try ledger.add("indicatorSet.published", indicatorSet(), at: "2024-01-01", id: "set")
    try ledger.add("cycle.opened", cycle(), at: "2025-01-10", id: "cycle")
    return ledger
  }
}
