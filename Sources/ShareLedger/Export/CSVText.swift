/// Text as a field of comma-separated values (RFC 4180) that no spreadsheet takes for a formula.
package enum CSVText {
  /// A field; text that a spreadsheet would run as a formula is led by an apostrophe (OWASP ASVS 5.0, 1.2.10).
  package static func field(_ text: String) -> String {
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
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}
