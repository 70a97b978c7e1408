import ShareLedger

/// Comma-separated values (RFC 4180) that no spreadsheet takes for a formula.
enum CSV {
  /// One row, ended with CR LF.
  static func row(_ cells: [Cell]) -> String {
    cells.map(field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ cell: Cell) -> String {
    guard case .text(let text) = cell else { return cell.content }
    return CSVText.field(text)
  }
}

/// One cell of a table or CSV row.
enum Cell {
  /// Text of anyone's making.
  case text(String)
  /// A number, aligned to the right.
  case number(String)
  /// No value.
  case none

  /// Text, or none.
  static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .none }

  /// The bare content.
  var content: String {
    switch self {
    case .text(let text), .number(let text): text
    case .none: ""
    }
  }

  var isNumber: Bool { if case .number = self { true } else { false } }
}
