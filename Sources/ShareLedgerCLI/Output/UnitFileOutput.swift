import ShareLedger

/// A party's file as rows: a section's name, and the same columns for all.
enum UnitFileOutput {
  private static let titles = [
    "section", "id", "since", "until", "state", "amount", "left", "text", "positions",
  ]

  /// One row.
  private struct Row {
    var section: String
    var id: String
    var since: Day
    var until: Day?
    var state: String?
    var amount: Int128?
    var left: Int128?
    var text: String?
    var positions: [Position]

    func values(_ language: LabelLanguage) -> [Sheet.Value] {
      [
        .text(section), .text(id), .text("\(since)"), .text(until.map { "\($0)" }),
        .word(state, shown: state.map { UnitFileWords.state($0, language) }), .fen(amount),
        .fen(left), .text(text), .positions(positions),
      ]
    }
  }

  static func sheet(_ file: UnitFile, _ language: LabelLanguage) -> Sheet {
    var sheet = Sheet("entries", titles)
    let rows =
      findings(file, language) + confirmations(file) + entries(file) + rectifications(file) + qualifications(file)
      + dues("clawback", file.clawbacks) + dues("subsidy", file.subsidies) + assessments(file)
    for row in rows { sheet.add(row.values(language)) }
    sheet.facts = [
      ("party", .text(file.party.text)), ("name", .text(file.name?.string)),
      ("openFindings", .count(Int64(file.findings.count { $0.curedOn == nil }))),
      ("overdueRectifications", .count(Int64(file.rectifications.count { $0.state == .overdue }))),
      ("clawbackLeft", .fen(file.clawbacks.reduce(0) { $0 + $1.left })),
      ("subsidyLeft", .fen(file.subsidies.reduce(0) { $0 + $1.left })),
    ]
    return sheet
  }

  private static func findings(_ file: UnitFile, _ language: LabelLanguage) -> [Row] {
    file.findings.map { finding in
      Row(
        section: "finding", id: finding.rule.rawValue, since: finding.since, until: finding.curedOn,
        state: finding.curedOn == nil ? "open" : "cured",
        text: finding.rule.label(language) + finding.subjects.map { " \($0)" }.joined(), positions: finding.evidence)
    }
  }

  private static func confirmations(_ file: UnitFile) -> [Row] {
    file.confirmations.map {
      Row(
        section: "confirmed", id: $0.finding.text, since: $0.day,
        state: $0.isStillFound ? "still found" : "not found now",
        text: $0.rule.text, positions: [$0.position] + $0.evidence)
    }
  }

  private static func entries(_ file: UnitFile) -> [Row] {
    file.entries.map {
      Row(
        section: $0.type.wireName, id: $0.about?.description ?? "", since: $0.day, until: $0.until,
        text: $0.text.string,
        positions: [$0.position])
    }
  }

  private static func rectifications(_ file: UnitFile) -> [Row] {
    file.rectifications.map {
      Row(
        section: "rectification", id: $0.rectification.text, since: $0.orderedOn, until: $0.endedOn,
        state: "\($0.state.rawValue), due \($0.due)", text: $0.demand.string, positions: $0.positions)
    }
  }

  private static func qualifications(_ file: UnitFile) -> [Row] {
    file.qualifications.flatMap { course in
      course.steps.map { step in
        Row(
          section: step.type.wireName, id: course.qualification.text, since: step.day, until: step.until,
          state: step == course.steps.last ? name(course.state) : nil, text: step.reason.string,
          positions: [step.position])
      }
    }
  }

  private static func name(_ state: QualificationCourse.State) -> String {
    switch state {
    case .held: "held"
    case .suspended: "suspended"
    case .revoked: "revoked"
    }
  }

  private static func dues(_ section: String, _ accounts: [DueAccount]) -> [Row] {
    accounts.map {
      Row(
        section: section, id: $0.id.text, since: $0.orderedOn, until: $0.due,
        state: $0.left == 0 ? "paid" : $0.isOverdue ? "overdue" : "due", amount: $0.ordered, left: $0.left,
        positions: $0.positions)
    }
  }

  private static func assessments(_ file: UnitFile) -> [Row] {
    file.assessments.map {
      Row(
        section: $0.grade == nil ? "score" : "grade", id: $0.cycle.text, since: $0.day,
        state: $0.grade?.wireName ?? $0.points.map { "\($0)" }, positions: [$0.position])
    }
  }
}
