import EventModel
import ShareLedger

/// All scorecards of a role, a row each.
struct RankSheet {
  let ranking: Ranking
  let limit: Int?
  /// What parties are called.
  let names: [Identifier: Text]
  let language: LabelLanguage

  private static let fixed: [ScoreTitle] = [.rank, .party, .name, .total]

  var sheet: Sheet {
    let cells = ranking.rows.first?.card.cells ?? []
    let shown = cells.filter { ranking.set == nil || $0.terms != nil }
    var sheet = Sheet("rows", Self.fixed.map(\.rawValue) + shown.map(\.id.text))
    sheet.shownTitles =
      Self.fixed.map { $0.label[language] }
      + shown.map { $0.indicator?.label[language] ?? $0.id.text }
    for row in ranking.rows.prefix(limit ?? .max) {
      let cells = shown.map { cell -> Sheet.Value in
        let cell = row.card[cell.id]
        return ranking.set == nil ? .score(cell?.value, cell?.indicator) : .points(cell?.points)
      }
      sheet.add(
        [
          .count(Int64(row.rank)), .text(row.card.party.text), .text(names[row.card.party]?.string),
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
