import ShareLedger

/// Writes what accounts come to.
struct BalancesOutput {
  let balances: Balances

  private static let titles = ["account", "commodity", "amount"]

  func write(_ output: Output, _ format: OutputFormat?) throws(FileFault) {
    switch format {
    case .json:
      try output.json { writer in
        writer.array(balances.rows) { $0.balance($1) }
      }
    case .csv:
      try output.write(CSV.row(BalancesOutput.titles.map { .text($0) }))
      for row in balances.rows {
        try output.write(
          CSV.row([.text(row.account.text), .text(row.commodity.wireName), .number("\(row.amount)")]))
      }
    case nil:
      var table = Table(BalancesOutput.titles)
      for row in balances.rows {
        table.add([
          .text(row.account.text), .text(row.commodity.wireName), .number(Amounts.text(row.amount, row.commodity)),
        ])
      }
      try output.table(table)
      try output.remark("\(balances.rows.count) accounts · \(balances.asOf.remark)")
    }
  }
}

extension JSONWriter {
  /// Writes the members of one balance.
  mutating func balance(_ balance: Balance) {
    account(balance.account)
    amount("amount", balance.amount)
  }
}

extension AsOf {
  /// The two times as a remark below a table.
  var remark: String { "valid \(valid) · known at position \(known)" }
}
