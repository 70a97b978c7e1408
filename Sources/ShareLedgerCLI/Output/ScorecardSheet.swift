import EventModel
import ShareLedger

/// A scorecard as rows of its indicators.
struct ScorecardSheet {
  let card: Scorecard
  /// The evidence of each cell; `nil` when it was not asked for.
  let evidence: [ScoreEvidence?]?
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
        .text(cell.value.map { "\($0.denominator)" }), .count(cell.terms?.target.value),
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
    return sheet
  }
}

/// All scorecards of a role, a row each.
struct RankSheet {
  let ranking: Ranking
  let limit: Int?
  let language: LabelLanguage

  var sheet: Sheet {
    let cells = ranking.rows.first?.card.cells ?? []
    let shown = cells.filter { ranking.set == nil || $0.terms != nil }
    var sheet = Sheet("rows", [ScoreTitle.rank, .party, .total].map(\.rawValue) + shown.map(\.id.text))
    sheet.shownTitles =
      [ScoreTitle.rank, .party, .total].map { $0.label[language] }
      + shown.map { $0.indicator?.label[language] ?? $0.id.text }
    for row in ranking.rows.prefix(limit ?? .max) {
      let cells = shown.map { cell -> Sheet.Value in
        let cell = row.card[cell.id]
        return ranking.set == nil ? .score(cell?.value, cell?.indicator) : .points(cell?.points)
      }
      sheet.add(
        [
          .count(Int64(row.rank)), .text(row.card.party.text),
          .points(ranking.set == nil ? nil : row.card.total),
        ] + cells)
    }
    sheet.facts =
      ranking.question.facts + [
        ("indicatorSet", .text(ranking.set?.id.text)), ("parties", .count(Int64(ranking.rows.count))),
      ]
    return sheet
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
