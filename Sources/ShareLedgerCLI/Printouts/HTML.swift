import EventModel

/// Markup that holds nothing but what this file can write: text with every special character escaped, elements and
/// attributes of two short lists.
///
/// No script, no address and no handler can be written, because neither list has a name for one.
struct HTML {
  /// The elements a printout is made of.
  enum Element: String {
    case header, section, footer, div, h1, h2, p, dl, dt, dd, table, caption, thead, tbody, tr, th, td, data, bdi, span
    case figure, figcaption, svg, title, desc, defs, pattern, g, rect, line, polyline, circle, text
  }

  /// The attributes they have.
  enum Attribute: String {
    case `class`, id, scope, value, role, viewBox, width, height, x, y, x1, y1, x2, y2, cx, cy, r, points, patternUnits
    case colspan
    case dataName = "data-name"
    case dataValue = "data-value"
  }

  /// What was written.
  private(set) var markup = ""

  /// Adds text as text; what is invisible or could turn the line around is written as `\u{…}`.
  mutating func text(_ text: String) { markup += HTML.escaped(text) }

  /// Adds text of anyone's making, whose direction cannot change that of its neighbours.
  mutating func isolated(_ text: String) { element(.bdi) { $0.text(text) } }

  /// Adds an element with what the closure writes into it.
  mutating func element(
    _ element: Element, _ attributes: KeyValuePairs<Attribute, String> = [:],
    _ body: (inout HTML) -> Void = { _ in }
  ) {
    markup += "<" + element.rawValue
    for (name, value) in attributes where name != .class || !value.isEmpty {
      markup += " \(name.rawValue)=\"\(HTML.escaped(value))\""
    }
    markup += ">"
    body(&self)
    markup += "</\(element.rawValue)>"
  }

  /// Adds an element of one text.
  mutating func element(_ element: Element, _ attributes: KeyValuePairs<Attribute, String> = [:], text: String) {
    self.element(element, attributes) { $0.text(text) }
  }

  /// Adds markup that was written before.
  mutating func add(_ other: HTML) { markup += other.markup }

  /// Adds a line feed between elements.
  mutating func lineFeed() { markup += "\n" }

  /// The whole document: nothing may be loaded or run, and no style applied but this one, which the policy also tells
  /// the browser.
  ///
  /// - Parameters:
  ///   - title: the document's title.
  ///   - language: the language of its labels.
  ///   - style: the style sheet, which is part of the program.
  ///   - body: writes what is shown.
  static func document(
    title: String, language: String, style: StaticString, _ body: (inout HTML) -> Void
  ) -> String {
    var html = HTML()
    html.markup = """
      <!DOCTYPE html>
      <html lang="\(escaped(language))">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '\(digest(style))'">
      <meta name="viewport" content="width=device-width">
      <meta name="referrer" content="no-referrer">
      <title>\(escaped(title))</title>
      <style>\(style)</style>
      </head>
      <body>

      """
    body(&html)
    html.markup += "</body>\n</html>\n"
    return html.markup
  }

  /// A style sheet as a content security policy names it (CSP Level 3, §2.3.1).
  private static func digest(_ style: StaticString) -> String {
    let digits = Array(ContentHash(hashing: Array("\(style)".utf8)).text.utf8)
    let bytes = stride(from: 0, to: digits.count, by: 2).map { place in
      UInt8(String(decoding: digits[place...(place + 1)], as: UTF8.self), radix: 16) ?? 0
    }
    return "sha256-" + Base64.text(bytes)
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in Visible.text(text).unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
