/// An indicator the ledger can compute for a party and a period (art. 20).
///
/// The regulation names openness, income and voucher redemption, and satisfaction, and no weights: an indicator set says
/// which of these count, and how much.
public enum ScoreIndicator: String, Sendable, Hashable, CaseIterable {
  /// Resources in scope and externally open, of the resources that must open.
  case openRate
  /// Resources registered and opened within the limit, of those fallen due in the period.
  case onTimeRate
  /// Hours of use by anyone, for each resource in scope.
  case effectiveHours
  /// Hours of use by others, for each resource in scope.
  case externalHours
  /// Hours of use by others, of all hours of use.
  case shareRate
  /// Hours of use, of the hours the resources in scope can work by the set's hour base.
  case utilisation
  /// Income of the period, net of adjustments and reversals.
  case serviceIncome
  /// What programmes paid for vouchers in the period.
  case voucherRedeemed
  /// What programmes paid, of what was claimed in the period.
  case redemptionRate
  /// The mean rating, 1 to 5.
  case satisfaction
  /// Complaints for 1,000 services.
  case complaintRate
  /// Outcomes seen to name the platform's resources, of those reported.
  case acknowledgementRate
  /// How many vouchers were refused.
  case refusals
  /// Income spent on the people who serve, of the income.
  case incentiveShare
  /// Income, of the cost.
  case costRecovery
  /// 1 when the whole period was published on time, else 0.
  case disclosure

  /// In what a target for the indicator is given.
  public var unit: ScoreUnit {
    switch self {
    case .openRate, .onTimeRate, .shareRate, .utilisation, .redemptionRate, .satisfaction, .acknowledgementRate,
      .incentiveShare, .costRecovery:
      .basisPoints
    case .effectiveHours, .externalHours: .seconds
    case .serviceIncome, .voucherRedeemed: .fen
    case .complaintRate, .refusals, .disclosure: .count
    }
  }

  /// How the value follows from what is counted.
  var formula: ScoreFormula {
    switch self {
    case .openRate: ScoreFormula([.openInScope], over: [.mustOpen])
    case .onTimeRate: ScoreFormula([.onTime], over: [.fallenDue])
    case .effectiveHours: ScoreFormula([.externalSeconds, .internalSeconds], over: [.inScope])
    case .externalHours: ScoreFormula([.externalSeconds], over: [.inScope])
    case .shareRate: ScoreFormula([.externalSeconds], over: [.externalSeconds, .internalSeconds])
    case .utilisation: ScoreFormula([.externalSeconds, .internalSeconds], over: [.inScope], isByHourBase: true)
    case .serviceIncome: ScoreFormula([.income])
    case .voucherRedeemed: ScoreFormula([.redemptionPaid])
    case .redemptionRate: ScoreFormula([.redemptionPaid], over: [.redemptionClaimed])
    case .satisfaction: ScoreFormula([.ratingSum], over: [.ratingCount])
    case .complaintRate: ScoreFormula([.complaints], factor: 1_000, over: [.services])
    case .acknowledgementRate: ScoreFormula([.acknowledged], over: [.reported])
    case .refusals: ScoreFormula([.refusals])
    case .incentiveShare: ScoreFormula([.incentive], over: [.income])
    case .costRecovery: ScoreFormula([.income], over: [.cost])
    case .disclosure: ScoreFormula([.disclosed], over: [.disclosureDue])
    }
  }
}

/// In what the value of an indicator and its target are given.
public enum ScoreUnit: String, Sendable, Hashable, CaseIterable {
  /// 1/10,000: a share of 92.85 % is 9,285, a mean rating of 4.5 is 45,000.
  case basisPoints
  /// Seconds.
  case seconds
  /// Fen.
  case fen
  /// A number of things.
  case count

  /// How many of the unit 1 is.
  public var scale: Int64 { self == .basisPoints ? 10_000 : 1 }
}

/// A quotient of sums of what is counted.
struct ScoreFormula {
  let numerator: [ScoreMeasure]
  let factor: Int128
  /// Nothing means 1.
  let denominator: [ScoreMeasure]
  /// Whether the denominator is times the seconds of the set's hour base.
  let isByHourBase: Bool

  init(
    _ numerator: [ScoreMeasure], factor: Int128 = 1, over denominator: [ScoreMeasure] = [], isByHourBase: Bool = false
  ) {
    self.numerator = numerator
    self.factor = factor
    self.denominator = denominator
    self.isByHourBase = isByHourBase
  }

  /// The value; `nil` when the denominator is not above zero, or the hour base is needed and there is no set.
  ///
  /// Amounts have 53 bits and positions fewer than 64, so that no sum comes near 128 bits.
  func value(_ tally: ScoreTally, hourBase: Int64?) -> ExactRatio? {
    let top = numerator.reduce(0) { $0 + tally[$1] } * factor
    if denominator.isEmpty { return ExactRatio(top, 1) }
    var bottom = denominator.reduce(0) { $0 + tally[$1] }
    if isByHourBase {
      guard let hourBase else { return nil }
      bottom *= Int128(hourBase) * 3_600
    }
    return ExactRatio(top, bottom)
  }
}
