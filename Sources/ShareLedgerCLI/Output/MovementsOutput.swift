import ShareLedger

/// Writes what happened on accounts in periods.
struct MovementsOutput {
  let movements: Movements

  private static let titles = ["account", "commodity", "from", "through", "opening", "debit", "credit", "closing"]

  func write(_ output: Output, _ format: OutputFormat?) throws(FileFault) {
    switch format {
    case .json: try output.json(writeJSON)
    case .csv:
      try output.write(CSV.row(MovementsOutput.titles.map { .text($0) }))
      for row in movements.accounts {
        for movement in row.movements { try output.write(CSV.row(cells(row.account, movement) { "\($0)" })) }
      }
    case nil:
      var table = Table(MovementsOutput.titles)
      for row in movements.accounts {
        for movement in row.movements {
          table.add(cells(row.account, movement) { Amounts.text($0, row.account.commodity) })
        }
      }
      try output.table(table)
      try output.remark(
        "\(movements.accounts.count) accounts, \(movements.periods.count) periods · \(movements.asOf.remark)")
    }
  }

  private func cells(_ account: Account, _ movement: Movement, _ text: (Int128) -> String) -> [Cell] {
    [
      .text(account.text), .text(account.commodity.wireName), .text("\(movement.period.from)"),
      .text("\(movement.period.through)"), .number(text(movement.opening)), .number(text(movement.debit)),
      .number(text(movement.credit)), .number(text(movement.closing)),
    ]
  }

  private func writeJSON(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.asOf(movements.asOf)
    writer.list("accounts", movements.accounts) { writer, row in
      writer.account(row.account)
      writer.list("periods", row.movements) { writer, movement in
        writer.member("from", "\(movement.period.from)")
        writer.member("through", "\(movement.period.through)")
        writer.amount("opening", movement.opening)
        writer.amount("debit", movement.debit)
        writer.amount("credit", movement.credit)
        writer.amount("closing", movement.closing)
      }
    }
    writer.endObject()
  }
}
