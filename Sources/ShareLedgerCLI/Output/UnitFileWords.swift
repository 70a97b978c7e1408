import ShareLedger

/// What the sections and states of a party's file are called.
enum UnitFileWords {
  /// A word in each language.
  struct Word {
    let en: String
    let zh: String

    subscript(language: LabelLanguage) -> String { language == .zh ? zh : en }
  }

  /// The name of a section; one this file does not know keeps its own.
  static func section(_ name: String) -> Word {
    switch name {
    case "finding": Word(en: "Findings", zh: "发现的问题")
    case "confirmed": Word(en: "Confirmed findings", zh: "已确认的问题")
    case "notice.published": Word(en: "Notices", zh: "通报")
    case "credit.recorded": Word(en: "Credit entries", zh: "信用记录")
    case "fraud.found": Word(en: "Frauds", zh: "弄虚作假")
    case "matter.referred": Word(en: "Matters passed on", zh: "移送事项")
    case "rectification": Word(en: "Rectifications", zh: "整改")
    case "qualification.suspended": Word(en: "Qualifications suspended", zh: "暂停资格")
    case "qualification.revoked": Word(en: "Qualifications revoked", zh: "取消资格")
    case "qualification.restored": Word(en: "Qualifications restored", zh: "恢复资格")
    case "clawback": Word(en: "Clawbacks", zh: "追回")
    case "subsidy": Word(en: "Subsidies", zh: "补助")
    case "score": Word(en: "Scores", zh: "考评得分")
    case "grade": Word(en: "Grades", zh: "考评等级")
    default: Word(en: name, zh: name)
    }
  }

  /// A state for people: of programs it is always the English word.
  static func state(_ state: String, _ language: LabelLanguage) -> String {
    guard language == .zh else { return state }
    // Rectifications say their last day behind a comma.
    let parts = state.split(separator: ", due ", maxSplits: 1).map(String.init)
    let word = parts.first.flatMap { chinese[$0] } ?? state
    return parts.count == 2 ? "\(word)，期限 \(parts[1])" : word
  }

  private static let chinese = [
    "open": "未纠正", "cured": "已纠正", "still found": "仍存在", "not found now": "现已不存在", "held": "具备",
    "suspended": "暂停", "revoked": "取消", "paid": "已结清", "overdue": "逾期", "due": "未结清", "accepted": "已通过",
    "failed": "未通过", "excellent": "优秀", "good": "良好", "qualified": "合格", "poor": "较差",
  ]
}
