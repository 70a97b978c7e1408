/// Swift source under construction: indented lines and wrapped doc comments.
struct SourceText {
  private(set) var text: String
  private var depth = 0

  /// Starts a file with the note where it comes from.
  init(generatedFrom source: String) {
    text = "// Generated from \(source) by SchemaGenerator; edit the schema instead.\n\n"
  }

  mutating func line(_ line: String = "") {
    text += line.isEmpty ? "\n" : String(repeating: "  ", count: depth) + line + "\n"
  }

  mutating func lines(_ lines: [String]) {
    for line in lines { self.line(line) }
  }

  /// Writes `head {`, the body one level deeper, and `}`.
  mutating func block(_ head: String, _ body: (inout SourceText) -> Void) {
    line(head + " {")
    depth += 1
    body(&self)
    depth -= 1
    line("}")
  }

  /// Writes a doc comment, paragraphs wrapped at 116 columns.
  mutating func doc(_ paragraphs: String...) {
    let width = 116 - 2 * depth - 4
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { line("///") }
      var current = ""
      for word in paragraph.split(whereSeparator: \.isWhitespace) {
        if !current.isEmpty, current.count + 1 + word.count > width {
          line("/// " + current)
          current = ""
        }
        current += current.isEmpty ? String(word) : " " + word
      }
      line("/// " + current)
    }
  }

  /// A Swift string literal of any text without line breaks.
  static func literal(_ text: String) -> String {
    var marks = "#"
    while text.contains("\"" + marks) || text.contains("\\" + marks) { marks += "#" }
    return "\(marks)\"\(text)\"\(marks)"
  }
}
