import EventModel
import ShareLedger

/// A scorecard on paper.
struct ScorecardPrintout {
  let card: Scorecard
  let standing: ScoreStanding
  let sheet: Sheet
  let language: LabelLanguage

  var printout: Printout {
    var printout = Printout(
      .scorecard, heading: standing.name?.string ?? card.party.text,
      subheading: "\(card.question.role.label[language]) \(card.party)", asOf: card.question.asOf, language: language)
    printout.facts = facts
    if card.set != nil {
      printout.section(PrintoutWord.points[language]) { points(&$0) }
    }
    printout.section(PrintoutWord.indicators[language]) { indicators(&$0) }
    if !standing.trend.isEmpty {
      printout.section(PrintoutWord.trend[language]) { trend(&$0) }
    }
    printout.section(PrintoutWord.hours[language]) { hours(&$0) }
    return printout
  }

  private var facts: [Printout.Fact] {
    [
      .init(name: "total", label: ScoreTitle.total.label[language], value: sheet.fact("total")),
      .init(name: "rank", label: ScoreTitle.rank.label[language], value: sheet.fact("rank")),
      .init(name: "parties", label: PrintoutWord.outOf[language], value: sheet.fact("parties")),
      .init(name: "from", label: ScoreTitle.from.label[language], value: sheet.fact("from")),
      .init(name: "through", label: ScoreTitle.through.label[language], value: sheet.fact("through")),
      .init(name: "indicatorSet", label: PrintoutWord.indicatorSet[language], value: sheet.fact("indicatorSet")),
    ]
  }

  private func points(_ html: inout HTML) {
    let bars = card.cells.compactMap { cell -> BarChart.Bar? in
      guard let terms = cell.terms else { return nil }
      return BarChart.Bar(
        name: cell.id.text, label: cell.indicator?.label[language] ?? cell.id.text, points: cell.points ?? 0,
        weight: terms.weight.value, cap: terms.cap.value)
    }
    html.element(.figure) { html in
      BarChart(
        bars: bars, title: PrintoutWord.points[language], description: PrintoutWord.pointsNote[language]
      ).write(&html)
      html.element(.figcaption, text: PrintoutWord.pointsNote[language])
    }
  }

  private func indicators(_ html: inout HTML) {
    var rows: [PrintoutTable.Row] = []
    for isCounted in [true, false] {
      let cells = card.cells.filter { ($0.terms != nil) == isCounted }
      if cells.isEmpty { continue }
      rows.append(.init(heading: (isCounted ? PrintoutWord.counted : .notCounted)[language]))
      rows += cells.map(row)
    }
    let titles: [ScoreTitle] = [.label, .value, .numerator, .denominator, .target, .weight, .cap, .points]
    // The names of the rows are those of the indicators.
    let columns = titles.map { ($0.rawValue, ($0 == .label ? .indicator : $0).label[language]) }
    PrintoutTable(sheet.name, columns, rows).write(&html, language)
    html.element(.p, [.class: "note"], text: PrintoutWord.indicatorsNote[language])
  }

  private func row(_ cell: ScoreCell) -> PrintoutTable.Row {
    let parts = cell.indicator?.parts ?? (.count, .count)
    return PrintoutTable.Row(
      id: cell.id.text,
      cells: [
        .text(cell.indicator?.label[language] ?? cell.id.text), .score(cell.value, cell.indicator),
        parts.numerator.amount(cell.value?.numerator), parts.denominator.amount(cell.value?.denominator),
        .target(cell.terms?.target.value, cell.indicator), .points(cell.terms?.weight.value),
        .points(cell.terms?.cap.value), .points(cell.points),
      ])
  }

  private func trend(_ html: inout HTML) {
    html.element(.div, [.class: "beside"]) { html in
      html.element(.figure) { html in
        TrendChart(
          points: standing.trend, title: PrintoutWord.trend[language], description: PrintoutWord.trendNote[language]
        ).write(&html)
        html.element(.figcaption, text: PrintoutWord.trendNote[language])
      }
      if let trend = sheet.lists.first {
        PrintoutTable(trend) { title in
          switch title {
          case "from": ScoreTitle.from.label[language]
          case "through": ScoreTitle.through.label[language]
          case "total": ScoreTitle.total.label[language]
          default: nil
          }
        }.write(&html, language)
      }
    }
  }

  private func hours(_ html: inout HTML) {
    HoursChart.hatching(&html)
    html.element(.figure) { html in
      HoursChart(card.hours, language).write(&html, language)
      if card.set != nil { html.element(.figcaption, text: PrintoutWord.hoursNote[language]) }
    }
  }
}

extension ScoreIndicator {
  /// In what numerator and denominator are counted.
  fileprivate var parts: (numerator: ScoreUnit, denominator: ScoreUnit) {
    switch self {
    case .effectiveHours, .externalHours: (.seconds, .count)
    case .shareRate, .utilisation: (.seconds, .seconds)
    case .serviceIncome, .voucherRedeemed: (.fen, .count)
    case .redemptionRate, .incentiveShare, .costRecovery: (.fen, .fen)
    case .openRate, .onTimeRate, .satisfaction, .complaintRate, .acknowledgementRate, .refusals, .disclosure:
      (.count, .count)
    }
  }
}

extension ScoreUnit {
  /// A sum in this unit.
  fileprivate func amount(_ sum: Int128?) -> Sheet.Value {
    switch self {
    case .seconds: .seconds(sum)
    case .fen: .fen(sum)
    case .basisPoints, .count: .number(sum)
    }
  }
}
