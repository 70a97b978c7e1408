import ShareLedger

/// Any answer of rows on paper: its facts and its table, without drawings.
struct SheetPrintout {
  let kind: PrintoutWord
  let sheet: Sheet
  let asOf: AsOf
  let language: LabelLanguage
  /// Whom or what it is about; `nil` for all.
  var heading: String?

  var printout: Printout {
    var printout = Printout(
      kind, heading: heading ?? PrintoutWord.allParties[language], asOf: asOf, language: language)
    printout.isWide = true
    printout.facts = sheet.facts.map { name, value in
      .init(name: name, label: SheetPrintout.label(name, language), value: word(name, value))
    }
    let labels = Dictionary(zip(sheet.titles, sheet.shownTitles ?? sheet.titles)) { first, _ in first }
    printout.section(kind[language]) { html in
      if sheet.rows.isEmpty {
        html.element(.p, text: PrintoutWord.nothing[language])
      } else {
        PrintoutTable(sheet) { labels[$0] }.write(&html, language)
      }
    }
    return printout
  }

  /// A fact as it is, or in words where programs have a code.
  private func word(_ name: String, _ value: Sheet.Value) -> Sheet.Value {
    guard name == "role", let role = ScoreRole(rawValue: value.cell.content) else { return value }
    return .word(role.rawValue, shown: role.label[language])
  }

  /// What a fact is called: as a title of scorecards, or by a word of its own.
  private static func label(_ name: String, _ language: LabelLanguage) -> String {
    if let title = ScoreTitle(rawValue: name) { return title.label[language] }
    let words: [String: PrintoutWord] = [
      "role": .role, "parties": .parties, "indicatorSet": .indicatorSet, "proposedSet": .proposedSet,
      "frozen": .frozen, "drifted": .drifted, "sinceValid": .sinceValid, "sinceKnown": .sinceKnown,
      "sinceIndicatorSet": .sinceIndicatorSet,
    ]
    return words[name]?[language] ?? name
  }
}
