import EventModel
import ShareLedger

/// A scorecard as rows of its indicators.
struct ScorecardSheet {
  let card: Scorecard
  /// The evidence of each cell; `nil` when it was not asked for.
  let evidence: [ScoreEvidence?]?
  /// What stands beside the card; `nil` when it was not asked for.
  let standing: ScoreStanding?
  let language: LabelLanguage

  var sheet: Sheet {
    var titles: [ScoreTitle] = [
      .indicator, .label, .value, .unit, .numerator, .denominator, .target, .weight, .cap, .points,
    ]
    if evidence != nil { titles += [.numeratorPositions, .denominatorPositions] }
    var sheet = Sheet("cells", titles, language)
    for (index, cell) in card.cells.enumerated() {
      var row: [Sheet.Value] = [
        .text(cell.id.text), .text(cell.indicator?.label[language]), .score(cell.value, cell.indicator),
        .text(cell.indicator?.unit.rawValue), .text(cell.value.map { "\($0.numerator)" }),
        .text(cell.value.map { "\($0.denominator)" }), .target(cell.terms?.target.value, cell.indicator),
        .points(cell.terms?.weight.value), .points(cell.terms?.cap.value), .points(cell.points),
      ]
      if let evidence {
        row += [.positions(evidence[index]?.numerator ?? []), .positions(evidence[index]?.denominator ?? [])]
      }
      sheet.add(row)
    }
    sheet.facts =
      card.question.facts + [
        ("party", .text(card.party.text)), ("indicatorSet", .text(card.set?.id.text)),
        ("total", .points(card.set == nil ? nil : card.total)),
      ]
    if let standing { add(standing, to: &sheet) }
    return sheet
  }

  private func add(_ standing: ScoreStanding, to sheet: inout Sheet) {
    sheet.facts += [
      ("name", .text(standing.name?.string)), ("rank", .count(standing.rank.map { Int64($0) })),
      ("parties", .count(Int64(standing.partyCount))), ("externalSeconds", .seconds(card.hours.external)),
      ("internalSeconds", .seconds(card.hours.internal)), ("idleSeconds", .seconds(card.hours.idle)),
    ]
    var trend = Sheet("trend", [.from, .through, .valid, .total], language)
    for point in standing.trend {
      trend.add([
        .text("\(point.period.from)"), .text("\(point.period.through)"), .text("\(point.valid)"), .points(point.total),
      ])
    }
    sheet.lists = [trend]
  }
}

extension Sheet {
  /// Rows under titles of scorecards, which people see in their language.
  init(_ name: String, _ titles: [ScoreTitle], _ language: LabelLanguage) {
    self.init(name, titles.map(\.rawValue))
    shownTitles = titles.map { $0.label[language] }
  }
}

extension ScoreQuestion {
  /// What holds for all scorecards of an answer.
  var facts: [(name: String, value: Sheet.Value)] {
    [
      ("role", .text(role.rawValue)), ("from", .text("\(period.from)")), ("through", .text("\(period.through)")),
    ]
  }
}
