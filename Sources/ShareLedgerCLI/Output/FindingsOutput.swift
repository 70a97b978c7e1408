import ShareLedger

/// Findings as rows.
enum FindingsOutput {
  private static let titles = [
    "rule", "article", "party", "subjects", "since", "curedOn", "measured", "threshold", "measure", "policy",
    "accounts",
    "evidence",
  ]

  static func sheet(_ findings: [Finding], _ language: Language) -> Sheet {
    var sheet = Sheet("findings", titles + ["label"])
    for finding in findings { sheet.add(row(finding) + [.text(finding.rule.label(language))]) }
    sheet.facts = [("open", .count(Int64(findings.count { $0.curedOn == nil })))]
    return sheet
  }

  /// How many of each rule, and how many of them still stand.
  static func summary(_ findings: [Finding], _ language: Language) -> Sheet {
    var sheet = Sheet("rules", ["rule", "article", "findings", "open", "parties", "label"])
    for rule in FindingRule.allCases {
      let ofRule = findings.filter { $0.rule == rule }
      if ofRule.isEmpty { continue }
      sheet.add([
        .text(rule.rawValue), .text(rule.article), .count(Int64(ofRule.count)),
        .count(Int64(ofRule.count { $0.curedOn == nil })), .count(Int64(Set(ofRule.map(\.party)).count)),
        .text(rule.label(language)),
      ])
    }
    return sheet
  }

  private static func row(_ finding: Finding) -> [Sheet.Value] {
    [
      .text(finding.rule.rawValue), .text(finding.rule.article), .text(finding.party.text),
      .text(finding.subjects.map(\.description).joined(separator: " ")), .text("\(finding.since)"),
      .text(finding.curedOn.map { "\($0)" }), value(finding.measured, finding.rule.measure),
      value(finding.threshold, finding.rule.measure), .text(finding.rule.measure?.rawValue),
      .text(finding.policy?.text), .text(finding.accounts.map(\.text).joined(separator: " ")),
      .positions(finding.evidence),
    ]
  }

  private static func value(_ number: Int64?, _ measure: FindingMeasure?) -> Sheet.Value {
    switch measure {
    case .fen: .fen(number.map { Int128($0) })
    case .seconds: .seconds(number.map { Int128($0) })
    default: .count(number)
    }
  }
}
