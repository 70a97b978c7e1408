import Glibc
import ShareLedger

extension Output {
  /// Colour on a terminal, unless `NO_COLOR` is set to anything (no-color.org) or the terminal is dumb.
  var style: Style {
    let refusesColour = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
    return Style(isColoured: isTerminal && !refusesColour && !isDumb)
  }

  /// Writes an aligned table.
  func table(_ table: Table) throws(FileFault) {
    for text in table.lines(style: style) { try line(text) }
  }

  /// Writes a remark below a table.
  func remark(_ text: String) throws(FileFault) { try line(style.faint(text)) }

  /// Writes what the closure put into a JSON writer, as a line.
  func json(_ body: (inout JSONWriter) -> Void) throws(FileFault) {
    var writer = JSONWriter()
    body(&writer)
    writer.endLine()
    try write(writer.bytes)
  }
}
