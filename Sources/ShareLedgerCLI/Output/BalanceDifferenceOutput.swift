import ShareLedger

/// Writes what became known of balances between two positions: a line for each part of each difference.
struct BalanceDifferenceOutput {
  let difference: BalanceDifference

  private static let titles = ["account", "commodity", "before", "after"] + RecordedPosting.titles + ["amount"]

  func write(_ output: Output, _ format: OutputFormat?) throws(FileFault) {
    switch format {
    case .json: try output.json(writeJSON)
    case .csv:
      try output.write(CSV.row(BalanceDifferenceOutput.titles.map { .text($0) }))
      for change in difference.changes {
        for part in change.parts { try output.write(CSV.row(cells(change, part) { "\($0)" })) }
      }
    case nil:
      var table = Table(BalanceDifferenceOutput.titles)
      for change in difference.changes {
        for part in change.parts {
          table.add(cells(change, part) { Amounts.text($0, change.account.commodity) })
        }
      }
      try output.table(table)
      try output.remark(
        "\(difference.changes.count) accounts · valid \(difference.valid) · learned after position "
          + "\(difference.earlier) up to \(difference.later)")
    }
  }

  private func cells(_ change: BalanceChange, _ part: RecordedPosting, _ text: (Int128) -> String) -> [Cell] {
    [
      .text(change.account.text), .text(change.account.commodity.wireName), .number(text(change.before)),
      .number(text(change.after)),
    ] + part.cells + [.number(text(Int128(part.amount)))]
  }

  private func writeJSON(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("valid", "\(difference.valid)")
    writer.member("since", "\(difference.earlier)")
    writer.member("known", "\(difference.later)")
    writer.list("changes", difference.changes) { writer, change in
      writer.account(change.account)
      writer.amount("before", change.before)
      writer.amount("after", change.after)
      writer.amount("difference", change.difference)
      writer.list("parts", change.parts) { $0.recorded($1) }
    }
    writer.endObject()
  }
}
