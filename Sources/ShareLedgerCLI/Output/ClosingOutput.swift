import EventModel
import ShareLedger

/// Writes the control totals of a closing.
struct ClosingOutput {
  let closing: PeriodClosed
  /// Where it was recorded; `nil` when nothing was written.
  let position: Position?

  func write(_ output: Output, json: Bool) throws(FileFault) {
    if json { try output.json(writeJSON) } else { try writeTable(output) }
  }

  private func writeTable(_ output: Output) throws(FileFault) {
    var table = Table(["commodity", "debit", "credit"])
    for total in closing.controlTotals {
      table.add([
        .text(total.commodity.wireName), .number(Amounts.text(Int128(total.debit.amount), total.commodity)),
        .number(Amounts.text(Int128(total.credit.amount), total.commodity)),
      ])
    }
    try output.table(table)
    let what = "\(closing.postings) postings through \(closing.through) in the books of \(closing.books)"
    try output.remark(position.map { "closed \(what) · position \($0)" } ?? "\(what); nothing was written")
  }

  private func writeJSON(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("position", position?.description)
    writer.key("data")
    closing.write(to: &writer)
    writer.endObject()
  }
}
