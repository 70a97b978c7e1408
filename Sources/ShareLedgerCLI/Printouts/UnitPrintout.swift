import ShareLedger

/// A party's file on paper, section by section.
struct UnitPrintout {
  let file: UnitFile
  let sheet: Sheet
  let language: LabelLanguage

  var printout: Printout {
    var printout = Printout(
      .unitFile, heading: file.name?.string ?? file.party.text, subheading: file.party.text, asOf: file.asOf,
      language: language)
    printout.isWide = true
    let facts: [(String, PrintoutWord)] = [
      ("openFindings", .openFindings), ("overdueRectifications", .overdueRectifications),
      ("clawbackLeft", .clawbackLeft), ("subsidyLeft", .subsidyLeft),
    ]
    printout.facts = facts.map { .init(name: $0, label: $1[language], value: sheet.fact($0)) }
    var rest = sheet.rows[...]
    while let name = rest.first?.first?.cell.content {
      let rows = rest.prefix { $0.first?.cell.content == name }
      rest = rest.dropFirst(rows.count)
      printout.section(UnitFileWords.section(name)[language]) { html in
        PrintoutTable(sheet, rows: Array(rows)) { label($0, rows) }.write(&html, language)
      }
    }
    if sheet.rows.isEmpty {
      printout.section(PrintoutWord.findings[language]) { $0.element(.p, text: PrintoutWord.nothing[language]) }
    }
    return printout
  }

  /// What a column is called; the section stands above, and a column without any value is left out.
  private func label(_ title: String, _ rows: some Sequence<[Sheet.Value]>) -> String? {
    let words: [String: PrintoutWord] = [
      "id": .id, "since": .since, "until": .until, "state": .state, "amount": .amount, "left": .left, "text": .text,
      "positions": .positions,
    ]
    guard let word = words[title], let place = sheet.titles.firstIndex(of: title),
      rows.contains(where: { if case .none = $0[place].cell { false } else { !$0[place].cell.content.isEmpty } })
    else { return nil }
    return word[language]
  }
}
