import ShareLedger

/// What printouts say beside the titles and labels of their answers, in each language.
enum PrintoutWord: CaseIterable {
  case scorecard, ranking, unitFile, findings
  case valid, known, outOf, parties, indicatorSet, openFindings, overdueRectifications, clawbackLeft, subsidyLeft
  case certificate, certificateNote, yes, no
  case points, pointsNote, indicators, indicatorsNote, counted, notCounted
  case trend, trendNote
  case hours, hoursNote, hoursUnit, externalHours, internalHours, idleHours, share, part
  case allUnits, allOrganisations, totals, totalsNote, allParties
  case since, until, state, amount, left, text, id, positions, subjects, curedOn, measured, threshold, policy
  case nothing
  case explanation, evidence, whatIf, drift, role, proposedSet, frozen, drifted
  case sinceValid, sinceKnown, sinceIndicatorSet

  init(flag: Bool) { self = flag ? .yes : .no }

  /// The words in a language.
  subscript(language: LabelLanguage) -> String { language == .zh ? words.zh : words.en }

  private var words: (en: String, zh: String) {
    switch self {
    case .scorecard: ("Scorecard of resource sharing", "科技资源开放共享绩效考评表")
    case .ranking: ("Ranking of resource sharing", "科技资源开放共享绩效考评排名")
    case .unitFile: ("File of a party", "主体档案")
    case .findings: ("Findings", "问题清单")
    case .valid: ("true by the end of", "截至（有效时间）")
    case .known: ("known at position", "已知至（记录位置）")
    case .outOf: ("out of", "参评总数")
    case .parties: ("parties", "参评总数")
    case .indicatorSet: ("indicator set", "指标体系")
    case .openFindings: ("findings that stand", "未纠正问题")
    case .overdueRectifications: ("overdue rectifications", "逾期整改")
    case .clawbackLeft: ("to give back, yuan", "待追回（元）")
    case .subsidyLeft: ("subsidies to come, yuan", "待拨付补助（元）")
    case .certificate: ("Certificate", "证明")
    case .certificateNote:
      (
        "Which log these numbers were made of. The same question, asked of the same log, has the same SHA-256.",
        "以下列明数据所依据的日志；对同一日志提出同一问题，所得 SHA-256 必然相同。"
      )
    case .yes: ("yes", "是")
    case .no: ("no", "否")
    case .points: ("Points by indicator", "各项指标得分")
    case .pointsNote:
      (
        "Filled: points. Outline: up to the cap. Dash: the weight, reached at the target.",
        "实心：得分；外框：上限；短线：权重（达到目标值时的得分）。"
      )
    case .indicators: ("Values and points", "指标数值与得分")
    case .counted: ("counted by the indicator set", "计分指标")
    case .notCounted: ("not counted, for information", "不计分指标（供参考）")
    case .indicatorsNote:
      (
        "Money in yuan; hours as h:mm:ss; a dash: no value, because it would divide by zero, or not counted.",
        "金额单位为元；机时格式为 时:分:秒；“–”表示分母为零而无数值，或不计分。"
      )
    case .trend: ("Total over the months", "总分走势")
    case .trendNote:
      (
        "Each point is the total of a period of the same months that ended with that month: resources as they were at "
          + "its end, all as known at the same position, by the same indicator set. The last is this card.",
        "每一点为截至该月末、月数相同的期间的总分：资源按当月末状态，按同一记录位置所知，用同一指标体系计算；最后一点即本表。"
      )
    case .hours: ("Share of hours", "机时构成")
    case .hoursNote:
      (
        "Not used: what is left of the hour base of the resources in scope, whatever the length of the period.",
        "未使用：适用范围内资源按基准机时尚余部分，不随期间长短折算。"
      )
    case .hoursUnit: ("hours", "机时")
    case .externalHours: ("used by others", "对外服务")
    case .internalHours: ("used by the party itself", "本单位使用")
    case .idleHours: ("not used", "未使用")
    case .share: ("share", "占比")
    case .part: ("part", "部分")
    case .allUnits: ("All units", "全部资源单位")
    case .allOrganisations: ("All organisations", "全部服务机构")
    case .totals: ("Totals", "总分")
    case .totalsNote: ("The best, in order of rank.", "按名次列出位居前列者。")
    case .allParties: ("All parties", "全部主体")
    case .since: ("since", "起始日")
    case .until: ("until", "截止日")
    case .state: ("state", "状态")
    case .amount: ("yuan", "金额（元）")
    case .left: ("left, yuan", "余额（元）")
    case .text: ("what", "内容")
    case .id: ("id", "编号")
    case .positions: ("positions", "依据（记录位置）")
    case .subjects: ("about", "对象")
    case .curedOn: ("cured on", "纠正日")
    case .measured: ("measured", "实测值")
    case .threshold: ("threshold", "阈值")
    case .policy: ("policy", "政策")
    case .nothing: ("Nothing.", "无。")
    case .explanation: ("What moved a score", "得分变动说明")
    case .evidence: ("Events behind a score", "得分依据")
    case .whatIf: ("What a proposal would move", "拟议方案影响测算")
    case .drift: ("Drift of frozen scores", "冻结得分变动")
    case .role: ("assessed as", "考评身份")
    case .proposedSet: ("proposed set", "拟议指标体系")
    case .frozen: ("frozen scores", "冻结得分数")
    case .drifted: ("of these drifted", "其中有变动")
    case .sinceValid: ("since, true by", "此前有效时间")
    case .sinceKnown: ("since, known at position", "此前已知位置")
    case .sinceIndicatorSet: ("since, indicator set", "此前指标体系")
    }
  }
}
