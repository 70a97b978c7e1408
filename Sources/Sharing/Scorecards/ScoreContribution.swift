import EventModel

/// What one event counts of one measure on one civil day.
struct ScoreContribution {
  let position: Position
  let day: Day
  let measure: ScoreMeasure
  let amount: Int128
}

/// Which measures an account counts, and with which sign.
extension ScoreMeasure {
  /// The families of accounts that count measures.
  static let families: [AccountFamily] = [
    .hours, .services, .rating, .complaint, .outcome, .refusal, .income, .cost, .spent,
  ]

  /// The measure of an account and whether income is negative there; `nil` when the account counts something else.
  static func of(_ account: Account) -> (measure: ScoreMeasure, sign: Int128)? {
    switch account.family {
    case .hours: (account.part(2) == UsageSide.external.wireName ? .externalSeconds : .internalSeconds, 1)
    case .services: (.services, 1)
    case .rating: (account.part(1) == "sum" ? .ratingSum : .ratingCount, 1)
    case .complaint: account.part(1) == "filed" ? (.complaints, 1) : nil
    case .outcome: (account.part(1) == "reported" ? .reported : .acknowledged, 1)
    case .refusal: (.refusals, 1)
    case .income: (.income, -1)
    case .cost: (.cost, 1)
    case .spent: account.part(1) == SpendingCategory.incentive.wireName ? (.incentive, 1) : nil
    default: nil
    }
  }

  /// The accounts that count it; `nil` when it is counted otherwise.
  var family: AccountFamily? {
    switch self {
    case .externalSeconds, .internalSeconds: .hours
    case .services: .services
    case .ratingSum, .ratingCount: .rating
    case .complaints: .complaint
    case .reported, .acknowledged: .outcome
    case .refusals: .refusal
    case .income: .income
    case .cost: .cost
    case .incentive: .spent
    default: nil
    }
  }
}
