import EventModel
import ShareLedger

/// Findings on paper, rule by rule.
struct FindingsPrintout {
  let findings: [Finding]
  let sheet: Sheet
  /// Whose findings; `nil` for all.
  let party: Identifier?
  /// What that party is called, if it has a name.
  let name: Text?
  let asOf: AsOf
  let language: LabelLanguage

  var printout: Printout {
    var printout = Printout(
      .findings, heading: name?.string ?? party?.text ?? PrintoutWord.allParties[language], subheading: party?.text,
      asOf: asOf, language: language)
    printout.isWide = true
    printout.facts = [
      .init(name: "open", label: PrintoutWord.openFindings[language], value: sheet.fact("open")),
      .init(name: "findings", label: PrintoutWord.findings[language], value: .count(Int64(findings.count))),
    ]
    for rule in FindingRule.allCases {
      let rows = zip(findings, sheet.rows).filter { $0.0.rule == rule }.map(\.1)
      if rows.isEmpty { continue }
      printout.section(title(rule)) { html in
        PrintoutTable(sheet, rows: rows) { label($0, rule) }.write(&html, language)
      }
    }
    if findings.isEmpty {
      printout.section(PrintoutWord.findings[language]) { $0.element(.p, text: PrintoutWord.nothing[language]) }
    }
    return printout
  }

  private func title(_ rule: FindingRule) -> String {
    rule.label(language) + (language == .zh ? "（第 \(rule.article) 条）" : " (art. \(rule.article))")
  }

  private func label(_ title: String, _ rule: FindingRule) -> String? {
    let unit = rule.measure.map { language == .zh ? "（\($0.label(language))）" : ", \($0.label(language))" }
    switch title {
    case "party" where party == nil: return ScoreTitle.party.label[language]
    case "subjects": return PrintoutWord.subjects[language]
    case "since": return PrintoutWord.since[language]
    case "curedOn": return PrintoutWord.curedOn[language]
    case "measured": return unit.map { PrintoutWord.measured[language] + $0 }
    case "threshold": return unit.map { PrintoutWord.threshold[language] + $0 }
    case "policy": return PrintoutWord.policy[language]
    case "evidence": return PrintoutWord.positions[language]
    default: return nil
    }
  }
}

extension FindingMeasure {
  /// What people read its numbers in.
  fileprivate func label(_ language: LabelLanguage) -> String {
    let words: (en: String, zh: String) =
      switch self {
      case .fen: ("yuan", "元")
      case .days: ("days", "天")
      case .seconds: ("hours", "小时")
      case .basisPoints: ("1/10,000", "万分之一")
      case .hundredths: ("1/100", "百分之一")
      case .count: ("number", "次")
      }
    return language == .zh ? words.zh : words.en
  }
}
