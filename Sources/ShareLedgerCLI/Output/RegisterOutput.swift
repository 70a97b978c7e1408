import ShareLedger

/// Writes the postings of accounts one by one.
struct RegisterOutput {
  let register: Register

  private static let titles = RecordedPosting.titles + ["account", "commodity", "amount", "balance"]

  func write(_ output: Output, _ format: OutputFormat?) throws(FileFault) {
    switch format {
    case .json: try output.json(writeJSON)
    case .csv:
      try output.write(CSV.row(RegisterOutput.titles.map { .text($0) }))
      for line in register.lines { try output.write(CSV.row(cells(line) { "\($0)" })) }
    case nil:
      var table = Table(RegisterOutput.titles)
      for line in register.lines {
        table.add(cells(line) { Amounts.text($0, line.recorded.account.commodity) })
      }
      try output.table(table)
      for (opening, closing) in zip(register.openings, register.closings) {
        let (commodity, account) = (opening.commodity, Visible.text(opening.account.text))
        try output.remark(
          "\(account): opened with \(Amounts.text(opening.amount, commodity)), "
            + "closed with \(Amounts.text(closing.amount, commodity))")
      }
      try output.remark("\(register.lines.count) postings · \(register.asOf.remark)")
    }
  }

  private func cells(_ line: RegisterLine, _ text: (Int128) -> String) -> [Cell] {
    let account = line.recorded.account
    return line.recorded.cells + [
      .text(account.text), .text(account.commodity.wireName), .number(text(Int128(line.recorded.amount))),
      .number(text(line.balance)),
    ]
  }

  private func writeJSON(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.asOf(register.asOf)
    writer.list("openings", register.openings) { $0.balance($1) }
    writer.list("lines", register.lines) { writer, line in
      writer.recorded(line.recorded)
      writer.amount("balance", line.balance)
    }
    writer.list("closings", register.closings) { $0.balance($1) }
    writer.endObject()
  }
}
