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

  /// Adds what became of one event as a line of JSON.
  func receipt(_ receipt: ImportReceipt) throws(FileFault) {
    try json { writer in
      writer.beginObject()
      writer.key("line")
      writer.int(Int64(receipt.line))
      writer.key("source")
      writer.string(receipt.source.text)
      writer.key("id")
      writer.string(receipt.id.text)
      writer.key("outcome")
      if case .recorded = receipt.outcome { writer.string("recorded") } else { writer.string("alreadyRecorded") }
      writer.key("position")
      writer.string(receipt.outcome.position.description)
      writer.endObject()
    }
  }
}
