import ShareLedger

/// Writes the events behind a number.
struct ExplanationOutput {
  let explanation: Explanation

  private static let titles = RecordedPosting.titles + ["amount"]

  func write(_ output: Output, _ format: OutputFormat?) throws(FileFault) {
    switch format {
    case .json: try output.json(writeJSON)
    case .csv:
      try output.write(CSV.row(ExplanationOutput.titles.map { .text($0) }))
      for part in explanation.parts { try output.write(CSV.row(part.cells + [.number("\(part.amount)")])) }
    case nil: try writeTable(output)
    }
  }

  private func writeTable(_ output: Output) throws(FileFault) {
    let commodity = explanation.account.commodity
    var table = Table(ExplanationOutput.titles)
    for part in explanation.parts {
      table.add(part.cells + [.number(Amounts.text(Int128(part.amount), commodity))])
    }
    let blanks = [Cell](repeating: .none, count: RecordedPosting.titles.count - 1)
    table.add([.text("sum")] + blanks + [.number(Amounts.text(explanation.sum, commodity))])
    try output.table(table)
    let days = explanation.from.map { "from \($0) " } ?? ""
    try output.remark(
      "\(Visible.text(explanation.account.text)) \(days)through \(explanation.through): debit "
        + "\(Amounts.text(explanation.debit, commodity)), credit \(Amounts.text(explanation.credit, commodity)), "
        + "\(explanation.parts.count) postings · \(explanation.asOf.remark)")
  }

  private func writeJSON(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.asOf(explanation.asOf)
    writer.account(explanation.account)
    writer.member("from", explanation.from?.description)
    writer.member("through", "\(explanation.through)")
    writer.list("parts", explanation.parts) { $0.recorded($1) }
    writer.amount("debit", explanation.debit)
    writer.amount("credit", explanation.credit)
    writer.amount("sum", explanation.sum)
    writer.endObject()
  }
}
