import EventModel
import ShareLedger

/// One value of a row: money is yuan for people and whole fen for programs.
enum Figure {
  /// Text of anyone's making, or none.
  case text(String?)
  /// Money in fen.
  case fen(Int128)
  /// A number of things.
  case count(Int)
  /// Several names.
  case list([String])

  fileprivate var tableCell: Cell {
    if case .fen(let amount) = self { .number(Amounts.yuan(amount)) } else { csvCell }
  }

  fileprivate var csvCell: Cell {
    switch self {
    case .text(let text): .optional(text)
    case .fen(let amount): .number("\(amount)")
    case .count(let count): .number("\(count)")
    case .list(let names): .text(names.joined(separator: " "))
    }
  }

  fileprivate func write(_ name: String, to writer: inout JSONWriter) {
    switch self {
    case .text(let text): writer.member(name, text)
    case .fen(let amount): writer.member(name, "\(amount)")
    case .count(let count): writer.member(name, Int64(count))
    case .list(let names):
      writer.key(name)
      writer.beginArray()
      for name in names { writer.string(name) }
      writer.endArray()
    }
  }
}

/// Rows of figures under the same names in every format.
struct FigureRows {
  /// What JSON calls the list of rows.
  let name: String
  let titles: [String]
  let rows: [[Figure]]

  /// Writes the rows with the two times they are as of.
  ///
  /// - Parameter remark: what to say below the table before the two times.
  func write(_ output: Output, _ format: OutputFormat?, asOf: AsOf, remark: String) throws(FileFault) {
    switch format {
    case .json: try output.json { write(asOf, to: &$0) }
    case .csv:
      try output.write(CSV.row(titles.map { .text($0) }))
      for row in rows { try output.write(CSV.row(row.map(\.csvCell))) }
    case nil:
      var table = Table(titles)
      for row in rows { table.add(row.map(\.tableCell)) }
      try output.table(table)
      try output.remark("\(remark) · valid \(asOf.valid) · known at position \(asOf.known)")
    }
  }

  private func write(_ asOf: AsOf, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.asOf(asOf)
    writer.key(name)
    writer.beginArray()
    for row in rows {
      writer.beginObject()
      for (title, figure) in zip(titles, row) { figure.write(title, to: &writer) }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }
}
