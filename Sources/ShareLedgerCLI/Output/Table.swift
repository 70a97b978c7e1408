/// A table for people: columns aligned for double-width characters, numbers to the right.
struct Table {
  private let titles: [String]
  private var rows: [[Cell]] = []

  init(_ titles: [String]) { self.titles = titles }

  mutating func add(_ row: [Cell]) { rows.append(row) }

  /// The lines, titles first; the last column is not padded.
  func lines(style: Style) -> [String] {
    let texts = rows.map { $0.map { Visible.text($0.content) } }
    var widths = titles.map(DisplayWidth.of)
    for row in texts {
      for (column, text) in row.enumerated() { widths[column] = max(widths[column], DisplayWidth.of(text)) }
    }
    let isRight = titles.indices.map { column in rows.contains { $0[column].isNumber } }
    let title = Table.line(titles, widths, isRight)
    return [style.bold(title)] + texts.map { Table.line($0, widths, isRight) }
  }

  private static func line(_ texts: [String], _ widths: [Int], _ isRight: [Bool]) -> String {
    var line = ""
    for (column, text) in texts.enumerated() {
      if column > 0 { line += "  " }
      let blanks = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(text)))
      line += isRight[column] ? blanks + text : text + blanks
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// Colour and weight on a terminal, nothing elsewhere.
struct Style {
  let isColoured: Bool

  func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func faint(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
