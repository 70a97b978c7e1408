import EventModel
import ShareLedger

/// Writes the rows of a catalogue.
struct CatalogueOutput {
  let view: LedgerView
  let page: CataloguePage

  func write(_ output: Output, _ format: OutputFormat?) throws(FileFault) {
    switch format {
    case .json: try writeJSON(output)
    case .csv: try writeCSV(output)
    case nil: try writeTable(output)
    }
  }

  /// The columns that fit a screen.
  private static let columns: [CatalogueField] = [
    .name, .unit, .classCode, .status, .mode, .mustOpen, .registeredOn, .dueOn, .daysLate, .location,
  ]

  private func writeTable(_ output: Output) throws(FileFault) {
    var table = Table(["resource"] + CatalogueOutput.columns.map(\.name))
    for entry in page.entries {
      table.add([.text(entry.resource.text)] + CatalogueOutput.columns.map { $0.cell(in: entry) })
    }
    try output.table(table)
    try output.remark(
      "\(page.entries.count) of \(page.totalCount) resources · valid \(view.asOf.valid) · known at position "
        + "\(view.asOf.known)")
  }

  /// Every field, then a column for each own property that any row has.
  private func writeCSV(_ output: Output) throws(FileFault) {
    let names = Set(page.entries.flatMap { $0.attributes.map(\.name) }).sorted()
    let fields = CatalogueField.fixed + names.map { .attribute($0) }
    try output.write(CSV.row([.text("resource")] + fields.map { .text($0.name) }))
    for entry in page.entries {
      try output.write(CSV.row([.text(entry.resource.text)] + fields.map { $0.cell(in: entry) }))
    }
  }

  private func writeJSON(_ output: Output) throws(FileFault) {
    try output.json { writer in
      writer.beginObject()
      writer.asOf(view.asOf)
      writer.member("totalCount", Int64(page.totalCount))
      writer.key("resources")
      writer.beginArray()
      for entry in page.entries { writer.entry(entry) }
      writer.endArray()
      writer.endObject()
    }
  }
}

extension CatalogueField {
  /// The field as a cell; sums, durations and days late are numbers.
  func cell(in entry: CatalogueEntry) -> Cell {
    guard let value = value(in: entry) else { return .none }
    switch self {
    case .originalValue, .weeklyHours, .daysLate: return .number(value)
    default: return .text(value)
    }
  }
}
