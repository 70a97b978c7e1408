import ArgumentParser
import EventModel
import ShareLedger

/// `quote`: what a use costs by the standard in force.
struct QuoteCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "quote", abstract: "Price a use, recorded or planned, by the fee standard in force when it starts.",
    discussion: """
      EXAMPLE
        shareledger quote lab --usage U-2024-5501 --class university
        shareledger quote lab --resource NMR-600 --start 2025-03-01T09:00:00+08:00 --end 2025-03-01T11:30:00+08:00

      Each line is counted by its own measure and rounded to the fen once. Without a standard in force there is no \
      price, and the exit status is 1.
      """)

  @OptionGroup var place: LedgerArgument
  @OptionGroup var use: QuoteOptions
  @OptionGroup var asOf: AsOfOptions

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  func answer(_ view: LedgerView) throws -> Answer {
    let priced =
      if let usage = use.usage {
        try view.quote(usage: usage, userClass: use.userClass, items: use.items)
      } else if let planned = use.plannedUse {
        try view.quote(planned, userClass: use.userClass, items: use.items)
      } else {
        throw ValidationError("name either --usage, or --resource with --start and --end")
      }
    let quote = try priced.get()
    return Answer { try QuoteCommand.sheet(quote).write(view.asOf, $0, $1) }
  }

  static func sheet(_ quote: Quote) -> Sheet {
    var sheet = Sheet("lines", ["component", "label", "basis", "measure", "userClass", "quantity", "amount"])
    for line in quote.lines {
      let fee = line.line
      let quantity: Sheet.Value = fee.basis == .perHour ? .seconds(Int128(line.quantity)) : .count(line.quantity)
      sheet.add([
        .text(fee.component.wireName), .text(fee.label?.string), .text(fee.basis.wireName),
        .text(fee.measure?.wireName), .text(fee.userClass?.text), quantity, .fen(Int128(line.amount.amount)),
      ])
    }
    sheet.facts = [
      ("usage", .text(quote.usage?.text)), ("resource", .text(quote.resource.text)),
      ("serviceDay", .text("\(quote.serviceDay)")), ("standard", .text(quote.standard.text)),
      ("userClass", .text(quote.userClass.text)), ("total", .fen(Int128(quote.total.amount))),
      ("positions", .positions(quote.positions)),
    ]
    return sheet
  }
}
