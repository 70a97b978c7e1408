import EventModel
import ShareLedger

/// A ranking on paper.
struct RankPrintout {
  let ranking: Ranking
  let names: [Identifier: Text]
  let sheet: Sheet
  let language: LabelLanguage

  private static let barCountMax = 20

  var printout: Printout {
    let all: PrintoutWord = ranking.question.role == .unit ? .allUnits : .allOrganisations
    var printout = Printout(.ranking, heading: all[language], asOf: ranking.question.asOf, language: language)
    printout.isWide = true
    printout.facts = [
      .init(name: "parties", label: PrintoutWord.parties[language], value: sheet.fact("parties")),
      .init(name: "from", label: ScoreTitle.from.label[language], value: sheet.fact("from")),
      .init(name: "through", label: ScoreTitle.through.label[language], value: sheet.fact("through")),
      .init(name: "indicatorSet", label: PrintoutWord.indicatorSet[language], value: sheet.fact("indicatorSet")),
    ]
    if ranking.set != nil, !sheet.rows.isEmpty {
      printout.section(PrintoutWord.totals[language]) { totals(&$0) }
    }
    printout.section(PrintoutWord.points[language]) { html in
      let shown = Dictionary(zip(sheet.titles, sheet.shownTitles ?? sheet.titles)) { first, _ in first }
      PrintoutTable(sheet) { shown[$0] }.write(&html, language)
    }
    return printout
  }

  private func totals(_ html: inout HTML) {
    let bars = ranking.rows.prefix(min(sheet.rows.count, RankPrintout.barCountMax)).map { row in
      let name = names[row.card.party]?.string ?? row.card.party.text
      return BarChart.Bar(name: row.card.party.text, label: "\(row.rank)  \(name)", points: row.card.total)
    }
    html.element(.figure) { html in
      BarChart(
        bars: Array(bars), title: PrintoutWord.totals[language], description: PrintoutWord.totalsNote[language]
      ).write(&html)
      html.element(.figcaption, text: PrintoutWord.totalsNote[language])
    }
  }
}
