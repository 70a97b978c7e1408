/// Comma-separated values (RFC 4180) that no spreadsheet takes for a formula.
enum CSV {
  /// One row, ended with CR LF.
  static func row(_ cells: [Cell]) -> String {
    cells.map(field).joined(separator: ",") + "\r\n"
  }

  /// A field; text that a spreadsheet would run as a formula is led by an apostrophe (OWASP ASVS 5.0, 1.2.10).
  private static func field(_ cell: Cell) -> String {
    guard case .text(let text) = cell else { return cell.content }
    let safe = text.unicodeScalars.first.map(isDangerous) == true ? "'" + text : text
    guard safe.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return safe }
    var quoted = "\""
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"].contains(scalar)
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
