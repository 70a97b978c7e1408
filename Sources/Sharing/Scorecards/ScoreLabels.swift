/// A language the labels of scorecards are in.
public enum LabelLanguage: String, Sendable, Hashable, CaseIterable {
  /// Chinese, as the regulation is written.
  case zh
  /// English.
  case en

  /// The language of a POSIX locale name such as `zh_CN.UTF-8`: Chinese when it says so, else English.
  public init(locale: String) { self = locale.hasPrefix("zh") ? .zh : .en }
}

/// A word of scorecards in each language; keys of JSON and titles of CSV are never translated.
public struct ScoreLabel: Sendable, Hashable {
  /// In Chinese.
  public let zh: String
  /// In English.
  public let en: String

  init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  /// The word in a language.
  public subscript(language: LabelLanguage) -> String { language == .zh ? zh : en }
}

extension ScoreIndicator {
  /// What the indicator is called.
  public var label: ScoreLabel {
    switch self {
    case .openRate: ScoreLabel("开放率", "open rate")
    case .onTimeRate: ScoreLabel("信息报送及时率", "on-time rate")
    case .effectiveHours: ScoreLabel("年平均有效工作机时", "effective hours per resource")
    case .externalHours: ScoreLabel("年平均对外服务机时", "external hours per resource")
    case .shareRate: ScoreLabel("共享率", "share rate")
    case .utilisation: ScoreLabel("利用率", "utilisation")
    case .serviceIncome: ScoreLabel("共享服务收入", "service income")
    case .voucherRedeemed: ScoreLabel("创新券兑现额", "vouchers redeemed")
    case .redemptionRate: ScoreLabel("创新券兑现率", "redemption rate")
    case .satisfaction: ScoreLabel("用户满意度", "satisfaction")
    case .complaintRate: ScoreLabel("每千次服务投诉数", "complaints per 1,000 services")
    case .acknowledgementRate: ScoreLabel("成果标注率", "acknowledgement rate")
    case .refusals: ScoreLabel("拒收创新券次数", "vouchers refused")
    case .incentiveShare: ScoreLabel("激励支出占比", "incentive share")
    case .costRecovery: ScoreLabel("成本补偿率", "cost recovery")
    case .disclosure: ScoreLabel("信息公开", "disclosure")
    }
  }
}

extension ScoreRole {
  /// What the role is called.
  public var label: ScoreLabel {
    switch self {
    case .unit: ScoreLabel("资源单位", "unit")
    case .organisation: ScoreLabel("服务机构", "organisation")
    }
  }
}

/// The titles of tables of scorecards.
public enum ScoreTitle: String, Sendable, Hashable, CaseIterable {
  case indicator, label, value, unit, numerator, denominator, target, weight, cap, points, total, rank, party
  case numeratorPositions, denominatorPositions, cause, position, type, validTime, recordedTime, before, after, change
  case rankBefore, rankAfter, totalBefore, totalAfter, pointsBefore, pointsAfter, part, parameter, source, id
  case cycle, isReproduced, positions, name, from, through, valid

  /// The title for people.
  public var label: ScoreLabel {
    switch self {
    case .indicator: ScoreLabel("指标", "indicator")
    case .label: ScoreLabel("名称", "label")
    case .value: ScoreLabel("数值", "value")
    case .unit: ScoreLabel("单位", "unit")
    case .numerator: ScoreLabel("分子", "numerator")
    case .denominator: ScoreLabel("分母", "denominator")
    case .target: ScoreLabel("目标值", "target")
    case .weight: ScoreLabel("权重", "weight")
    case .cap: ScoreLabel("上限", "cap")
    case .points: ScoreLabel("得分", "points")
    case .total: ScoreLabel("总分", "total")
    case .rank: ScoreLabel("名次", "rank")
    case .party: ScoreLabel("主体", "party")
    case .numeratorPositions: ScoreLabel("分子依据", "numerator positions")
    case .denominatorPositions: ScoreLabel("分母依据", "denominator positions")
    case .cause: ScoreLabel("原因", "cause")
    case .position: ScoreLabel("位置", "position")
    case .type: ScoreLabel("事件类型", "type")
    case .validTime: ScoreLabel("有效时间", "valid time")
    case .recordedTime: ScoreLabel("记录时间", "recorded time")
    case .before: ScoreLabel("此前", "before")
    case .after: ScoreLabel("此后", "after")
    case .change: ScoreLabel("变化", "change")
    case .rankBefore: ScoreLabel("原名次", "rank before")
    case .rankAfter: ScoreLabel("新名次", "rank after")
    case .totalBefore: ScoreLabel("原总分", "total before")
    case .totalAfter: ScoreLabel("新总分", "total after")
    case .pointsBefore: ScoreLabel("原得分", "points before")
    case .pointsAfter: ScoreLabel("新得分", "points after")
    case .part: ScoreLabel("部分", "part")
    case .parameter: ScoreLabel("参数", "parameter")
    case .source: ScoreLabel("来源", "source")
    case .id: ScoreLabel("编号", "id")
    case .cycle: ScoreLabel("考评周期", "cycle")
    case .isReproduced: ScoreLabel("可复算", "reproduced")
    case .positions: ScoreLabel("依据", "positions")
    case .name: ScoreLabel("主体名称", "name")
    case .from: ScoreLabel("起", "from")
    case .through: ScoreLabel("止", "through")
    case .valid: ScoreLabel("有效时间", "valid")
    }
  }
}
