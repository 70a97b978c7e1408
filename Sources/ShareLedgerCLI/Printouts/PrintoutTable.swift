import ShareLedger

/// A table of a printout: some columns of rows whose cells have the names of JSON.
struct PrintoutTable {
  /// One column.
  struct Column {
    let name: String
    let label: String
    let isNumber: Bool
  }

  /// One row; a row without cells is a heading over those below.
  struct Row {
    var heading: String?
    /// What the row is about, by its name in JSON.
    var id: String?
    var cells: [Sheet.Value] = []
  }

  private let columns: [Column]
  private let rows: [Row]
  private let name: String

  /// Takes rows of cells, one for each column.
  ///
  /// - Parameter name: what the list of the rows is called in JSON.
  init(_ name: String, _ columns: [(name: String, label: String)], _ rows: [Row]) {
    self.name = name
    self.rows = rows
    self.columns = columns.enumerated().map { index, column in
      let isNumber = rows.contains { index < $0.cells.count && $0.cells[index].isNumber }
      return Column(name: column.name, label: column.label, isNumber: isNumber)
    }
  }

  /// Takes the columns of a sheet that have a label.
  ///
  /// - Parameters:
  ///   - rows: which rows; by default all.
  ///   - label: what a column is called, or `nil` to leave it out.
  init(_ sheet: Sheet, rows: [[Sheet.Value]]? = nil, _ label: (String) -> String?) {
    let shown = sheet.titles.indices.filter { label(sheet.titles[$0]) != nil }
    self.init(
      sheet.name, shown.map { (sheet.titles[$0], label(sheet.titles[$0]) ?? "") },
      (rows ?? sheet.rows).map { row in Row(cells: shown.map { row[$0] }) })
  }

  func write(_ html: inout HTML, _ language: LabelLanguage) {
    html.element(.table, [.dataName: name]) { html in
      html.element(.thead) { html in
        html.element(.tr) { html in
          for column in columns {
            html.element(.th, [.scope: "col", .class: column.isNumber ? "number" : ""], text: column.label)
          }
        }
      }
      html.element(.tbody) { html in
        for row in rows { write(row, &html, language) }
      }
    }
    html.lineFeed()
  }

  private func write(_ row: Row, _ html: inout HTML, _ language: LabelLanguage) {
    html.lineFeed()
    if let heading = row.heading {
      html.element(.tr, [.class: "heading"]) { html in
        html.element(.th, [.scope: "colgroup", .colspan: "\(columns.count)"], text: heading)
      }
    }
    if row.cells.isEmpty { return }
    html.element(.tr, row.id.map { [.dataName: $0] } ?? [:]) { html in
      for (column, value) in zip(columns, row.cells) {
        let kind = if case .positions = value { "positions" } else { column.isNumber ? "number" : "" }
        html.element(.td, [.dataName: column.name, .class: kind]) { $0.value(value, language) }
      }
    }
  }
}
