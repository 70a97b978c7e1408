import ShareLedger

/// A language people read.
enum Language: String, CaseIterable {
  case en
  case zh
}

extension FindingRule {
  /// What the rule found, in a few words for people.
  func label(_ language: Language) -> String { language == .zh ? labels.zh : labels.en }

  private var labels: (en: String, zh: String) {
    switch self {
    case .notRegistered: ("not reported and open when due", "到期未报送或未开放")
    case .registeredLate: ("reported and open late", "逾期报送开放")
    case .notOpenToOutside: ("not open to others", "未向社会开放")
    case .exemptionMissingApproval: ("exempted without an authority's approval", "豁免未经主管部门批准")
    case .noRules: ("no sharing rules published", "未制定开放共享制度")
    case .noDisclosure: ("nothing published about sharing", "未公布开放共享情况")
    case .chargeWithoutStandard: ("charge without a fee standard", "无收费标准收费")
    case .chargeDiffersFromStandard: ("charge differs from the standard", "未按收费标准收费")
    case .componentNotListed: ("charged component not in the standard", "收取标准外费用")
    case .differentPriceSameService: ("one service at several prices", "同一服务不同价格")
    case .surplusOverTolerance: ("surplus above tolerance", "收支结余超出允许范围")
    case .missingAcknowledgement: ("outcome without acknowledgement", "成果未标注")
    case .customsUseWithoutConsent: ("use under customs supervision without consent", "海关监管期内未经同意使用")
    case .voucherRefused: ("voucher refused", "拒收创新券")
    case .redemptionOverdue: ("redemption overdue", "创新券兑现逾期")
    case .incentiveShareLow: ("low share of income for incentives", "激励支出占比低")
    case .spentAboveIncome: ("more spent than earned", "支出超过收入")
    case .purchaseWithoutReview: ("bought without a review", "未经联合评议购置")
    case .reviewAfterContract: ("reviewed after the contract", "先签合同后评议")
    case .splitPurchaseSuspected: ("purchase split up, by the look of it", "疑似拆分购置")
    case .lowUse: ("low use", "使用效率低")
    case .lowSatisfaction: ("low satisfaction", "用户满意度低")
    case .openComplaints: ("complaint open for too long", "投诉逾期未处理")
    case .recordedLate: ("recorded late", "记录滞后")
    }
  }
}
