/// Makes foreign text safe and short enough for an error message.
///
/// A hostile value must not move a terminal's cursor, turn the direction of the line or fill the screen, so everything
/// that is not plainly visible is escaped and the result never exceeds ``scalarCountMax`` Unicode scalars.
package enum Excerpt {
  /// The longest excerpt in Unicode scalars, quotes and ellipsis included.
  package static let scalarCountMax = 80

  /// The text in quotes, as `"ab\nc"`, cut with `…` where it is too long.
  package static func quoted(_ text: String) -> String {
    "\"" + escaped(text.unicodeScalars, limit: scalarCountMax - 2, quotes: true) + "\""
  }

  /// The text without quotes, escaped and cut the same way.
  package static func plain(_ text: String) -> String {
    escaped(text.unicodeScalars, limit: scalarCountMax, quotes: false)
  }

  private static func escaped(_ scalars: String.UnicodeScalarView, limit: Int, quotes: Bool) -> String {
    var result = ""
    var count = 0
    var rest = scalars[...]
    while let scalar = rest.popFirst() {
      let piece = visible(scalar, quotes: quotes)
      count += piece.unicodeScalars.count
      // One place stays free for the ellipsis unless this piece is the last.
      if count > limit || (count == limit && !rest.isEmpty) { return result + "…" }
      result += piece
    }
    return result
  }

  private static func visible(_ scalar: Unicode.Scalar, quotes: Bool) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\"" where quotes: return "\\\""
    case "\\" where quotes: return "\\\\"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
      return "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: return String(scalar)
    }
  }
}
