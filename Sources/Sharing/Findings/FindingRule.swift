/// What a finding's numbers are counted in.
public enum FindingMeasure: String, Sendable, Hashable {
  /// Money, in fen.
  case fen
  /// Civil days.
  case days
  /// Seconds.
  case seconds
  /// Parts of ten thousand.
  case basisPoints
  /// Parts of a hundred, such as of a mean rating.
  case hundredths
  /// Things.
  case count
}

/// A rule of the regulation whose breach is recorded and flagged, never refused.
public enum FindingRule: String, Sendable, Hashable, CaseIterable {
  /// A new resource that must be open is past its deadline and not both reported and open.
  case notRegistered
  /// A new resource was reported and open only after its deadline.
  case registeredLate
  /// A reported resource that must be open was open to nobody outside.
  case notOpenToOutside
  /// A resource was exempted on the word of a party that is no authority.
  case exemptionMissingApproval
  /// A unit that has to share has published no rules.
  case noRules
  /// A unit that has to share has published nothing about it, or not in time.
  case noDisclosure
  /// A charge was made for a day on which no standard covered the resource.
  case chargeWithoutStandard
  /// A charge differs from what the standard in force says, or names another standard.
  case chargeDiffersFromStandard
  /// A charge has a component the standard does not list.
  case componentNotListed
  /// One service was charged at several prices.
  case differentPriceSameService
  /// At the end of a year, income had exceeded cost by more than is tolerated.
  case surplusOverTolerance
  /// An outcome does not name the resources it rests on.
  case missingAcknowledgement
  /// An instrument under customs supervision served outsiders without customs' consent.
  case customsUseWithoutConsent
  /// A voucher was not accepted.
  case voucherRefused
  /// A claim for redemption waited for too long.
  case redemptionOverdue
  /// Of a year's income less than the least share went to the people who serve.
  case incentiveShareLow
  /// More income was spent than had been earned.
  case spentAboveIncome
  /// Dear instruments were bought with fiscal money and without a review.
  case purchaseWithoutReview
  /// Dear instruments were reviewed only after the contract was signed.
  case reviewAfterContract
  /// Purchases of one class close together come to a price that would have been reviewed.
  case splitPurchaseSuspected
  /// An instrument was used less in a year than is expected.
  case lowUse
  /// The mean rating of a year was low.
  case lowSatisfaction
  /// A complaint was open for too long.
  case openComplaints
  /// Facts were recorded long after they became true.
  case recordedLate

  /// The articles of the regulation.
  public var article: String {
    switch self {
    case .notRegistered: "5, 12"
    case .registeredLate, .noRules: "12"
    case .notOpenToOutside: "4"
    case .exemptionMissingApproval: "5"
    case .noDisclosure: "14"
    case .chargeWithoutStandard, .chargeDiffersFromStandard, .componentNotListed, .differentPriceSameService,
      .surplusOverTolerance:
      "16"
    case .missingAcknowledgement: "17"
    case .customsUseWithoutConsent: "18"
    case .voucherRefused, .redemptionOverdue: "19"
    case .incentiveShareLow, .spentAboveIncome: "21"
    case .purchaseWithoutReview, .reviewAfterContract, .splitPurchaseSuspected: "22"
    case .lowUse, .lowSatisfaction, .openComplaints: "23"
    case .recordedLate: "14, 23"
    }
  }

  /// What measured value and threshold are counted in; `nil` for a rule without numbers.
  public var measure: FindingMeasure? {
    switch self {
    case .notRegistered, .registeredLate, .noDisclosure, .redemptionOverdue, .openComplaints, .recordedLate,
      .reviewAfterContract:
      .days
    case .chargeWithoutStandard, .chargeDiffersFromStandard, .componentNotListed, .spentAboveIncome,
      .purchaseWithoutReview, .splitPurchaseSuspected:
      .fen
    case .surplusOverTolerance, .incentiveShareLow: .basisPoints
    case .differentPriceSameService, .customsUseWithoutConsent: .count
    case .lowUse: .seconds
    case .lowSatisfaction: .hundredths
    case .notOpenToOutside, .exemptionMissingApproval, .noRules, .missingAcknowledgement, .voucherRefused: nil
    }
  }

  /// The policy parameter that is its threshold, if it has one.
  public var parameter: Policy.Parameter? {
    switch self {
    case .notRegistered, .registeredLate: .registrationDays
    case .noDisclosure: .disclosureDays
    case .surplusOverTolerance: .surplusToleranceShare
    case .redemptionOverdue: .redemptionDays
    case .incentiveShareLow: .incentiveShareMin
    case .purchaseWithoutReview, .reviewAfterContract: .reviewUnitPriceFen
    case .splitPurchaseSuspected: .splitPurchaseDays
    case .lowUse: .lowUseSeconds
    case .lowSatisfaction: .satisfactionMin
    case .openComplaints: .complaintDays
    case .recordedLate: .recordedLateDays
    default: nil
    }
  }
}
