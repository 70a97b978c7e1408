import ShareLedger

/// Writes whether everything counted balances.
struct TrialBalanceOutput {
  let trial: TrialBalance

  private static let titles = ["commodity", "accounts", "debit", "credit", "difference"]

  func write(_ output: Output, _ format: OutputFormat?) throws(FileFault) {
    switch format {
    case .json:
      try output.json { writer in
        writer.beginObject()
        writer.asOf(trial.asOf)
        writer.list("commodities", trial.lines) { writer, line in
          writer.member("commodity", line.commodity.wireName)
          writer.member("accounts", Int64(line.accountCount))
          writer.amount("debit", line.debit)
          writer.amount("credit", line.credit)
          writer.amount("difference", line.difference)
        }
        writer.endObject()
      }
    case .csv:
      try output.write(CSV.row(TrialBalanceOutput.titles.map { .text($0) }))
      for line in trial.lines { try output.write(CSV.row(cells(line) { "\($0)" })) }
    case nil:
      var table = Table(TrialBalanceOutput.titles)
      for line in trial.lines { table.add(cells(line) { Amounts.text($0, line.commodity) }) }
      try output.table(table)
      try output.remark("\(trial.isBalanced ? "balanced" : "NOT BALANCED") · \(trial.asOf.remark)")
    }
  }

  private func cells(_ line: TrialBalance.Line, _ text: (Int128) -> String) -> [Cell] {
    [
      .text(line.commodity.wireName), .number("\(line.accountCount)"), .number(text(line.debit)),
      .number(text(line.credit)), .number(text(line.difference)),
    ]
  }
}
