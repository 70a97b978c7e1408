import EventModel
import ShareLedger

/// Writes what became known of the catalogue between two positions.
struct DifferenceOutput {
  let view: LedgerView
  let difference: CatalogueDifference

  private struct Line {
    let change: String
    let resource: Identifier
    let field: String?
    let old: String?
    let new: String?
    let positions: [Position]
  }

  private var lines: [Line] {
    difference.added.map {
      Line(change: "added", resource: $0.resource, field: nil, old: nil, new: $0.name.string, positions: $0.lineage)
    }
      + difference.removed.map {
        Line(change: "removed", resource: $0.resource, field: nil, old: $0.name.string, new: nil, positions: [])
      }
      + difference.changed.map {
        Line(
          change: "changed", resource: $0.resource, field: $0.field.name, old: $0.old, new: $0.new,
          positions: $0.positions)
      }
  }

  func write(_ output: Output, _ format: OutputFormat?) throws(FileFault) {
    let titles = ["change", "resource", "field", "old", "new", "positions"]
    switch format {
    case .json: try output.json(writeJSON)
    case .csv:
      try output.write(CSV.row(titles.map { .text($0) }))
      for line in lines { try output.write(CSV.row(cells(line))) }
    case nil:
      var table = Table(titles)
      for line in lines { table.add(cells(line)) }
      try output.table(table)
      try output.remark(
        "\(lines.count) differences · valid \(view.asOf.valid) · known at position \(view.asOf.known)")
    }
  }

  private func cells(_ line: Line) -> [Cell] {
    [
      .text(line.change), .text(line.resource.text), .optional(line.field), .optional(line.old), .optional(line.new),
      .text(line.positions.map(\.description).joined(separator: " ")),
    ]
  }

  private func writeJSON(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.asOf(view.asOf)
    writer.key("differences")
    writer.beginArray()
    for line in lines {
      writer.beginObject()
      writer.member("change", line.change)
      writer.member("resource", line.resource.text)
      writer.member("field", line.field)
      writer.member("old", line.old)
      writer.member("new", line.new)
      writer.key("positions")
      writer.beginArray()
      for position in line.positions { writer.string("\(position)") }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }
}
