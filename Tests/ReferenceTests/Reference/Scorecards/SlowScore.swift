import EventModel

/// The points of a scorecard by an indicator set, and the order of several.
struct SlowScore {
  let card: SlowScorecard
  /// Points by indicator, in the order of the set; an indicator without a value earns none.
  let points: [(indicator: String, points: Int)]

  var total: Int { points.map(\.points).reduce(0, +) }

  init(_ card: SlowScorecard, _ set: IndicatorSetPublished?) {
    self.card = card
    points = (set?.indicators ?? []).map { indicator in
      (indicator.id.text, SlowScore.points(card.values[indicator.id.text] ?? nil, indicator))
    }
  }

  /// min(cap, value / target × weight), not below zero, from the exact value; how it becomes whole points the domain leaves
  /// open. The reading: half a point up (`ScorePoints`).
  static func points(_ value: SlowFraction?, _ indicator: Indicator) -> Int {
    guard let value else { return 0 }
    let scale = SlowScore.scale(indicator.id.text)
    // Wide enough for any value times any weight.
    let halves = 2 * Int128(max(0, value.numerator)) * Int128(scale) * Int128(indicator.weight.value)
    let denominator = Int128(value.denominator) * Int128(indicator.target.value)
    let points = (halves + denominator) / (2 * denominator)
    return max(0, min(Int(indicator.cap.value), Int(clamping: points)))
  }

  /// How many of an indicator's unit make one: rates and means are in basis points, the rest counts what it is.
  static func scale(_ indicator: String) -> Int {
    switch indicator {
    case "openRate", "onTimeRate", "shareRate", "utilisation", "redemptionRate", "satisfaction", "acknowledgementRate",
      "incentiveShare", "costRecovery":
      10_000
    default: 1
    }
  }

  /// Places from 1 on: by total, ties by income, then by external hours; who is still equal has one place.
  static func places(_ scores: [SlowScore]) -> [SlowCandidate: Int] {
    var places: [SlowCandidate: Int] = [:]
    for score in scores { places[score.card.candidate] = 1 + scores.filter { isBefore($0, score) }.count }
    return places
  }

  private static func isBefore(_ left: SlowScore, _ right: SlowScore) -> Bool {
    if left.total != right.total { return left.total > right.total }
    let incomes = [left, right].map { $0.card.values["serviceIncome"].flatMap { $0?.numerator } ?? 0 }
    if incomes[0] != incomes[1] { return incomes[0] > incomes[1] }
    return isMore(left.card.values["externalHours"] ?? nil, right.card.values["externalHours"] ?? nil)
  }

  /// Whether there is more of one; what has no value has less than any.
  private static func isMore(_ left: SlowFraction?, _ right: SlowFraction?) -> Bool {
    guard let left else { return false }
    guard let right else { return true }
    return Int128(left.numerator) * Int128(right.denominator) > Int128(right.numerator) * Int128(left.denominator)
  }
}
